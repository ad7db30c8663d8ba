using System.Globalization;
using Changlai.Core.Values;

namespace Changlai.App.Features.Platform.Stores;

/// <summary>Days from one to another, as typed, with what is wrong; for stores and for people alike.</summary>
public sealed record StoreDayForm
{
    public const int MostDays = 366;
    public const int LongestReason = 100;
    private static readonly DateOnly Earliest = new(2000, 1, 1);
    private static readonly DateOnly Latest = new(2099, 12, 31);

    public string Kind { get; init; } = StoreDayRange.ClosedKind;
    public string From { get; init; } = "";
    public string To { get; init; } = "";
    public string Reason { get; init; } = "";

    /// <summary>By field name.</summary>
    public IReadOnlyDictionary<string, Text> Errors { get; init; } = new Dictionary<string, Text>(StringComparer.Ordinal);

    internal (StoreDayRange? Days, StoreDayForm Form) Check()
    {
        var errors = new Dictionary<string, Text>(StringComparer.Ordinal);
        if (Kind is not (StoreDayRange.ClosedKind or StoreDayRange.OpenKind)) errors["kind"] = StoreTexts.NoKind;
        var (from, to) = Range(From, To, errors);
        var reason = Reason.Trim();
        if (reason.Length == 0) errors["reason"] = StoreTexts.NoReason;
        else if (reason.Length > LongestReason) errors["reason"] = StoreTexts.TooLong.With(LongestReason, reason.Length);
        return errors.Count > 0 ? (null, this with { Errors = errors }) : (new StoreDayRange(from, to, Kind == StoreDayRange.OpenKind, reason), this);
    }

    /// <summary>Reads two days, of which the second may be left out.</summary>
    internal static (DateOnly From, DateOnly To) Range(string typedFrom, string typedTo, Dictionary<string, Text> errors)
    {
        var from = Day("from", typedFrom, errors);
        var to = string.IsNullOrWhiteSpace(typedTo) ? from : Day("to", typedTo, errors);
        if (from is not { } first || to is not { } last) return default;
        if (last < first) errors["to"] = StoreTexts.WrongOrder;
        else if (last.DayNumber - first.DayNumber >= MostDays) errors["to"] = StoreTexts.RangeTooLong.With(MostDays);
        return (first, last);
    }

    private static DateOnly? Day(string field, string typed, Dictionary<string, Text> errors)
    {
        if (!DateOnly.TryParseExact(FullWidth.Fold(typed.Trim()), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) errors[field] = StoreTexts.NoDay;
        else if (day < Earliest || day > Latest) errors[field] = StoreTexts.DayOutside.With(Earliest.ToString("yyyy-MM-dd"), Latest.ToString("yyyy-MM-dd"));
        else return day;
        return null;
    }
}
