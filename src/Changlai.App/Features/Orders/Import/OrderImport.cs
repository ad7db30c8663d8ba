using Changlai.App.Features.Orders.Contracts;
using Changlai.App.Features.Orders.Recording;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Orders.Import;

/// <summary>What came of importing an order file.</summary>
internal sealed record OrderImportReport(long Rows, RecordingReport Recorded, IReadOnlyDictionary<string, long> Rejected);

/// <summary>Takes the contents of an order file into the database, inside the caller's transaction: the whole file or nothing.</summary>
internal static class OrderImport
{
    public static readonly string OfAnotherCustomer = OrderReasons.OrderOfAnotherCustomer.Code;

    public static OrderImportReport Take(
        DatabaseSession session, OrderFileContents contents, RecordingOptions options, IEnumerable<IOrdersRecorded> listeners, TimeProvider time)
    {
        var batch = new OrderBatch(contents.Lines, contents.OrderNumbers, contents.Customers, contents.Products, contents.Stores, contents.Staff);
        var recorded = new OrderRecorder(session, listeners, time).Record(batch, options with { Currency = options.Currency ?? contents.Currency });
        var rejected = new SortedDictionary<string, long>(contents.Rejected.ToDictionary(), StringComparer.Ordinal);
        if (recorded.LinesOfAnotherCustomer.Count > 0) rejected[OfAnotherCustomer] = recorded.LinesOfAnotherCustomer.Count;
        if (recorded.LinesOfAnotherStore.Count > 0) rejected[OrderReasons.OrderOfAnotherStore.Code] = recorded.LinesOfAnotherStore.Count;
        if (recorded.LinesOfAnotherStoresCustomer.Count > 0) rejected[OrderReasons.CustomerOfAnotherStore.Code] = recorded.LinesOfAnotherStoresCustomer.Count;
        if (recorded.LinesOfErased.Count > 0) rejected[OrderReasons.CustomerErased.Code] = recorded.LinesOfErased.Count;
        return new OrderImportReport(contents.Rows, recorded, rejected);
    }
}
