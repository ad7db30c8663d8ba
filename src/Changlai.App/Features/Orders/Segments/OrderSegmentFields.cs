using Changlai.App.Features.Customers.Contracts.Segments;
using Changlai.App.Features.Orders.Recording;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Values;

namespace Changlai.App.Features.Orders.Segments;

/// <summary>What customers bought, how much, and when.</summary>
internal sealed class OrderSegmentFields : ISegmentField
{
    private const int MostCategories = 200;
    private const string Summary = "order_summary";
    private static readonly Text Orders = new("购买", "Orders");
    private static readonly Text Days = new("天", "days");

    public IEnumerable<SegmentField> Read(DatabaseSession session) => Read(session, BoughtProducts.Source(session));

    private static IEnumerable<SegmentField> Read(DatabaseSession session, BoughtSource bought) =>
    [
        Day("orders.last", new("最近一次购买", "last order"), "last_order_on") with { IsUsual = true },
        Day("orders.first", new("第一次购买", "first order"), "first_order_on"),
        new("orders.count", Orders, new("订单数", "orders"), SegmentFieldKind.Number, "coalesce(order_summary.orders, 0)") { Summary = Summary, IsForEveryone = true, IsUsual = true },
        new("orders.total", Orders, new("累计金额", "total spent"), SegmentFieldKind.Money, "order_summary.total_minor")
        {
            Summary = Summary, IsIndexed = true, Currency = "order_summary.currency",
        },
        new("orders.product", Orders, new("买过的产品", "product bought"), SegmentFieldKind.Choice, "bought.product_id")
        {
            History = new(bought.From, "bought.customer_id") { IsOneRowForEachValue = bought.IsOneRow }, IsIndexed = bought.IsIndexed, Values = SegmentValues.Id, IsUsual = true, Choices = new ProductChoices(),
            Phrases = new(new("买过{0}", "{0} bought"), new("没买过{0}", "{0} never bought")),
        },
        new("orders.category", Orders, new("买过的类别", "category bought"), SegmentFieldKind.Choice, "product.category")
        {
            History = new($"{bought.From} JOIN product ON product.id = bought.product_id", "bought.customer_id"), Options = Categories(session),
            Phrases = new(new("买过{0}类产品", "products of {0} bought"), new("没买过{0}类产品", "no products of {0} bought")),
        },
        new("orders.interval", Orders, new("平常购买间隔", "usual days between orders"), SegmentFieldKind.Number, "order_summary.median_days")
        {
            Summary = Summary, MayBeUnknown = true, Unit = Days,
        },
        Day("orders.next", new("预计下次购买", "next purchase expected"), "next_purchase_on"),
        new("orders.silent", Orders, new("沉默", "silent"), SegmentFieldKind.YesNo, "order_summary.silent_on <= @today")
        {
            Summary = Summary, IsIndexed = true, ChangesOn = "order_summary.silent_on", Phrases = new(new("已经沉默", "silence longer than usual"), new("没有沉默", "no silence")),
        },
    ];

    private static SegmentField Day(string code, Text name, string column) =>
        new(code, Orders, name, SegmentFieldKind.Day, $"order_summary.{column}") { Summary = Summary, IsIndexed = true, MayBeUnknown = true };

    private static List<SegmentOption> Categories(DatabaseSession session)
    {
        var options = new List<SegmentOption>();
        using var rows = session.Read($"SELECT DISTINCT category FROM product WHERE category IS NOT NULL ORDER BY category LIMIT {MostCategories}");
        while (rows.Next()) options.Add(new SegmentOption(rows.Text(0), new Text(rows.Text(0), rows.Text(0))));
        return options;
    }
}
