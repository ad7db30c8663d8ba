using System.Globalization;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Features.Platform.People.Sessions;
using Changlai.Core.Calendars;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Http;

namespace Changlai.App.Features.Platform.People.Pages;

/// <summary>Enters and changes people, for the pages and for other programs alike. Each works inside the caller's transaction, which stays open.</summary>
internal sealed class StaffWork(Database database, StoreDirectory stores, TimeProvider time)
{
    public Database Database => database;

    public StaffTaken Add(DatabaseSession session, Viewer viewer, IFormCollection typed, Language language, string? key)
    {
        if (FormKeys.Take(session, "staff", key, time.GetUtcNow()) is { } before) return new StaffTaken(new StaffForm()) { Id = long.TryParse(before, out var known) ? known : null, Again = true };
        var form = StaffForm.Read(typed, viewer, StoresOf(viewer), null, name => StaffAccounts.IsTaken(session, name));
        if (form.Errors.Count > 0) return new StaffTaken(form);
        var id = StaffAccounts.Add(session, [new NewStaff(form.Name, form.SignIn, null, form.Role, form.StoreId, Weekdays.All, int.Parse(form.Capacity, CultureInfo.InvariantCulture), typed.ContainsKey("language") ? form.Language : language == Language.Chinese ? "zh" : "en")]);
        Reach(session, id, form);
        FormKeys.Answer(session, "staff", key, id.ToString(CultureInfo.InvariantCulture));
        AuditPen.Current?.About("staff", id);
        AuditPen.Current?.OfStore(form.StoreId);
        AuditPen.Current?.Add("to", form.Role);
        return new StaffTaken(form) { Id = id };
    }

    /// <returns>With what is wrong, if anything is.</returns>
    public StaffForm Change(DatabaseSession session, Viewer viewer, StaffPerson person, IFormCollection typed)
    {
        var form = StaffForm.Read(typed, viewer, StoresOf(viewer), person, _ => false);
        if (form.Errors.Count == 0 && person.Role == StaffRole.Admin && form.Role != "admin" && IsLastAdmin(session, person.Id))
            form = form with { Errors = new Dictionary<string, Text>(StringComparer.Ordinal) { ["role"] = StaffTexts.LastAdmin } };
        if (form.Errors.Count > 0) return form;
        session.Execute("UPDATE staff SET name = @name, role = @role, store_id = @store, language = @language WHERE id = @id",
            ("name", form.Name), ("role", form.Role), ("store", form.StoreId), ("language", form.Language), ("id", person.Id));
        Reach(session, person.Id, form);
        Tell(person, form);
        return form;
    }

    /// <returns>Why they stay; null when they have left.</returns>
    public Text? Leave(DatabaseSession session, Viewer viewer, StaffPerson person)
    {
        if (person.Id == viewer.StaffId) return StaffTexts.NotYourself;
        if (person.Role == StaffRole.Admin && IsLastAdmin(session, person.Id)) return StaffTexts.LastAdmin;
        session.Execute("UPDATE staff SET active = @no WHERE id = @id", ("no", false), ("id", person.Id));
        StaffSessions.EndAll(session, person.Id, null, time.GetUtcNow());
        AuditPen.Current?.Add("state", "left");
        return null;
    }

    public static void Return(DatabaseSession session, StaffPerson person)
    {
        session.Execute("UPDATE staff SET active = @yes WHERE id = @id", ("yes", true), ("id", person.Id));
        AuditPen.Current?.Add("state", "at work");
    }

    /// <summary>Somebody whom the viewer looks after and does not stand below: a manager resets no administrator's password.</summary>
    public static StaffPerson? Mine(DatabaseSession session, Viewer viewer, long staffId) =>
        StaffPerson.Find(session, viewer, staffId) is { } person && (StaffForm.MayGive(viewer, person.Role) || staffId == viewer.StaffId) ? person : null;

    // Of two administrators who lower each other at the same moment, one has to see what the other did.
    private static bool IsLastAdmin(DatabaseSession session, long staffId)
    {
        session.LockInTransaction("administrators");
        return session.Scalar<long>("SELECT count(*) FROM staff WHERE role = 'admin' AND active AND password_hash IS NOT NULL AND id <> @id", ("id", staffId)) == 0;
    }

    private static void Reach(DatabaseSession session, long id, StaffForm form)
    {
        session.Execute("UPDATE staff SET scope = @scope WHERE id = @id", ("scope", form.Reach.Length == 0 ? null : form.Reach), ("id", id));
        session.Execute("DELETE FROM staff_store WHERE staff_id = @id", ("id", id));
        foreach (var store in form.Further.Select(long.Parse).Where(store => store != form.StoreId))
            session.Execute("INSERT INTO staff_store (staff_id, store_id) VALUES (@id, @store)", ("id", id), ("store", store));
    }

    private static void Tell(StaffPerson before, StaffForm after)
    {
        var was = StaffForm.Of(before);
        (string Name, string From, string To)[] fields =
            [("name", was.Name, after.Name), ("language", was.Language, after.Language), ("role", was.Role, after.Role), ("store", was.Store, after.Store), ("reach", was.Reach, after.Reach), ("further stores", string.Join(' ', was.Further), string.Join(' ', after.Further))];
        var changed = fields.Where(field => field.From != field.To).ToList();
        AuditPen.Current?.Add("fields", string.Join(", ", changed.Select(field => field.Name)));
        // Who may do what is told in full; names are not.
        AuditPen.Current?.Add("from", string.Join(", ", changed.Where(field => field.Name is not ("name" or "language")).Select(field => field.From.Length == 0 ? "-" : field.From)));
        AuditPen.Current?.Add("to", string.Join(", ", changed.Where(field => field.Name is not ("name" or "language")).Select(field => field.To.Length == 0 ? "-" : field.To)));
        AuditPen.Current?.OfStore(after.StoreId ?? before.StoreId);
    }

    private IReadOnlyCollection<long> StoresOf(Viewer viewer) => [.. stores.Stores().Keys.Where(store => viewer.InStores.Includes(store, null))];
}

/// <param name="Form">With what is wrong, if anything is.</param>
/// <param name="Id">Null when they were not entered, or were before and nobody remembers as whom.</param>
internal sealed record StaffTaken(StaffForm Form)
{
    public long? Id { get; init; }
    public bool Again { get; init; }
}
