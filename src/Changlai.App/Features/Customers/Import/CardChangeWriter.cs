using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Editing;
using Changlai.App.Features.Customers.Search;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.Import;

/// <summary>Writes many changed cards at once, inside the caller's transaction; what they were is kept for an undo.</summary>
internal sealed class CardChangeWriter(DatabaseSession session, string source, DateOnly today)
{
    private const string Changed = "changed_card";
    private const string Tagged = "tagged_card";
    private const string Wished = "wished_card";

    public void Write(IReadOnlyList<CardChange> changes)
    {
        if (changes.Count == 0) return;
        var sorted = changes.OrderBy(change => change.Before.Id).ToList();
        List(sorted);
        foreach (var table in CustomerTables.All) session.Journal?.Keep(table, Changed, "customer_id");
        WriteRows();
        Clear("customer_phone", "customer_email", "customer_number", "customer_address", "customer_field_value");
        CustomerLists.Insert(session, [.. sorted.Select(change => (change.Before.Id, change.Details))]);
        FieldValues.Insert(session, sorted.Select(change => (change.Before.Id, change.Details.Values)));
        WriteTags(sorted, Tags.Tag, change => change.Details.Tags);
        var wishes = sorted.Where(change => change.Wishes is not null).ToList();
        WriteTags(wishes, Tags.Topic, change => change.Wishes!.Topics);
        WriteWishes(wishes);
        SpecialDateRows.Replace(session, [.. sorted.Where(change => change.Dates is not null).Select(change => (change.Before, change.Dates!))]);
        CustomerFindIndex.RefreshAll(session, Changed);
        session.Execute($"DROP TABLE {Changed}");
    }

    private void List(List<CardChange> changes)
    {
        var flag = session.IsSqlite ? "integer" : "boolean";
        session.CreateTemporaryTable(Changed, $"""
            customer_id bigint PRIMARY KEY, name text, salutation text, gender text, kind text, source text, tier text, store_id bigint, owner_id bigint, occupation text,
            income_band text, language text, wecom_id text, region text, region_chosen {flag}, phone text, phone_kind text, email text, found_by text,
            external_source text, external_number text, refuses {flag}, refusal text, refused_on date
            """);
        var fields = CustomerFields.Read(session);
        using (var insert = session.Insert(Changed, "customer_id", "name", "salutation", "gender", "kind", "source", "tier", "store_id", "owner_id", "occupation", "income_band", "language",
            "wecom_id", "region", "region_chosen", "phone", "phone_kind", "email", "found_by", "external_source", "external_number", "refuses", "refusal", "refused_on"))
        {
            foreach (var (before, details, refusal, number, _, _) in changes)
            {
                var phone = details.Phones.FirstOrDefault();
                insert.Add(before.Id).Add(details.Name).Add(details.Salutation).Add(details.Gender).Add(details.Kind).Add(details.Source).Add(details.Tier).Add(details.StoreId)
                    .Add(details.OwnerId).Add(details.Occupation).Add(details.IncomeBand).Add(details.Language).Add(details.WeComId).Add(details.Region)
                    .Add(details.ChosenRegion is not null).Add(phone?.E164).Add(phone?.Kind).Add(details.Emails.FirstOrDefault()).Add(FurtherFinds.Of(details, fields))
                    .Add(number is null ? before.Source : source).Add(number ?? before.Number).Add(refusal is not null).Add(refusal?.Words).Add(refusal?.On ?? today).EndRow();
            }
            insert.Complete();
        }
        session.Analyze(Changed);
    }

    private void WriteRows()
    {
        session.Execute($"""
            UPDATE customer SET name = c.name, salutation = c.salutation, gender = c.gender, kind = c.kind, source = c.source, tier = c.tier, store_id = c.store_id, owner_id = c.owner_id,
                occupation = c.occupation, income_band = c.income_band, language = c.language, wecom_id = c.wecom_id, region = c.region, region_chosen = c.region_chosen,
                phone_wrong = CASE WHEN customer.phone = c.phone THEN customer.phone_wrong ELSE @no END, phone = c.phone, phone_kind = c.phone_kind, email = c.email, found_by = c.found_by,
                external_source = c.external_source, external_number = c.external_number, version = customer.version + 1
            FROM {Changed} c WHERE customer.customer_id = c.customer_id
            """, ("no", false));
        session.Execute($"""
            UPDATE customer SET do_not_contact = @yes, do_not_contact_reason = c.refusal, do_not_contact_on = c.refused_on FROM {Changed} c WHERE customer.customer_id = c.customer_id AND c.refuses
            """, ("yes", true));
    }

    private void Clear(params ReadOnlySpan<string> tables)
    {
        foreach (var table in tables) session.Execute($"DELETE FROM {table} WHERE customer_id IN (SELECT customer_id FROM {Changed})");
    }

    /// <summary>These in place of what the customers had of the kind.</summary>
    private void WriteTags(List<CardChange> changes, string kind, Func<CardChange, IReadOnlyList<string>> of)
    {
        if (changes.Count == 0) return;
        session.CreateTemporaryTable(Tagged, "customer_id bigint PRIMARY KEY");
        using (var insert = session.Insert(Tagged, "customer_id"))
        {
            foreach (var change in changes) insert.Add(change.Before.Id).EndRow();
            insert.Complete();
        }
        session.Execute($"DELETE FROM customer_tag WHERE customer_id IN (SELECT customer_id FROM {Tagged}) AND tag_id IN (SELECT id FROM tag WHERE kind = '{kind}')");
        session.Execute($"DROP TABLE {Tagged}");
        if (!changes.Exists(change => of(change).Count > 0)) return;
        var ids = Tags.Resolve(session, kind, changes.SelectMany(of));
        using var tags = session.Insert("customer_tag", "customer_id", "tag_id");
        foreach (var change in changes)
            foreach (var tag in of(change).Select(name => ids[name]).Distinct().Order()) tags.Add(change.Before.Id).Add(tag).EndRow();
        tags.Complete();
    }

    private void WriteWishes(List<CardChange> changes)
    {
        if (changes.Count == 0) return;
        var (flag, instant) = session.IsSqlite ? ("integer", "integer") : ("boolean", "timestamptz");
        session.CreateTemporaryTable(Wished, $"""
            customer_id bigint PRIMARY KEY, days integer, from_minute integer, until_minute integer, liked integer, refused integer, phone_refused {flag}, not_at_work {flag}, consent_at {instant}
            """);
        using (var insert = session.Insert(Wished, "customer_id", "days", "from_minute", "until_minute", "liked", "refused", "phone_refused", "not_at_work", "consent_at"))
        {
            foreach (var change in changes)
            {
                var wishes = change.Wishes!.After;
                insert.Add(change.Before.Id).Add((int)wishes.PreferredWeekdays.Bits).Add(Minutes(wishes.PreferredFrom)).Add(Minutes(wishes.PreferredUntil)).Add(wishes.Liked.Bits)
                    .Add(wishes.Refused.Without(ContactChannel.Phone).Bits).Add(wishes.Refused.Contains(ContactChannel.Phone)).Add(wishes.NotAtWork).Add(wishes.PrivacyConsentAt).EndRow();
            }
            insert.Complete();
        }
        session.Analyze(Wished);
        session.Execute($"""
            UPDATE customer SET preferred_weekdays = w.days, preferred_from = w.from_minute, preferred_until = w.until_minute, liked_channels = w.liked, refused_channels = w.refused,
                phone_refused = w.phone_refused, not_at_work = w.not_at_work, privacy_consent_at = w.consent_at
            FROM {Wished} w WHERE customer.customer_id = w.customer_id
            """);
        session.Execute($"DROP TABLE {Wished}");
    }

    private static int? Minutes(TimeOnly? hour) => hour is { } known ? known.Hour * 60 + known.Minute : null;
}
