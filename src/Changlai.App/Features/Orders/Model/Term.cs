using System.Globalization;
using Changlai.Core.Values;

namespace Changlai.App.Features.Orders.Model;

/// <summary>A length of time that was promised or is expected: days, or calendar months.</summary>
/// <param name="Count">One or more.</param>
public readonly record struct Term(int Count, bool IsMonths)
{
    public const int MostDays = 36_600;
    public const int MostMonths = 1_200;

    private static readonly Text Months = new("{0} 个月", "{0} months");
    private static readonly Text OneMonth = new("1 个月", "1 month");
    private static readonly Text Days = new("{0} 天", "{0} days");
    private static readonly Text OneDay = new("1 天", "1 day");

    public bool IsPossible => Count >= 1 && Count <= (IsMonths ? MostMonths : MostDays);

    public Text Words => Count == 1 ? (IsMonths ? OneMonth : OneDay) : (IsMonths ? Months : Days).With(Count);

    /// <summary>The last day of the term; twelve months from 29 February end on the 28th.</summary>
    public DateOnly From(DateOnly start) => IsMonths ? start.AddMonths(Count) : start.AddDays(Count);

    /// <summary>The stored form: <c>24m</c>, <c>90d</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Count}{(IsMonths ? 'm' : 'd')}");

    public static Term? Parse(string? text) =>
        text is [.. var count, ('m' or 'd') and var unit] && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && new Term(number, unit == 'm') is { IsPossible: true } term ? term : null;
}
