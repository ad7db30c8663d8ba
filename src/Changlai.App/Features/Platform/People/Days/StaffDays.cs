using System.Globalization;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Stores;
using Changlai.Core.Calendars;
using Changlai.Core.Values;

namespace Changlai.App.Features.Platform.People.Days;

/// <summary>Days on which somebody is away, or there for a part only.</summary>
/// <param name="Capacity">Contacts they can still make on such a day; null for none.</param>
public sealed record StaffDayOff(long Id, DateOnly From, DateOnly To, string Kind, int? Capacity, string? Note);

/// <summary>When somebody works.</summary>
public sealed record StaffDays(long StaffId, string Name, long? StoreId, Weekdays Weekdays, int Capacity, IReadOnlyList<StaffDayOff> Off)
{
    internal static StaffDays? Find(DatabaseSession session, long id, DateOnly from)
    {
        var off = new List<StaffDayOff>();
        using (var rows = session.Read("SELECT id, from_day, to_day, kind, capacity, note FROM staff_day_off WHERE staff_id = @id AND to_day >= @from ORDER BY from_day, id", ("id", id), ("from", from)))
            while (rows.Next()) off.Add(new StaffDayOff(rows.Long(0), rows.Day(1), rows.Day(2), rows.Text(3), rows.IntOrNull(4), rows.TextOrNull(5)));
        using var person = session.Read("SELECT name, store_id, working_weekdays, daily_capacity FROM staff WHERE id = @id", ("id", id));
        return person.Next() ? new StaffDays(id, person.Text(0), person.LongOrNull(1), Weekdays.FromBits(person.Int(2)), person.Int(3), off) : null;
    }

    /// <summary>Everybody sees their own; whoever looks after a store, those of its people.</summary>
    internal bool IsSeenBy(Viewer viewer) => viewer.StaffId == StaffId || viewer.May(Access.Oversee) && viewer.InStores.Includes(StoreId, null);
}

/// <summary>Working days as typed, and what is wrong with them.</summary>
public sealed record StaffDaysForm
{
    public const int LongestNote = 200;
    private const int MostContacts = 500;

    public string Capacity { get; init; } = "";
    public string From { get; init; } = "";
    public string To { get; init; } = "";
    public string Kind { get; init; } = "holiday";
    public string Left { get; init; } = "";
    public string Note { get; init; } = "";

    /// <summary>By field name.</summary>
    public IReadOnlyDictionary<string, Text> Errors { get; init; } = new Dictionary<string, Text>(StringComparer.Ordinal);

    internal (int? Capacity, StaffDaysForm Form) CheckUsual()
    {
        var capacity = Number(Capacity);
        return capacity is null ? (null, this with { Errors = new Dictionary<string, Text>(StringComparer.Ordinal) { ["capacity"] = StaffDayTexts.NoCapacity } }) : (capacity, this);
    }

    internal (StaffDayOff? Off, StaffDaysForm Form) CheckOff()
    {
        var errors = new Dictionary<string, Text>(StringComparer.Ordinal);
        var (from, to) = StoreDayForm.Range(From, To, errors);
        if (!StaffDayTexts.Kinds.ContainsKey(Kind)) errors["kind"] = StaffDayTexts.NoKind;
        int? left = string.IsNullOrWhiteSpace(Left) ? null : Number(Left) ?? -1;
        if (left == -1) errors["left"] = StaffDayTexts.NoCapacity;
        var note = Note.Trim();
        if (note.Length > LongestNote) errors["note"] = StaffDayTexts.TooLong.With(LongestNote, note.Length);
        return errors.Count > 0 ? (null, this with { Errors = errors }) : (new StaffDayOff(0, from, to, Kind, left, note.Length == 0 ? null : note), this);
    }

    private static int? Number(string typed) =>
        int.TryParse(FullWidth.Fold(typed.Trim()), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= MostContacts ? number : null;
}
