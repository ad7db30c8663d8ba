using Changlai.App.Features.Orders.Contracts;
using Changlai.App.Features.Orders.Recording;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Imports;
using Changlai.App.Ui;
using Changlai.Core.Values;

namespace Changlai.App.Features.Orders.Import;

/// <summary>An order file on its way through the browser.</summary>
internal sealed record OrderContents(OrderFileContents File, RecordingOptions Options, IEnumerable<IOrdersRecorded> Listeners, TimeProvider Time) : ImportContents
{
    public override ImportCounts Count()
    {
        var grouped = new BatchOrders(new OrderBatch(File.Lines, File.OrderNumbers, File.Customers, File.Products, File.Stores, File.Staff), []);
        var (orders, returns) = (grouped.Orders.Where(order => !order.IsReturn).ToList(), grouped.Orders.Where(order => order.IsReturn).ToList());
        return new ImportCounts
        {
            Rows = Rows,
            Figures = Figures(new RecordingReport
            {
                Orders = orders.Count,
                OrderLines = orders.Sum(order => order.LineCount),
                Returns = returns.Count,
                ReturnLines = returns.Sum(order => order.LineCount),
                Customers = File.Customers.Count,
                Products = File.Products.Count,
            }, OrderImportTexts.InFile),
            Rejected = Rejected,
        };
    }

    public override ImportTaken Take(DatabaseSession session, bool isTrial)
    {
        var report = OrderImport.Take(session, File, Options, isTrial ? [] : Listeners, Time);
        var recorded = report.Recorded;
        var heading = File.Headings.GetValueOrDefault(OrderField.OrderNumber, "");
        var customer = OrderField.CustomerNumber is var number && File.Headings.TryGetValue(number, out var numbered) ? numbered : File.Headings.GetValueOrDefault(OrderField.CustomerName, "");
        return new ImportTaken(new ImportCounts
        {
            Rows = report.Rows,
            Figures = Figures(recorded, OrderImportTexts.NewBeside.With(Formats.Number(recorded.NewCustomers))),
            Changes = new ImportChanges(recorded.New, recorded.Updated, recorded.Unchanged),
            Rejected = report.Rejected,
        },
        [
            .. recorded.LinesOfAnotherCustomer.Select(index => new LateReject(File.Lines[index].LineNumber, OrderReasons.OrderOfAnotherCustomer, heading)),
            .. recorded.LinesOfAnotherStore.Select(index => new LateReject(File.Lines[index].LineNumber, OrderReasons.OrderOfAnotherStore, heading)),
            .. recorded.LinesOfAnotherStoresCustomer.Select(index => new LateReject(File.Lines[index].LineNumber, OrderReasons.CustomerOfAnotherStore, customer)),
            .. recorded.LinesOfErased.Select(index => new LateReject(File.Lines[index].LineNumber, OrderReasons.CustomerErased, customer)),
        ]);
    }

    private static IReadOnlyList<ImportFigure> Figures(RecordingReport counts, Text customers) =>
    [
        new(OrderImportTexts.Orders, Formats.Number(counts.Orders), OrderImportTexts.LinesBeside.With(Formats.Number(counts.OrderLines))),
        new(OrderImportTexts.Returns, Formats.Number(counts.Returns), OrderImportTexts.LinesBeside.With(Formats.Number(counts.ReturnLines))),
        new(OrderImportTexts.Customers, Formats.Number(counts.Customers), customers),
        new(OrderImportTexts.Products, Formats.Number(counts.Products), OrderImportTexts.ProductsBeside),
    ];
}
