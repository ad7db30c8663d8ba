using System.Globalization;
using Changlai.App.Features.Orders.Import;
using Changlai.App.Features.Orders.Model;
using Changlai.App.Features.Platform.Contracts.Tables;
using Changlai.Core.Values;

namespace Changlai.App.Features.Orders.Forms;

/// <summary>
/// Reads what people type into a form. An empty field is null; of what cannot be read it keeps, by field, what was wrong
/// and what would be right.
/// </summary>
internal sealed class FieldReader
{
    /// <summary>Up to ten million million, as in order files.</summary>
    private const long LargestMajor = 10_000_000_000_000;
    private const long LargestQuantity = 1_000_000_000;
    private const int Milli = 1000;

    public Dictionary<string, Text> Errors { get; } = new(StringComparer.Ordinal);

    public bool IsFine => Errors.Count == 0;

    /// <summary>Keeps a problem; the first of a field stays.</summary>
    public void Say(string field, Text problem) => Errors.TryAdd(field, problem);

    public string? Words(string field, string typed, int longest)
    {
        var words = typed.Trim();
        if (words.Length > longest) Say(field, FormTexts.TooLong.With(longest));
        return words.Length is 0 || words.Length > longest ? null : words;
    }

    public string Needed(string field, string typed, int longest, Text missing)
    {
        var words = Words(field, typed, longest);
        if (words is null) Say(field, missing);
        return words ?? "";
    }

    /// <summary>Minor units, zero or more.</summary>
    public long? Money(string field, string typed, string currency)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        if (!NumberCell.TryRead(typed.Trim(), commaDecimals: false, out var amount) || amount < 0 || amount > LargestMajor)
        {
            Say(field, FormTexts.NoMoney.With(CellText.Shorten(typed.Trim())));
            return null;
        }
        if (Currencies.ToMinor(amount, currency) is { } minor) return minor;
        Say(field, Currencies.Digits(currency) == 0 ? FormTexts.NoCents.With(currency) : FormTexts.TooManyDecimals.With(currency, Currencies.Digits(currency)));
        return null;
    }

    /// <summary>Thousandths, more than zero.</summary>
    public long? Quantity(string field, string typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        if (NumberCell.TryRead(typed.Trim(), commaDecimals: false, out var quantity) && quantity > 0 && quantity <= LargestQuantity
            && quantity * Milli is var milli && milli == decimal.Truncate(milli))
            return (long)milli;
        Say(field, FormTexts.NoQuantity.With(CellText.Shorten(typed.Trim())));
        return null;
    }

    public int? Whole(string field, string typed, int low, int high)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        if (int.TryParse(FullWidth.Fold(typed.Trim()), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= low && number <= high) return number;
        Say(field, FormTexts.NoWhole.With(CellText.Shorten(typed.Trim()), low, high));
        return null;
    }

    public DateOnly? Day(string field, string typed, DateOnly earliest, DateOnly latest)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        if (!DateOnly.TryParseExact(FullWidth.Fold(typed.Trim()), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            Say(field, FormTexts.NoDay.With(CellText.Shorten(typed.Trim())));
        else if (day > latest) Say(field, FormTexts.DayToCome.With(day.ToString("yyyy-MM-dd"), latest.ToString("yyyy-MM-dd")));
        else if (day < earliest) Say(field, FormTexts.DayTooEarly.With(day.ToString("yyyy-MM-dd"), earliest.ToString("yyyy-MM-dd")));
        else return day;
        return null;
    }

    /// <param name="unit">Months or days, as the form's drop-down says: <c>m</c> or <c>d</c>.</param>
    public Term? Term(string field, string typed, string unit)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        var isMonths = unit != "d";
        return Whole(field, typed, 1, isMonths ? Model.Term.MostMonths : Model.Term.MostDays) is { } count ? new Term(count, isMonths) : null;
    }
}
