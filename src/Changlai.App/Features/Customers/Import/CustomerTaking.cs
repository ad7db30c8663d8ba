using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Imports;

namespace Changlai.App.Features.Customers.Import;

/// <summary>What came of the customers of a file.</summary>
/// <param name="OtherStores">Customers of stores that whoever imports may not change.</param>
/// <param name="Unrelated">Customers said to be related to somebody whom nobody knows.</param>
internal sealed record CustomersTaken(int New, int Updated, int Unchanged, IReadOnlyList<ImportedCustomer> OtherStores, IReadOnlyList<Unrelated> Unrelated)
{
    /// <summary>Customers who asked to be erased: an old file does not bring them back.</summary>
    public IReadOnlyList<ImportedCustomer> Erased { get; init; } = [];
}

/// <summary>Takes the customers of a file: those who are new are registered, of those known what the file says is added or put right.</summary>
internal sealed class CustomerTaking(DatabaseSession session, ImportReading reading, IEnumerable<ICustomersChanged> listeners)
{
    /// <summary>Two imports that make the same customer wait for one another.</summary>
    public const string Lock = "customers";

    private const string PhoneKeys = "new_phone_key";
    private readonly string source = reading.Settings.Source;

    public CustomersTaken Take(IReadOnlyList<ImportedCustomer> customers)
    {
        session.LockInTransaction(Lock);
        var found = CustomerMatching.Find(session, source, [.. customers.Select(customer => new Wanted(customer.Number, customer.Phone, customer.Details.Name))]);
        var known = new Dictionary<long, ImportedCustomer>();
        var (fresh, others, gone) = (new List<ImportedCustomer>(), new List<ImportedCustomer>(), new List<ImportedCustomer>());
        var erased = ErasedKeys.Read(session);
        var relations = new ImportedRelations(session, reading, customers, found);
        foreach (var (index, customer) in customers.Index())
        {
            if (found[index] is var (_, elsewhere) && reading.Settings.OnlyThisStore && elsewhere != reading.Store?.Id) others.Add(customer);
            else if (found[index] is null && (customer.Number is { } number && erased.Has(CustomerKeys.OfNumber(source), number) || customer.Phone is { } phone && erased.Has("phone", phone))) gone.Add(customer);
            else if (relations.IsUnrelated(index)) continue;
            else if (found[index] is not var (id, _)) fresh.Add(customer);
            else known[id] = known.TryGetValue(id, out var before) ? before.And(customer) : customer;
        }

        var changed = Change(known);
        var first = Register(fresh);
        AddPhoneKeys(fresh.Select((customer, index) => (customer.Phone, first + index)).Concat(changed.Select(change => (change.Details.Phones.FirstOrDefault()?.E164, change.Before.Id))));
        List<long> all = [.. Enumerable.Range(0, fresh.Count).Select(index => first + index), .. changed.Select(change => change.Before.Id)];
        var related = relations.Write(fresh, first);
        all.AddRange(related.Except(all).Where(known.ContainsKey).ToList());
        session.Journal?.Touch(all.Union(related));
        if (all.Count > 0)
            foreach (var listener in listeners) listener.CustomersChanged(session, all);
        var updated = all.Count - fresh.Count;
        return new CustomersTaken(fresh.Count, updated, known.Count - updated, others, relations.Unrelated) { Erased = gone };
    }

    private List<CardChange> Change(Dictionary<long, ImportedCustomer> known)
    {
        if (known.Count == 0) return [];
        var stored = StoredCards.Read(session, known.Keys);
        var changes = known.Select(entry => CardChange.Of(stored[entry.Key], entry.Value)).OfType<CardChange>().ToList();
        new CardChangeWriter(session, source, reading.Today).Write(changes);
        AddNumbers(changes);
        AddConsent(changes);
        return changes;
    }

    private long Register(List<ImportedCustomer> fresh) => fresh.Count == 0 ? 0 : NewCustomers.Write(session, source, [.. fresh.Select(New)]);

    private NewCustomer New(ImportedCustomer customer)
    {
        var details = customer.Details;
        return new NewCustomer(
            customer.Number, details.Name.Length > 0 ? details.Name : customer.Number ?? customer.Phone!, details.Salutation, details.Gender, customer.Phone, details.Emails.FirstOrDefault(),
            details.Language, details.Source ?? "import", details.Tier, details.StoreId ?? reading.Store?.Id, details.OwnerId, customer.Wishes.Days, customer.DoNotContact?.Words,
            customer.DoNotContact is { } refusal ? refusal.On ?? reading.Today : null, reading.Now, customer.Dates)
        {
            Kind = details.Kind.Length > 0 ? details.Kind : CustomerCodes.Direct,
            PhoneKind = details.Phones.FirstOrDefault()?.Kind,
            WeComId = details.WeComId,
            Occupation = details.Occupation,
            IncomeBand = details.IncomeBand,
            FurtherPhones = [.. details.Phones.Skip(1)],
            FurtherEmails = [.. details.Emails.Skip(1)],
            Numbers = details.Numbers,
            Addresses = details.Addresses,
            Tags = details.Tags,
            Values = details.Values,
            Region = details.ChosenRegion,
            Topics = customer.Wishes.Topics,
            PreferredFrom = customer.Wishes.From,
            PreferredUntil = customer.Wishes.Until,
            NotAtWork = customer.Wishes.NotAtWork,
            LikedChannels = customer.Wishes.Liked,
            RefusedChannels = customer.Wishes.Refused,
            RefusalWording = customer.Wishes.RefusedWords,
            PrivacyConsentAt = customer.Wishes.ConsentAt,
            ConsentWording = customer.Wishes.ConsentWords,
        };
    }

    /// <summary>So that an order file that knows a customer by phone alone finds them; of several with one phone the first.</summary>
    private void AddPhoneKeys(IEnumerable<(string? Phone, long Id)> customers)
    {
        var phones = customers.Where(entry => entry.Phone is not null).DistinctBy(entry => entry.Phone).OrderBy(entry => entry.Phone, StringComparer.Ordinal).ToList();
        if (phones.Count == 0) return;
        session.CreateTemporaryTable(PhoneKeys, "value text, customer_id bigint");
        using (var insert = session.Insert(PhoneKeys, "value", "customer_id"))
        {
            foreach (var (phone, id) in phones) insert.Add(phone).Add(id).EndRow();
            insert.Complete();
        }
        NoteKeysOfKnown();
        session.Execute($"INSERT INTO customer_key (kind, value, customer_id) SELECT 'phone', value, customer_id FROM {PhoneKeys} WHERE true ON CONFLICT DO NOTHING");
        session.Execute($"DROP TABLE {PhoneKeys}");
    }

    private void AddNumbers(List<CardChange> changes)
    {
        var numbered = changes.Where(change => change.Number is not null).OrderBy(change => change.Number, StringComparer.Ordinal).ToList();
        if (numbered.Count == 0) return;
        session.Journal?.Note(CustomerUndo.Keys, [.. numbered.Select(change => $"{CustomerKeys.OfNumber(source)}\n{change.Number}")]);
        using var insert = session.Insert("customer_key", "kind", "value", "customer_id");
        foreach (var change in numbered) insert.Add(CustomerKeys.OfNumber(source)).Add(change.Number).Add(change.Before.Id).EndRow();
        insert.Complete();
    }

    /// <summary>Keys of customers who are new go with them; only those given to customers who were there before need a note.</summary>
    private void NoteKeysOfKnown()
    {
        if (session.Journal is not { } journal) return;
        var keys = new List<string>();
        using (var rows = session.Read($"""
            SELECT n.value, n.customer_id FROM {PhoneKeys} n WHERE NOT EXISTS (SELECT 1 FROM customer_key k WHERE k.kind = 'phone' AND k.value = n.value) ORDER BY n.value
            """))
            while (rows.Next())
                if (!journal.IsMade("customer", rows.Long(1))) keys.Add($"phone\n{rows.Text(0)}");
        journal.Note(CustomerUndo.Keys, keys);
    }

    /// <summary>Every refusal and consent that is new to a card known before.</summary>
    private void AddConsent(List<CardChange> changes)
    {
        var all = changes.OrderBy(change => change.Before.Id).SelectMany(change => EventsOf(change).Select(what => (change.Before.Id, what.Kind, what.Channel, what.Words, what.At))).ToList();
        if (all.Count == 0) return;
        var id = session.ReserveIds("consent_event", all.Count);
        using var insert = session.Insert("consent_event", "customer_id", "id", "at", "kind", "channel", "source", "wording", "staff_id");
        foreach (var (customer, kind, channel, words, at) in all)
            insert.Add(customer).Add(id++).Add(at).Add(kind).Add(channel).Add("import").Add(words).Add(reading.Settings.StaffId).EndRow();
        insert.Complete();
    }

    private IEnumerable<(string Kind, string? Channel, string Words, DateTimeOffset At)> EventsOf(CardChange change)
    {
        if (change.Refusal is { } refusal) yield return (ConsentEvents.DoNotContact, null, refusal.Words, reading.Now);
        if (change.Wishes is not { } wishes) yield break;
        foreach (var channel in wishes.Refused.Channels) yield return (ConsentEvents.Refused, channel.Code, wishes.Said.RefusedWords, reading.Now);
        if (wishes.Consents) yield return (ConsentEvents.Consented, null, wishes.Said.ConsentWords, wishes.After.PrivacyConsentAt!.Value);
    }
}
