using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Import;
using Changlai.App.Features.Customers.Search;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.Editing;

/// <summary>Writes a card as somebody entered or changed it, inside the caller's transaction: the row, what they have several of, the find index, the history.</summary>
internal sealed class CustomerWriter(DatabaseSession session, IEnumerable<ICustomersChanged> listeners, TimeProvider time)
{
    public long Create(CustomerDetails details)
    {
        var id = session.ReserveIds("customer", 1);
        session.Execute("INSERT INTO customer (customer_id, name, created_at) VALUES (@id, @name, @at)", ("id", id), ("name", details.Name), ("at", time.GetUtcNow()));
        WriteRow(id, 1, details);
        WriteRest(id, details);
        Tell(id);
        return id;
    }

    /// <returns>False when somebody has changed the card since this version was read; nothing is written then.</returns>
    public bool Change(long id, int version, CustomerDetails details, long staffId)
    {
        if (StoredCustomer.Read(session, id) is not { } before || before.Version != version || WriteRow(id, version, details) == 0) return false;
        WriteRest(id, details);
        var (was, phone) = (before.Details, details.Phones.FirstOrDefault());
        if (was.Phones.FirstOrDefault()?.E164 != phone?.E164)
            session.Execute("UPDATE customer SET phone_wrong = @no WHERE customer_id = @id", ("no", false), ("id", id));
        if (was.OwnerId != details.OwnerId) CustomerEvents.Add(session, id, CustomerEvents.Owner, NameOf("staff", details.OwnerId), staffId, time.GetUtcNow());
        if (was.StoreId != details.StoreId) CustomerEvents.Add(session, id, CustomerEvents.Store, NameOf("store", details.StoreId), staffId, time.GetUtcNow());
        // Plans may be for a segment, and a segment may ask for anything that stands on a card.
        if (!CardMerging.IsSame(was, details)) Tell(id);
        return true;
    }

    private int WriteRow(long id, int version, CustomerDetails details)
    {
        (string, object?)[] values =
        [
            ("name", details.Name), ("salutation", details.Salutation), ("gender", details.Gender), ("kind", details.Kind), ("source", details.Source), ("tier", details.Tier),
            ("store", details.StoreId), ("owner", details.OwnerId), ("occupation", details.Occupation), ("income", details.IncomeBand), ("language", details.Language),
            ("wecom", details.WeComId), ("region", details.Region), ("chosen", details.ChosenRegion is not null), ("phone", details.Phones.FirstOrDefault()?.E164),
            ("phoneKind", details.Phones.FirstOrDefault()?.Kind), ("email", details.Emails.FirstOrDefault()), ("id", id), ("version", version),
        ];
        return session.Execute("""
            UPDATE customer SET name = @name, salutation = @salutation, gender = @gender, kind = @kind, source = @source, tier = @tier, store_id = @store, owner_id = @owner,
                occupation = @occupation, income_band = @income, language = @language, wecom_id = @wecom, region = @region, region_chosen = @chosen,
                phone = @phone, phone_kind = @phoneKind, email = @email, version = version + 1
            WHERE customer_id = @id AND version = @version
            """, values);
    }

    private void WriteRest(long id, CustomerDetails details)
    {
        CustomerLists.Replace(session, id, details);
        Tags.Replace(session, id, Tags.Tag, details.Tags);
        FieldValues.Replace(session, id, details.Values);
        CustomerFindIndex.Renew(session, id);
    }

    private void Tell(long id)
    {
        foreach (var listener in listeners) listener.CustomersChanged(session, [id]);
    }

    /// <summary>By its name today: the history tells what was, whatever it is called later. Empty for nobody.</summary>
    private string NameOf(string table, long? id) => id is null ? "" : session.Scalar<string>($"SELECT name FROM {table} WHERE id = @id", ("id", id)) ?? "";
}
