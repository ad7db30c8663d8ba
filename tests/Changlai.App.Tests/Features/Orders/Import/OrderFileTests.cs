using System.Text;
using Changlai.App.Features.Orders.Import;
using Changlai.App.Tests.Features.Platform.Tables;
using Changlai.Core.Values;

namespace Changlai.App.Tests.Features.Orders.Import;

public sealed class OrderFileTests
{
    [Fact]
    public void Lines_name_their_order_customer_product_store_and_staff()
    {
        var file = OrderFiles.Read("""
            订单号,会员卡号,客户姓名,手机,货号,商品名称,数量,单价（元）,下单时间,门店,导购
            D1,8001,张三,138 0013 8000,T01,安吉白茶,2,99.50,2026-11-20 10:30,城东店,小李
            D1,8001,张三,,T02,茶具,1,200,2026-11-20 10:30,城东店,小李
            D2,8002,李四,+86 139-0013-9000,T01,白茶,-1,99.5,2026/11/21,,小王
            """);
        file.Problem.ShouldBeNull();
        file.OrderNumbers.ShouldBe(["D1", "D2"]);
        file.Customers.ShouldBe([
            new OrderFileCustomer("n:8001", "8001", "张三", "+8613800138000"),
            new OrderFileCustomer("n:8002", "8002", "李四", "+8613900139000")]);
        file.Products.ShouldBe([new OrderFileProduct("T01", "安吉白茶"), new OrderFileProduct("T02", "茶具")]);
        file.Stores.ShouldBe(["城东店"]);
        file.Staff.ShouldBe(["小李", "小王"]);
        file.Lines.ShouldBe([
            new OrderFileLine(2, 0, 0, 0, 0, 0, new DateTime(2026, 11, 20, 10, 30, 0), 2000, 9950, 19900, false),
            new OrderFileLine(3, 0, 0, 1, 0, 0, new DateTime(2026, 11, 20, 10, 30, 0), 1000, 20000, 20000, false),
            new OrderFileLine(4, 1, 1, 0, -1, 1, new DateTime(2026, 11, 21), -1000, 9950, -9950, true)]);
        file.Rows.ShouldBe(3);
        file.SampleRows[0][2].ShouldBe("张三");
    }

    [Fact]
    public void A_customer_without_number_is_known_by_phone_and_without_phone_by_name()
    {
        var file = OrderFiles.Read("""
            order no;name;mobile;product;qty;price;date
            1;Ann Lee;+44 20 7946 0958;tea;1;5;2026-01-02
            2;A. Lee;0044 2079460958;tea;1;5;2026-01-03
            3;ann  lee;;tea;1;5;2026-01-04
            4;Ann Lee;none;tea;1;5;2026-01-05
            """);
        file.Customers.ShouldBe([
            new OrderFileCustomer("p:+442079460958", null, "Ann Lee", "+442079460958"),
            new OrderFileCustomer("m:ANN LEE", null, "ann lee", null)]);
        file.Lines.Select(line => line.Customer).ShouldBe([0, 0, 1, 1]);
    }

    [Fact]
    public void Numbers_that_people_take_for_the_same_are_the_same()
    {
        var file = OrderFiles.ReadLines(
            "a1,17850.0,85123A,1,1,2026-01-01", "Ａ1,１７８５０,85123a,1,1,2026-01-01", " a1 , 17850 ,８５１２３ａ,1,1,2026-01-01");
        file.OrderNumbers.ShouldBe(["A1"]);
        file.Customers.Single().Number.ShouldBe("17850");
        file.Products.Single().Code.ShouldBe("85123A");
    }

    [Fact]
    public void What_programs_write_for_nothing_names_no_customer() =>
        OrderFiles.ReadLines("1,NaN,A,1,1,2026-01-01", "1,null,A,1,1,2026-01-01", "1,N/A,A,1,1,2026-01-01").Rejected["customer-missing"].ShouldBe(3);

    [Fact]
    public void Without_order_numbers_what_a_customer_bought_on_a_day_is_an_order()
    {
        var file = OrderFiles.Read("""
            customer id,product,quantity,date
            7,tea,1,2026-01-02 09:00
            8,tea,1,2026-01-02 09:30
            7,cup,1,2026-01-02 17:00
            7,tea,1,2026-01-03 09:00
            """);
        file.OrderNumbersDerived.ShouldBeTrue();
        file.OrderNumbers.ShouldBe(["n:7 2026-01-02", "n:8 2026-01-02", "n:7 2026-01-03"]);
        file.Lines.Select(line => line.Order).ShouldBe([0, 1, 0, 2]);
        file.Lines.ShouldAllBe(line => line.UnitPriceMinor == 0 && line.AmountMinor == 0);
    }

    [Fact]
    public void Cancellations_are_known_by_number_state_or_negative_quantity()
    {
        var file = OrderFiles.Read("""
            InvoiceNo,CustomerID,StockCode,Quantity,UnitPrice,InvoiceDate,Status
            536365,1,A,1,1,2026-01-01,paid
            536366,1,A,-1,1,2026-01-01,
            C536367,1,A,1,1,2026-01-01,
            536368,1,A,1,1,2026-01-01,已取消
            536369,1,A,1,1,2026-01-01,Refunded
            536370,1,A,1,1,2026-01-01,部分退款
            """);
        file.Lines.Select(line => line.Cancelled).ShouldBe([false, true, true, true, true, false]);
    }

    [Fact]
    public void In_a_shop_that_begins_all_its_numbers_with_c_a_c_means_nothing() =>
        OrderFiles.ReadLines("C1,1,A,1,1,2026-01-01", "C2,1,A,1,1,2026-01-01").Lines.ShouldAllBe(line => !line.Cancelled);

    [Fact]
    public void An_amount_stands_and_a_missing_one_is_worked_out()
    {
        var file = OrderFiles.Read("""
            单号,客户编号,商品,数量,单价,金额,日期
            1,1,茶,3,10,25,2026-01-01
            2,1,茶,3,3.335,,2026-01-01
            3,1,茶,4,,10,2026-01-01
            4,1,茶,-2,5,10,2026-01-01
            5,1,茶,1,0,,2026-01-01
            6,1,茶,0.5,0.01,,2026-01-01
            """);
        file.Rejected.ShouldBeEmpty();
        file.Lines.Select(line => line.AmountMinor).ShouldBe([2500, 1001, 1000, -1000, 0, 1]);
        file.Lines.Select(line => line.UnitPriceMinor).ShouldBe([1000, 334, 250, 500, 0, 1]);
    }

    [Fact]
    public void Minor_units_follow_the_currency()
    {
        var file = OrderFiles.Read("order,customer id,product,qty,price,currency,date\n1,1,a,2,1500,JPY,2026-01-01\n", OrderFiles.Usual with { CurrencyDigits = 0 });
        file.Lines[0].AmountMinor.ShouldBe(3000);
        file.Currency.ShouldBe("JPY");
    }

    [Fact]
    public void A_second_currency_is_rejected()
    {
        var file = OrderFiles.Read("order,customer id,product,qty,price,currency,date\n1,1,a,2,15,CNY,2026-01-01\n2,1,a,2,15,USD,2026-01-01\n3,1,a,2,15,cny,2026-01-01\n");
        file.Rejected.ShouldBe(new Dictionary<string, long> { ["currency-other"] = 1 });
    }

    [Fact]
    public void A_workbook_reads_like_a_text_file_and_knows_serial_dates()
    {
        var file = OrderFiles.Read(TableFiles.Workbook(
            ["订单号", "客户编号", "商品编码", "商品名称", "数量", "单价", "下单时间"],
            ["536365", 17850.0, "85123A", "<script>灯</script>", 6.0, 2.55, new DateTime(2010, 12, 1, 8, 26, 0)],
            ["536366", 17850.0, "85123a", "灯", 1.0, 2.55, 40513.5]));
        file.Problem.ShouldBeNull();
        file.Delimiter.ShouldBeNull();
        file.Customers.Single().Number.ShouldBe("17850");
        file.Products.Single().ShouldBe(new OrderFileProduct("85123A", "<script>灯</script>"));
        file.Lines.Select(line => line.OrderedAt).ShouldBe([new DateTime(2010, 12, 1, 8, 26, 0), new DateTime(2010, 12, 1, 12, 0, 0)]);
    }

    [Fact]
    public void A_gb18030_file_in_gzip_reads_like_any_other()
    {
        var bytes = TableFiles.Gb18030.GetBytes("订单编号\t会员姓名\t品名\t数量\t金额\t购买日期\n1\t欧阳娜娜\t普洱熟茶\t１\t￥1,288.00\t2026年11月22日\n");
        var file = OrderFiles.Read(TableFiles.Gzip(bytes));
        file.Encoding.ShouldBe("GB18030");
        file.Delimiter.ShouldBe('\t');
        file.Customers.Single().Name.ShouldBe("欧阳娜娜");
        file.Lines[0].AmountMinor.ShouldBe(128800);
        file.Lines[0].OrderedAt.ShouldBe(new DateTime(2026, 11, 22));
    }

    [Fact]
    public void Hostile_names_survive_as_they_are()
    {
        string[] hostile = ["<script>alert(1)</script>", "' OR 1=1 --", "\u202Eabc\u200F", "𠮷野家😀", "=cmd|' /C calc'!A0"];
        var lines = hostile.Select((name, i) => $"{i},{i},{name},{name},{name},1,1,2026-01-01\n");
        var file = OrderFiles.Read("单号,客户编号,姓名,商品,门店,数量,单价,日期\n" + string.Concat(lines));
        file.Customers.Select(customer => customer.Name).ShouldBe(hostile);
        file.Products.Select(product => product.Name).ShouldBe(hostile);
        file.Stores.ShouldBe(hostile);
    }

    [Fact]
    public void A_problem_of_the_table_leaves_nothing_to_take()
    {
        var file = OrderFiles.Read(TableFiles.Join(
            Encoding.UTF8.GetBytes("订单号,客户编号,商品,数量,日期\n1,1,茶,1,2026-01-01\n"), TableFiles.Gb18030.GetBytes("2,2,张三丰茶叶,1,2026-01-01\n")));
        file.Problem.ShouldNotBeNull().Code.ShouldBe("mixed-encodings");
        file.Lines.Count.ShouldBe(0);
        file.Customers.ShouldBeEmpty();
    }

    [Fact]
    public void A_missing_file_is_a_problem() =>
        OrderFile.Read("no-such-file.csv", OrderFiles.Usual).Problem.ShouldNotBeNull().Say(Language.English).ShouldBe("There is no file “no-such-file.csv”. Check its name and folder.");

    [Fact]
    public void Reading_can_be_stopped()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        var text = "order,customer id,product,qty,date\n" + string.Concat(Enumerable.Repeat("1,1,a,1,2026-01-01\n", 20_000));
        Should.Throw<OperationCanceledException>(() => OrderFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), OrderFiles.Usual, cancelled.Token));
    }
}
