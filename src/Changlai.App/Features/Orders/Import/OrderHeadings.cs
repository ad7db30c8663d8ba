using Changlai.App.Features.Platform.Contracts.Imports;
using Changlai.App.Features.Platform.Contracts.Tables;

namespace Changlai.App.Features.Orders.Import;

/// <summary>
/// Knows the usual Chinese and English headings of order files.
/// </summary>
internal static class OrderHeadings
{
    /// <summary>Headings by field, the surest first: where two columns would do, the one named earlier here is taken.</summary>
    private static readonly Dictionary<OrderField, string[]> Usual = new()
    {
        [OrderField.OrderNumber] =
        [
            "订单号", "订单编号", "订单号码", "销售单号", "小票号", "流水号", "单据编号", "单据号", "发票号", "单号", "交易号", "订单",
            "order number", "order no", "order id", "invoice no", "invoice number", "invoice id", "receipt no", "receipt number",
            "transaction id", "order", "invoice", "receipt",
        ],
        [OrderField.CustomerNumber] =
        [
            "客户编号", "客户号", "客户ID", "客户代码", "会员编号", "会员号", "会员卡号", "会员ID", "卡号", "顾客编号", "顾客ID", "用户ID", "买家ID",
            "customer id", "customer no", "customer number", "customer code", "member id", "member no", "member number", "card no",
            "card number", "client id", "client no", "client number", "buyer id", "user id",
        ],
        [OrderField.CustomerName] =
        [
            "客户姓名", "客户名称", "会员姓名", "会员名称", "顾客姓名", "姓名", "收货人", "收货人姓名", "买家姓名", "客户", "会员", "顾客", "买家",
            "customer name", "member name", "client name", "buyer name", "full name", "name", "customer", "client", "member", "buyer",
        ],
        [OrderField.Phone] =
        [
            "手机号", "手机号码", "手机", "客户手机", "会员手机", "顾客手机", "客户电话", "联系电话", "联系方式", "电话号码", "电话", "收货人手机",
            "mobile", "mobile phone", "mobile number", "phone number", "phone no", "customer phone", "phone", "telephone", "tel", "cell phone",
        ],
        [OrderField.ProductCode] =
        [
            "商品编码", "商品编号", "商品代码", "产品编码", "产品编号", "货号", "商品货号", "商品条码", "条码", "物料编码", "项目编号", "款号", "商品ID", "产品ID",
            "sku", "product code", "product id", "product no", "item code", "item no", "item number", "stock code", "barcode", "lineitem sku",
        ],
        [OrderField.ProductName] =
        [
            "商品名称", "产品名称", "品名", "商品名", "产品名", "货品名称", "商品标题", "宝贝标题", "项目名称", "服务项目", "商品", "产品", "项目",
            "product name", "item name", "product description", "item description", "lineitem name", "description", "product", "item", "service",
        ],
        [OrderField.Quantity] =
        [
            "数量", "购买数量", "销售数量", "件数", "商品数量", "订购数量", "宝贝总数量", "次数",
            "quantity", "qty", "quantity ordered", "lineitem quantity", "units", "count",
        ],
        [OrderField.UnitPrice] =
        [
            "单价", "成交单价", "销售单价", "实际单价", "商品单价", "成交价", "售价", "价格", "商品价格",
            "unit price", "price each", "item price", "lineitem price", "selling price", "price",
        ],
        [OrderField.Amount] =
        [
            "实付金额", "实收金额", "成交金额", "销售金额", "商品金额", "订单金额", "金额", "小计", "合计", "总价", "总金额",
            "line total", "line amount", "net amount", "amount", "subtotal", "total price", "total amount", "total", "sales",
        ],
        [OrderField.OrderedAt] =
        [
            "下单时间", "下单日期", "订单时间", "订单日期", "订单创建时间", "购买时间", "购买日期", "消费时间", "消费日期", "交易时间", "交易日期",
            "销售时间", "销售日期", "成交时间", "付款时间", "订单付款时间", "开单时间", "开单日期", "单据日期", "日期", "时间",
            "ordered at", "order date", "order time", "order datetime", "purchase date", "purchased at", "invoice date", "transaction date",
            "sale date", "sales date", "created at", "date", "timestamp", "time",
        ],
        [OrderField.Store] =
        [
            "门店", "门店名称", "店铺", "店铺名称", "分店", "所属门店", "销售门店", "消费门店", "网点",
            "store", "store name", "shop", "shop name", "branch", "branch name", "outlet", "location",
        ],
        [OrderField.Staff] =
        [
            "导购", "导购员", "销售员", "销售", "销售人员", "店员", "营业员", "业务员", "服务人员", "技师", "美容师", "顾问", "收银员", "经办人",
            "staff", "staff name", "sales person", "sales rep", "seller", "employee", "clerk", "assistant", "associate",
        ],
        [OrderField.Status] =
        [
            "订单状态", "状态", "交易状态", "单据类型", "订单类型", "order status", "status", "order type", "transaction type",
        ],
        [OrderField.Category] =
        [
            "商品分类", "商品类别", "产品分类", "产品类别", "品类", "类别", "分类", "product category", "category", "product type", "department",
        ],
        [OrderField.Currency] = ["币种", "货币", "currency", "currency code"],
    };

    private static readonly FieldHeadings Known = new([.. OrderFields.All.Select(field => new ImportField(field.Code(), OrderFileWords.NameOf(field), Usual[field]))]);

    /// <summary>The usual headings of a field, the surest first.</summary>
    public static IReadOnlyList<string> UsualOf(OrderField field) => Usual[field];

    /// <summary>A few headings that would be recognised, for telling people what is missing.</summary>
    public static string Examples(OrderField field) => string.Join(" / ",
        Usual[field].Take(2).Concat(Usual[field].Where(heading => char.IsAsciiLetter(heading[0])).Take(2)));

    /// <summary>Finds the column of each field.</summary>
    /// <param name="headings">The file's headings.</param>
    /// <param name="map">Field to heading, as someone stated them; they win over recognition. An empty heading: the file does not have the field.</param>
    /// <param name="problem">An unknown field, or a heading that the file does not have.</param>
    public static OrderColumns Recognise(
        IReadOnlyList<string> headings, IReadOnlyDictionary<string, string> map, out TableProblem? problem)
    {
        var found = Known.Find(headings, map, out problem);
        return new OrderColumns(headings, OrderFields.All.Where(field => found.ContainsKey(field.Code())).ToDictionary(field => field, field => found[field.Code()]));
    }
}
