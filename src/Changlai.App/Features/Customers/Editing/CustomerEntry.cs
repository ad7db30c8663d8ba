using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Duplicates;
using Changlai.App.Features.Customers.Photos;
using Changlai.App.Features.Customers.Privacy;
using Changlai.App.Features.Customers.Rules;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Editing;

/// <summary>Enters and changes a card, the same way for the page and for the API.</summary>
internal sealed class CustomerEntry(EditDesk desk, SweepSignal signal, IEnumerable<ICustomersChanged> listeners, Masks masks, TimeProvider time)
{
    private const string NewForm = "customer";

    /// <param name="key">The same key again changes nothing.</param>
    public CustomerTaken Create(DatabaseSession session, Viewer viewer, CustomerForm typed, PhotoForm photo, string? key)
    {
        var (details, form) = CustomerFormCheck.Read(typed, desk.Bounds(session, viewer, CustomerFields.Read(session)));
        if (details is null || photo.Problem is not null) return new CustomerTaken(form) { IsRefused = true };

        session.Begin();
        if (FormKeys.Take(session, NewForm, key, time.GetUtcNow()) is { } before)
        {
            session.Commit();
            return new CustomerTaken(form) { Id = long.TryParse(before, out var first) ? first : null, Again = true };
        }
        var id = new CustomerWriter(session, listeners, time).Create(desk.Within(viewer, details));
        photo.Write(session, id, viewer.StaffId, time.GetUtcNow());
        AuditPen.Current?.OfCustomer(id);
        var known = new DuplicateFinder(session, time).Look([id]) > 0;
        FormKeys.Answer(session, NewForm, key, id.ToString());
        session.Commit();
        signal.RunSoon();
        return new CustomerTaken(form) { Id = id, IsKnown = known };
    }

    /// <summary>Inside a transaction that was begun before the card was read; it is committed, or left to its end when nothing is changed.</summary>
    public CustomerTaken Change(DatabaseSession session, Viewer viewer, StoredCustomer stored, CustomerForm typed, PhotoForm photo, string? key)
    {
        var fields = CustomerFields.Read(session);
        var masking = masks.Of(session, viewer);
        var (details, form) = CustomerFormCheck.Read(MaskedForm.Restored(typed, stored, masking), desk.Bounds(session, viewer, masking.Asked(stored.Id, fields)), stored.Details);
        // What is masked goes back masked.
        form = form with { Fields = typed.Fields };
        if (details is null || photo.Problem is not null) return new CustomerTaken(form) { IsRefused = true };
        details = desk.Within(viewer, details, stored.Details);
        if (FormKeys.Take(session, $"{NewForm}/{stored.Id}", key, time.GetUtcNow()) is not null) return new CustomerTaken(form) { Id = stored.Id, Again = true };
        if (!new CustomerWriter(session, listeners, time).Change(stored.Id, form.Version, details, viewer.StaffId))
        {
            session.Rollback();
            return new CustomerTaken(form) { Details = details, IsStale = true };
        }
        var lines = new DetailLines(Language.English, desk.StoreName, owner => desk.OwnerName(session, owner), fields);
        AuditPen.Current?.Add("fields", string.Join(", ", lines.Differences(details, stored.Details).Select(line => line.What.English).Concat(photo.IsChange ? [PhotoWords.Photo.English] : [])));
        photo.Write(session, stored.Id, viewer.StaffId, time.GetUtcNow());
        new DuplicateFinder(session, time).Look([stored.Id]);
        session.Commit();
        signal.RunSoon();
        return new CustomerTaken(form) { Id = stored.Id };
    }
}

/// <summary>What became of a card that was entered or changed.</summary>
/// <param name="Form">As it was typed, with what is wrong.</param>
internal sealed record CustomerTaken(CustomerForm Form)
{
    public long? Id { get; init; }

    /// <summary>Nothing was written: the form says what is wrong.</summary>
    public bool IsRefused { get; init; }

    /// <summary>Nothing was written: somebody else has changed the card meanwhile.</summary>
    public bool IsStale { get; init; }

    /// <summary>It had been taken before.</summary>
    public bool Again { get; init; }

    /// <summary>Somebody very like them is registered already.</summary>
    public bool IsKnown { get; init; }

    /// <summary>What was to be written, where it was not.</summary>
    public CustomerDetails? Details { get; init; }
}
