using Changlai.App.Features.Platform.Contracts.Tables;

namespace Changlai.App.Features.Orders.Import;

/// <summary>What the one who imports says about a file.</summary>
internal sealed record OrderFileOptions
{
    /// <summary>Field to heading, where recognition would go wrong. Fields by their code or any usual heading.</summary>
    public IReadOnlyDictionary<string, string> Map { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Decimals of the currency's minor unit: 2 for yuan and pound, 0 for yen.</summary>
    public int CurrencyDigits { get; init; } = 2;

    /// <summary>The shop's time zone, for dates written with an offset.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Today in the shop. Orders more than two days later are turned down, and help to tell day from month.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>The order of day and month, when someone states it.</summary>
    public DateOrder? DateOrder { get; init; }

    /// <summary>Takes every rejected line as CSV: the original columns, then <c>line</c> and <c>reason</c>. Stays open.</summary>
    public TextWriter? Rejects { get; init; }

    /// <summary>Hears of the number of rows read, every few thousand.</summary>
    public IProgress<long>? Progress { get; init; }
}
