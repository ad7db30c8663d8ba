using Changlai.App.Features.Platform.Contracts.Imports;
using Changlai.App.Features.Platform.Contracts.Tables;
using Changlai.Core.Values;

namespace Changlai.App.Features.Orders.Import;

/// <summary>The words of an import of orders.</summary>
internal static class OrderImportTexts
{
    public static readonly ImportKind Kind = new("orders", 0, new Text("订单", "Orders"))
    {
        Needs = ImportNeeds.Store | ImportNeeds.NewStores | ImportNeeds.Source | ImportNeeds.DateOrder,
        SaysReasons = false,
        New = new Text("导入订单", "Import orders"),
        FileLabel = new Text("订单文件", "Order file"),
        FileHint = new Text("一行一条订单明细。", "One line of an order to a row."),
        Changes = new Text("新增的单", "New orders"),
        NothingNew = new Text("这些订单都已经有了，再导入一次也不会改变什么。", "All of these orders are here already; importing them again changes nothing."),
        Comparing = new Text("读完 {0} 行，正在和已有的订单比对", "{0} lines read; comparing them with the orders stored"),
        Writing = new Text("读完 {0} 行，正在写入订单", "{0} lines read; storing the orders"),
        Done = new Text("导入完成，用了 {0} 秒。回访正在按新订单重新安排，通常一分钟内好。", "Imported in {0} seconds. Follow-ups are being planned from the new orders, usually within a minute."),
        StoreLabel = new Text("没写门店的行归哪家", "Store of lines that name none"),
        Next = [new ImportWay("/customers", new Text("看客户", "See the customers")), new ImportWay("/plans", new Text("看回访计划", "See the plans"))],
    };

    public static readonly Text Orders = new("订单", "Orders");
    public static readonly Text LinesBeside = new("{0} 条明细", "{0} lines");
    public static readonly Text Returns = new("退货", "Returns");
    public static readonly Text Customers = new("客户", "Customers");
    public static readonly Text NewBeside = new("新客户 {0} 位", "{0} of them new");
    public static readonly Text InFile = new("文件中的人数", "named in the file");
    public static readonly Text Products = new("商品", "Products");
    public static readonly Text ProductsBeside = new("种", "different");
    public static readonly Text Dates = new("日期", "Dates");
    public static readonly Text Numbers = new("订单号", "Order numbers");
    public static readonly Text NumbersDerived = new("文件没有订单号：同一客户同一天的明细算一张订单。", "The file has none: what one customer bought on one day is one order.");
    public static readonly Text ChooseColumn = new("请在下面的“列的对应”里选一列。", "Choose the column under “Columns” below.");

    public static TableProblem OtherStores(string own, IReadOnlyList<string> others) => new("other-stores",
        new Text("文件里有别家门店的订单：{0}。", "The file has orders of other stores: {0}.").With(string.Join(", ", others.Take(10))),
        new Text("请只保留“{0}”的订单，或请总部导入整个文件。", "Keep only the orders of “{0}”, or ask the head office to import the whole file.").With(own));

    /// <summary>A field's name in the form, where "customer" alone would leave open which of three columns is meant.</summary>
    public static Text FieldName(OrderField field) => field switch
    {
        OrderField.CustomerNumber => new Text("客户编号", "Customer number"),
        OrderField.ProductCode => new Text("商品编码", "Product code"),
        _ => Capital(OrderFileWords.NameOf(field)),
    };

    public static Text ReasonName(string code) => code switch
    {
        "too-few-cells" => new Text("格子太少", "Too few cells"),
        "too-many-cells" => new Text("格子太多", "Too many cells"),
        "customer-missing" => new Text("没写客户", "No customer"),
        "date-missing" => new Text("没有日期", "No date"),
        "date-invalid" => new Text("日历上没有的日期", "Impossible date"),
        "date-future" => new Text("日期还没到", "A date in the future"),
        "quantity-missing" => new Text("没有数量", "No quantity"),
        "quantity-invalid" => new Text("不能作数量", "Cannot be a quantity"),
        "order-missing" => new Text("没有订单号", "No order number"),
        "product-missing" => new Text("没写商品", "No product"),
        "price-missing" => new Text("没有价格", "No price"),
        "price-invalid" => new Text("不能作单价", "Cannot be a unit price"),
        "amount-invalid" => new Text("不能作金额", "Cannot be an amount"),
        "currency-other" => new Text("币种不同", "Another currency"),
        "order-of-another-store" => new Text("订单属于别家门店", "The order belongs to another store"),
        "customer-erased" => new Text("客户已应要求删除", "The customer was erased at their request"),
        "customer-of-another-store" => new Text("客户属于别家门店", "The customer belongs to another store"),
        "order-of-another-customer" => new Text("订单属于另一位客户", "The order belongs to another customer"),
        _ => new Text(code, code),
    };

    private static Text Capital(Text name) => new(name.Chinese, char.ToUpperInvariant(name.English[0]) + name.English[1..]);
}
