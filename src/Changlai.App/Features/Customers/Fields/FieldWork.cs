using System.Globalization;
using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;

namespace Changlai.App.Features.Customers.Fields;

/// <summary>Defines the organisation's own fields, for the pages and for other programs alike.</summary>
internal sealed class FieldWork(Database database, TimeProvider time)
{
    private const string Form = "customer-field";

    public Database Database => database;

    public FieldTaken Add(DatabaseSession session, FieldForm typed, string? key)
    {
        var (field, form) = typed.Check(null, isUsed: false);
        if (field is null) return new FieldTaken(form);
        session.Begin();
        var before = FormKeys.Take(session, Form, key, time.GetUtcNow());
        long? id = long.TryParse(before, out var known) ? known : null;
        if (before is null)
        {
            id = FieldStore.Add(session, field);
            FormKeys.Answer(session, Form, key, id.Value.ToString(CultureInfo.InvariantCulture));
            AuditPen.Current?.About("field", id.Value);
        }
        session.Commit();
        return new FieldTaken(form) { Field = field, Id = id, Again = before is not null };
    }

    /// <summary>Inside the caller's transaction, which it commits when the field is taken.</summary>
    /// <param name="uses">How many customers hold a value of it.</param>
    public FieldTaken Change(DatabaseSession session, CustomerField before, int uses, FieldForm typed, string? key)
    {
        var (field, form) = typed.Check(before, uses > 0);
        if (field is null) return new FieldTaken(form);
        if (FormKeys.Take(session, $"{Form}/{before.Id}", key, time.GetUtcNow()) is null && !FieldStore.Change(session, field)) return new FieldTaken(form) { IsStale = true };
        session.Commit();
        return new FieldTaken(form) { Field = field, Id = before.Id };
    }

    /// <summary>A field with values is retired; one without goes. Inside the caller's transaction, which it commits.</summary>
    /// <returns>Whether it was retired.</returns>
    public bool Retire(DatabaseSession session, CustomerField field)
    {
        var isUsed = FieldStore.IsUsed(session, field.Id);
        if (isUsed) FieldStore.Retire(session, field.Id, time.GetUtcNow());
        else FieldStore.Remove(session, field.Id);
        session.Commit();
        return isUsed;
    }

    public static void Restore(DatabaseSession session, CustomerField field)
    {
        FieldStore.Retire(session, field.Id, null);
        session.Commit();
    }
}

/// <param name="Form">With what is wrong, if anything is.</param>
internal sealed record FieldTaken(FieldForm Form)
{
    /// <summary>Null when it was not taken.</summary>
    public CustomerField? Field { get; init; }
    public long? Id { get; init; }
    public bool Again { get; init; }

    /// <summary>Somebody else has changed it since.</summary>
    public bool IsStale { get; init; }
}
