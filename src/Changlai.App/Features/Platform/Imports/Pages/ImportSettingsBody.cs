using Changlai.App.Features.Platform.Contracts.Imports;
using Changlai.App.Features.Platform.Contracts.Tables;
using Changlai.App.Features.Platform.Imports.Runs;
using Changlai.Core.Values;

namespace Changlai.App.Features.Platform.Imports.Pages;

/// <summary>How another program wants a file read. What is not given stays as it is.</summary>
/// <param name="Check">The reading that was looked at: <c>check</c> of the import.</param>
/// <param name="Store">Name of a store there is.</param>
/// <param name="NewStore">Name of a new one, in place of it.</param>
/// <param name="Columns">Field to heading, in place of all that were stated before; an empty heading for what the file does not have. Without entries columns are recognised.</param>
/// <param name="DateOrder">YearMonthDay, DayMonthYear or MonthDayYear; empty to have it decided by the dates.</param>
internal sealed record ImportSettingsBody(
    int? Check, string? Store, string? NewStore, string? TimeZone, string? Currency, string? Source, IReadOnlyDictionary<string, string?>? Columns, string? DateOrder)
{
    private static readonly Text NoField = new("没有“{0}”这个字段，可用的是：{1}。", "There is no field {0}; there are: {1}.");
    private static readonly Text NoHeading = new("文件里没有“{0}”这一列，有的是：{1}。", "The file has no column {0}; it has: {1}.");
    private static readonly Text NoOrder = new("请用其中之一：{0}。", "Give one of: {0}.");

    /// <summary>As the form of the page would hold it.</summary>
    public Func<string, string> Field(ImportForm now) => name => (name switch
    {
        "store" => NewStore is null ? Store ?? now.Store : Store ?? "",
        "newStore" => NewStore ?? now.NewStore,
        "timeZone" => TimeZone ?? now.TimeZone,
        "currency" => Currency ?? now.Currency,
        "source" => Source ?? now.Source,
        _ => "",
    }).Trim();

    public (IReadOnlyDictionary<string, string> Map, DateOrder? DateOrder, Dictionary<string, Text> Problems) Reading(ImportDetails details, IReadOnlyList<ImportField> fields)
    {
        var problems = new Dictionary<string, Text>(StringComparer.Ordinal);
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        var headings = details.Preview?.Headings ?? [];
        foreach (var (code, heading) in Columns ?? new Dictionary<string, string?>(StringComparer.Ordinal))
        {
            var field = $"columns.{CellText.Shorten(code)}";
            if (fields.All(one => one.Code != code)) problems[field] = NoField.With(CellText.Shorten(code), string.Join(", ", fields.Select(one => one.Code)));
            else if (heading is { Length: > 0 } && !headings.Contains(heading, StringComparer.Ordinal))
                problems[field] = NoHeading.With(CellText.Shorten(heading), string.Join(", ", headings.Where(one => one.Length > 0).Take(40).Select(CellText.Shorten)));
            else map[code] = heading ?? "";
        }
        var order = details.Settings.DateOrder;
        if (DateOrder is { Length: 0 }) order = null;
        else if (DateOrder is not null)
        {
            var names = Enum.GetValues<DateOrder>();
            order = names.Cast<DateOrder?>().FirstOrDefault(one => string.Equals(one.ToString(), DateOrder, StringComparison.OrdinalIgnoreCase));
            if (order is null) problems["dateOrder"] = NoOrder.With(string.Join(", ", names));
        }
        return (Columns is null ? details.Settings.Map : map, order, problems);
    }
}

/// <param name="Headings">Of the file, as they stand there.</param>
/// <param name="Remembered">What is stated is what somebody chose for the last file with the same headings.</param>
internal sealed record ColumnListing(IReadOnlyList<ColumnListing.Entry> Items, string? Next, IReadOnlyList<string> Headings, bool Remembered, string? DateOrder, string Store)
{
    /// <param name="Heading">Where it is read from; null where the file does not have it.</param>
    /// <param name="IsStated">Somebody said so; otherwise it was recognised.</param>
    internal sealed record Entry(string Field, string Name, string? Heading, bool IsStated);
}
