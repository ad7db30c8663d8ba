using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Imports;
using Changlai.App.Features.Platform.Imports;
using Changlai.App.Ui;
using Changlai.Core.Calendars;
using Changlai.Core.Values;

namespace Changlai.App.Features.Platform.People.Import;

/// <summary>A staff list on its way: a person is known by name and store.</summary>
internal sealed record StaffContents(IReadOnlyList<StaffLine> People, ImportReading Reading) : ImportContents
{
    private sealed record Stored(long Id, string Role, int Weekdays, int Capacity, string Language);

    public override ImportCounts Count() => new() { Rows = Rows, Figures = [Figure], Rejected = Rejected };

    public override ImportTaken Take(DatabaseSession session, bool isTrial)
    {
        session.LockInTransaction("staff");
        var known = Known(session);
        var late = new List<LateReject>();
        var fresh = new List<StaffLine>();
        var changed = new List<(Stored Before, Stored Now)>();
        foreach (var line in People)
        {
            if (!known.TryGetValue((line.Name.ToLowerInvariant(), line.StoreId), out var before)) fresh.Add(line);
            else if (before.Role == "admin" && StaffRoles.Parse(Reading.Settings.Role) != StaffRole.Admin) late.Add(new LateReject(line.Line, StaffImportTexts.RoleNotYours, Fields.GetValueOrDefault("name", "")));
            else if (Over(before, line) is var now && now != before) changed.Add((before, now));
        }

        session.Journal?.Keep(PeopleUndo.Staff, [.. changed.Select(change => change.Before.Id)]);
        if (fresh.Count > 0) StaffAccounts.Add(session, [.. fresh.Select(New)]);
        foreach (var (before, now) in changed) Change(session, before, now);
        return new ImportTaken(new ImportCounts
        {
            Rows = Rows,
            Figures = [Figure],
            Changes = new ImportChanges(fresh.Count, changed.Count, People.Count - fresh.Count - changed.Count - late.Count),
            Rejected = LateRejects.Added(Rejected, late),
        }, late);
    }

    private static Stored Over(Stored before, StaffLine line) => before with
    {
        Role = line.Role ?? before.Role,
        Weekdays = line.Weekdays?.Bits ?? before.Weekdays,
        Capacity = line.Capacity ?? before.Capacity,
        Language = line.Language ?? before.Language,
    };

    private static NewStaff New(StaffLine line) => new(
        line.Name, null, null, line.Role ?? (line.StoreId is null ? StaffRole.HeadOffice : StaffRole.Staff).Code(), line.StoreId, line.Weekdays ?? Weekdays.All,
        line.Capacity ?? StaffAccounts.NewcomerCapacity, line.Language ?? "zh");

    /// <summary>Somebody whose role changes is signed out.</summary>
    private static void Change(DatabaseSession session, Stored before, Stored now) => session.Execute($"""
        UPDATE staff SET role = @role, working_weekdays = @days, daily_capacity = @capacity, language = @language{(before.Role == now.Role ? "" : ", security_stamp = @stamp")} WHERE id = @id
        """, ("role", now.Role), ("days", now.Weekdays), ("capacity", now.Capacity), ("language", now.Language),
        ("stamp", Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16))), ("id", now.Id));

    private static Dictionary<(string Name, long? Store), Stored> Known(DatabaseSession session)
    {
        var known = new Dictionary<(string, long?), Stored>();
        using var rows = session.Read("SELECT name, store_id, id, role, working_weekdays, daily_capacity, language FROM staff WHERE active ORDER BY id DESC");
        while (rows.Next()) known[(rows.Text(0).ToLowerInvariant(), rows.LongOrNull(1))] = new Stored(rows.Long(2), rows.Text(3), rows.Int(4), rows.Int(5), rows.Text(6));
        return known;
    }

    private ImportFigure Figure => new(StaffImportTexts.People, Formats.Number(People.Count), StaffImportTexts.InFile);
}
