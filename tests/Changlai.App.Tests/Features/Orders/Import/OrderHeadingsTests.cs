using Changlai.App.Features.Orders.Import;

namespace Changlai.App.Tests.Features.Orders.Import;

public sealed class OrderHeadingsTests
{
    private static readonly Dictionary<string, string> NoMap = new(StringComparer.Ordinal);

    [Theory]
    [InlineData("订单编号,客户编号,姓名,手机号,商品编码,商品名称,数量,单价,金额,下单时间,门店,导购",
        "order-number,customer-number,customer-name,phone,product-code,product-name,quantity,unit-price,amount,ordered-at,store,staff")]
    [InlineData("InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country",
        "order-number,product-code,product-name,quantity,ordered-at,unit-price,customer-number,-")]
    [InlineData("ORDER_ID,Customer No.,Phone Number,SKU,Qty,Unit Price (£),Total,Order Date,Branch,Sales Person,Order Status",
        "order-number,customer-number,phone,product-code,quantity,unit-price,amount,ordered-at,store,staff,status")]
    [InlineData("小票号,会员卡号,会员姓名,联系电话,品名,件数,实付金额,消费日期,店铺,营业员,商品分类,币种",
        "order-number,customer-number,customer-name,phone,product-name,quantity,amount,ordered-at,store,staff,category,currency")]
    [InlineData("ｏｒｄｅｒ　ｎｏ,数 量,单价（元）,金额(含税)", "order-number,quantity,unit-price,amount")]
    [InlineData("订单号,订单,下单时间,日期,备注", "order-number,-,ordered-at,-,-")]
    public void Usual_headings_are_recognised(string headings, string fields)
    {
        var names = headings.Split(',');
        var columns = OrderHeadings.Recognise(names, NoMap, out var problem);
        problem.ShouldBeNull();
        names.Select((_, column) => OrderFields.All.Where(field => columns[field] == column).Select(field => field.Code()).SingleOrDefault("-"))
            .ShouldBe(fields.Split(','));
    }

    [Fact]
    public void A_stated_heading_wins_over_recognition()
    {
        var map = new Dictionary<string, string>(StringComparer.Ordinal) { ["quantity"] = "Boxes ", ["订单号"] = "ref" };
        var columns = OrderHeadings.Recognise(["Ref", "Quantity", "boxes"], map, out var problem);
        problem.ShouldBeNull();
        columns[OrderField.Quantity].ShouldBe(2);
        columns[OrderField.OrderNumber].ShouldBe(0);
    }

    [Fact]
    public void An_unknown_field_is_a_problem_that_names_the_fields()
    {
        OrderHeadings.Recognise(["a", "b"], new Dictionary<string, string>(StringComparer.Ordinal) { ["colour"] = "a" }, out var problem);
        problem.ShouldNotBeNull().Code.ShouldBe("map-field-unknown");
        problem.Right.English.ShouldContain("order-number, customer-number");
    }

    [Fact]
    public void A_heading_that_the_file_lacks_is_a_problem_that_names_its_headings()
    {
        OrderHeadings.Recognise(["甲", "乙"], new Dictionary<string, string>(StringComparer.Ordinal) { ["quantity"] = "丙" }, out var problem);
        problem.ShouldNotBeNull().Code.ShouldBe("map-heading-unknown");
        problem.Right.Chinese.ShouldContain("甲, 乙");
    }

    [Fact]
    public void A_file_without_usable_columns_is_a_problem_that_still_shows_the_file()
    {
        var file = OrderFiles.Read("foo,bar\n1,2\n");
        var problem = file.Problem.ShouldNotBeNull();
        problem.Code.ShouldBe("columns-missing");
        problem.What.Chinese.ShouldBe("文件里没有找到“客户”、“下单时间”、“数量”、“商品”列。文件里的列有：foo, bar。");
        problem.Right.English.ShouldContain("--map quantity=…");
        file.AllHeadings.ShouldBe(["foo", "bar"]);
        file.SampleRows.Single().ShouldBe(["1", "2"]);
    }
}
