using Changlai.App.Features.Orders.Recording;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Calendars;
using Changlai.Core.Values;

namespace Changlai.App.Features.Orders.Import.Runs;

/// <summary>How a person wants a file read.</summary>
public sealed record ImportSettings
{
    /// <summary>Field code to heading, an empty one for a field that the file does not have; without entries, columns are recognised.</summary>
    public IReadOnlyDictionary<string, string> Map { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The order of day and month, when somebody states it.</summary>
    public DateOrder? DateOrder { get; init; }

    /// <summary>The store of lines that name none.</summary>
    public required string Store { get; init; }

    /// <summary>Whether lines that name another store are turned down: a manager imports for their own.</summary>
    public bool OnlyThisStore { get; init; }

    /// <summary>Of stores that are new.</summary>
    public required string TimeZone { get; init; }

    /// <summary>Of stores that are new.</summary>
    public required string Currency { get; init; }

    /// <summary>Name of the system that the numbers come from.</summary>
    public required string Source { get; init; }

    internal RecordingOptions ForRecording() => new(Source, Store, TimeZone, Currency, OnlyThisStore);

    /// <param name="known">The stores there are: one of them keeps its own time zone and currency.</param>
    internal OrderFileOptions ForReading(IEnumerable<StoreEntry> known, DateTimeOffset now, TextWriter? rejects, IProgress<long>? progress)
    {
        var store = known.FirstOrDefault(entry => entry.Name.Equals(Store, StringComparison.OrdinalIgnoreCase));
        var zone = store?.Zone ?? TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
        return new OrderFileOptions
        {
            Map = Map,
            DateOrder = DateOrder,
            TimeZone = zone,
            CurrencyDigits = Currencies.Digits(store?.Currency ?? Currency),
            AsOf = StoreDay.On(now, zone),
            Rejects = rejects,
            Progress = progress,
        };
    }
}
