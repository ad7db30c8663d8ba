using Changlai.App.Features.Platform.Contracts.Imports;
using Changlai.Core.Values;

namespace Changlai.App.Features.Orders.Import;

/// <summary>Why a line of an order file cannot be taken.</summary>
internal static class OrderReasons
{
    public static readonly RejectReason TooFewCells = RowReasons.TooFewCells;

    public static readonly RejectReason TooManyCells = RowReasons.TooManyCells;

    public static readonly RejectReason CellTooLong = RowReasons.CellTooLong;

    public static readonly RejectReason CustomerMissing = new("customer-missing",
        new Text("这一行没有写客户。", "The line names no customer."),
        new Text("请填客户编号、手机号或姓名。", "Give the customer's number, phone or name."));

    public static readonly RejectReason DateMissing = new("date-missing",
        new Text("这一行没有下单日期。", "The line has no order date."),
        new Text("请填日期，例如 2026-11-22 或 2026-11-22 08:30。", "Give a date, such as 2026-11-22 or 2026-11-22 08:30."));

    public static readonly RejectReason DateInvalid = new("date-invalid",
        new Text("“{0}”不是日历上有的日期。", "“{0}” is no date that a calendar has."),
        new Text("请填真实的日期，例如 2026-11-22，整列用同一种写法。", "Give a real date, such as 2026-11-22, written the same way in the whole column."));

    public static readonly RejectReason DateFuture = new("date-future",
        new Text("“{0}”还没有到。", "“{0}” has not come yet."),
        new Text("请填已经发生的下单日期。", "Give the day on which the order was placed."));

    public static readonly RejectReason QuantityMissing = new("quantity-missing",
        new Text("这一行没有数量。", "The line has no quantity."),
        new Text("请填数量，例如 2；退货填负数。", "Give a quantity, such as 2; a negative one for a return."));

    public static readonly RejectReason QuantityInvalid = new("quantity-invalid",
        new Text("“{0}”不能作数量。", "“{0}” cannot be a quantity."),
        new Text("请填不为零的数字，最多三位小数，不超过十亿。", "Give a number other than zero, with at most three decimals and up to a billion."));

    public static readonly RejectReason OrderMissing = new("order-missing",
        new Text("这一行没有订单号。", "The line has no order number."),
        new Text("请填订单号。", "Give the order number."));

    public static readonly RejectReason ProductMissing = new("product-missing",
        new Text("这一行没有写商品。", "The line names no product."),
        new Text("请填商品编码或商品名称。", "Give the product's code or name."));

    public static readonly RejectReason PriceMissing = new("price-missing",
        new Text("这一行没有单价，也没有金额。", "The line has neither a unit price nor an amount."),
        new Text("请填单价或金额；赠品填 0。", "Give the unit price or the amount; 0 for a gift."));

    public static readonly RejectReason PriceInvalid = new("price-invalid",
        new Text("“{0}”不能作单价。", "“{0}” cannot be a unit price."),
        new Text("请填数字，例如 99.50。", "Give a number, such as 99.50."));

    public static readonly RejectReason AmountInvalid = new("amount-invalid",
        new Text("“{0}”不能作金额。", "“{0}” cannot be an amount."),
        new Text("请填数字，例如 199.00，不超过十万亿。", "Give a number, such as 199.00, up to ten million million."));

    public static readonly RejectReason CurrencyOther = new("currency-other",
        new Text("这一行的币种“{0}”和前面的不同。", "The line's currency “{0}” differs from those before it."),
        new Text("一个文件只放一种币种，请分开导入。", "Keep one currency to a file and import them apart."));

    /// <summary>Found only when orders are put together: one order cannot belong to two customers.</summary>
    public static readonly RejectReason OrderOfAnotherCustomer = new("order-of-another-customer",
        new Text("订单“{0}”在文件里已经属于另一位客户。", "Order “{0}” already belongs to another customer in this file."),
        new Text("一张订单只属于一位客户；请核对订单号或客户。", "An order belongs to one customer; check the order number or the customer."));

    /// <summary>Found only by comparing with what is stored: the number is another store's.</summary>
    public static readonly RejectReason OrderOfAnotherStore = new("order-of-another-store",
        new Text("订单“{0}”属于别家门店。", "Order “{0}” belongs to another store."),
        new Text("请只导入本店的订单；确要更正别店的订单，请总部导入。", "Import your own store's orders only; to correct another's, ask the head office to import them."));

    /// <summary>Found only by comparing with what is stored: the customer is another store's.</summary>
    public static readonly RejectReason CustomerErased = new("customer-erased",
        new Text("“{0}”已应本人要求删除。", "“{0}” was erased at their own request."),
        new Text("请从文件里去掉；若本人又来消费，请先在客户页登记，再手工录入订单。", "Take the line out; if they have come again, enter them on the customers' page and the order by hand."));

    public static readonly RejectReason CustomerOfAnotherStore = new("customer-of-another-store",
        new Text("客户“{0}”属于别家门店。", "Customer “{0}” belongs to another store."),
        new Text("请总部导入这些订单，或先请总部把客户转到本店。", "Ask the head office to import these orders, or to give the customer to your store first."));
}
