using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Imports;
using Changlai.Core.Values;

namespace Changlai.App.Features.Platform.Imports.Pages;

/// <summary>What a person filled in about a file, as typed, and what is wrong with it.</summary>
public sealed record ImportForm
{
    /// <summary>Name of a store there is; empty for one that is new.</summary>
    public string Store { get; init; } = "";

    public string NewStore { get; init; } = "";
    public string TimeZone { get; init; } = BusinessDay.DefaultTimeZone;
    public string Currency { get; init; } = BusinessDay.DefaultCurrency;
    public string Source { get; init; } = DefaultSource;

    /// <summary>By field name.</summary>
    public IReadOnlyDictionary<string, Text> Errors { get; init; } = new Dictionary<string, Text>(StringComparer.Ordinal);

    /// <summary>The same that the command line takes, so that a file imported here is known there.</summary>
    public const string DefaultSource = "import";

    private const int LongestName = 100;

    /// <summary>A form nobody has touched yet.</summary>
    public static ImportForm Fresh(IReadOnlyCollection<StoreEntry> stores, Text newStore, Language language) => stores.FirstOrDefault() is { } first
        ? new ImportForm { Store = first.Name, TimeZone = first.Zone.Id, Currency = first.Currency }
        : new ImportForm { NewStore = newStore.In(language) };

    public static ImportForm Of(ImportSettings settings, IReadOnlyCollection<StoreEntry> stores)
    {
        var known = stores.Any(store => store.Name.Equals(settings.Store, StringComparison.OrdinalIgnoreCase));
        return new ImportForm
        {
            Store = known ? settings.Store : "",
            NewStore = known ? "" : settings.Store,
            TimeZone = settings.TimeZone,
            Currency = settings.Currency,
            Source = settings.Source,
        };
    }

    public static ImportForm Of(Func<string, string> field) => new()
    {
        Store = field(nameof(Store).ToLowerInvariant()),
        NewStore = field("newStore"),
        TimeZone = field("timeZone"),
        Currency = field("currency").ToUpperInvariant(),
        Source = field("source") is { Length: > 0 } source ? source : DefaultSource,
    };

    /// <summary>The settings; null when something is wrong, which the form then says.</summary>
    /// <param name="stores">The stores this person may import for.</param>
    /// <param name="ownOnly">Whether they may import for those only.</param>
    internal (ImportSettings? Settings, ImportForm Form) Check(IImportTarget target, IReadOnlyCollection<StoreEntry> stores, bool ownOnly)
    {
        var needs = target.Kind.Needs;
        var errors = new Dictionary<string, Text>(StringComparer.Ordinal);
        var known = stores.FirstOrDefault(store => store.Name == Store) ?? (ownOnly && !needs.HasFlag(ImportNeeds.Store) ? stores.FirstOrDefault() : null);
        var isNew = known is null && !ownOnly && needs.HasFlag(ImportNeeds.NewStores);
        if (needs.HasFlag(ImportNeeds.Store) && known is null && !isNew && (ownOnly || Store.Length > 0)) errors["store"] = ImportTexts.StoreNotYours;
        if (isNew && NewStore.Length is 0 or > LongestName) errors["newStore"] = ImportTexts.NewStoreMissing;
        if (isNew && !TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _)) errors["timeZone"] = ImportTexts.TimeZoneUnknown;
        if (isNew && !(Currency.Length == 3 && Currency.All(char.IsAsciiLetterUpper))) errors["currency"] = ImportTexts.CurrencyUnknown;
        if (Source.Length > LongestName) errors["source"] = ImportTexts.SourceTooLong;
        if (target.ProblemWith(Source) is { } refused) errors["source"] = refused;
        if (errors.Count > 0) return (null, this with { Errors = errors });
        return (new ImportSettings
        {
            Store = known?.Name ?? (isNew ? NewStore : ""),
            OnlyThisStore = ownOnly,
            // A kind that makes no stores does not ask for these.
            TimeZone = known?.Zone.Id ?? (isNew ? TimeZone : BusinessDay.DefaultTimeZone),
            Currency = known?.Currency ?? (isNew ? Currency : BusinessDay.DefaultCurrency),
            Source = Source,
        }, this);
    }
}
