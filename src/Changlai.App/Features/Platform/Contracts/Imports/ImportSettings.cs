using Changlai.App.Features.Platform.Contracts.Tables;
using Changlai.Core.Calendars;
using Changlai.Core.Values;

namespace Changlai.App.Features.Platform.Contracts.Imports;

/// <summary>How a person wants a file read, and who they are.</summary>
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

    /// <summary>Who imports.</summary>
    public long StaffId { get; init; }

    /// <summary>Code of their role, which bounds what they may give to others.</summary>
    public string Role { get; init; } = "";

    /// <summary>The language of whoever reads the reasons in the file of rejects.</summary>
    public Language Language { get; init; }
}

/// <summary>One reading of a file.</summary>
/// <param name="Stores">Those there are.</param>
/// <param name="Rejects">Takes every line not taken as CSV; null to leave that out. Stays open.</param>
/// <param name="Progress">Hears of the number of rows read.</param>
internal sealed record ImportReading(
    string File, ImportSettings Settings, IReadOnlyCollection<StoreEntry> Stores, DateTimeOffset Now, TextWriter? Rejects, IProgress<long> Progress, CancellationToken Cancellation)
{
    /// <summary>The store of lines that name none, when it is one there is.</summary>
    public StoreEntry? Store => Stores.FirstOrDefault(store => store.Name.Equals(Settings.Store, StringComparison.OrdinalIgnoreCase));

    public TimeZoneInfo Zone => Store?.Zone ?? TimeZoneInfo.FindSystemTimeZoneById(Settings.TimeZone);

    public DateOnly Today => StoreDay.On(Now, Zone);
}
