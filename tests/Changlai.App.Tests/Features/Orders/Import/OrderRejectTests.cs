using Changlai.App.Features.Orders.Import;
using Changlai.Core.Values;

namespace Changlai.App.Tests.Features.Orders.Import;

public sealed class OrderRejectTests
{
    [Theory]
    [InlineData("1,,A,x,1,", "customer-missing")]
    [InlineData("1,7,A,x,1,", "date-missing")]
    [InlineData("1,7,A,x,1,2011-02-30", "date-invalid")]
    [InlineData("1,7,A,x,1,someday", "date-invalid")]
    [InlineData("1,7,A,x,1,2027-01-01", "date-future")]
    [InlineData("1,7,A,,1,2026-01-01", "quantity-missing")]
    [InlineData("1,7,A,x,1,2026-01-01", "quantity-invalid")]
    [InlineData("1,7,A,2.5E300,1,2026-01-01", "quantity-invalid")]
    [InlineData("1,7,A,2.5×10³⁰⁰,1,2026-01-01", "quantity-invalid")]
    [InlineData("1,7,A,NaN,1,2026-01-01", "quantity-invalid")]
    [InlineData("1,7,A,0,1,2026-01-01", "quantity-invalid")]
    [InlineData("1,7,A,0.1234,1,2026-01-01", "quantity-invalid")]
    [InlineData("1,7,A,1000000001,1,2026-01-01", "quantity-invalid")]
    [InlineData(",7,A,1,1,2026-01-01", "order-missing")]
    [InlineData("1,7,,1,1,2026-01-01", "product-missing")]
    [InlineData("1,7,A,1,,2026-01-01", "price-missing")]
    [InlineData("1,7,A,1,cheap,2026-01-01", "price-invalid")]
    [InlineData("1,7,A,1000000000,99999999999,2026-01-01", "amount-invalid")]
    [InlineData("1,7,A,1", "too-few-cells")]
    [InlineData("1,7,A,1,1,2026-01-01,more", "too-many-cells")]
    public void A_line_that_cannot_be_taken_is_rejected_with_its_reason(string line, string reason)
    {
        var file = OrderFiles.Read("订单号,客户编号,商品编码,数量,单价,下单时间\n" + line + "\n", OrderFiles.Usual with { AsOf = new DateOnly(2026, 11, 23) });
        file.Problem.ShouldBeNull();
        file.Rejected.ShouldBe(new Dictionary<string, long> { [reason] = 1 });
        file.Lines.Count.ShouldBe(0);
        (file.Customers.Count + file.Products.Count + file.OrderNumbers.Count).ShouldBe(0);
    }

    [Theory]
    [InlineData("1,7,A,0.30000000000000004,1,2026-01-01")]
    [InlineData("1,7,A,1.5E3,1,2026-01-01")]
    [InlineData("1,7,A,1,1,2026-01-01,,")]
    [InlineData("1,7,A,1,1,2026-11-25")]
    public void Harmless_oddities_are_taken(string line) =>
        OrderFiles.Read("订单号,客户编号,商品编码,数量,单价,下单时间\n" + line + "\n", OrderFiles.Usual with { AsOf = new DateOnly(2026, 11, 23) }).Rejected.ShouldBeEmpty();

    [Fact]
    public void A_rejected_row_says_where_what_and_what_would_be_right()
    {
        var row = OrderFiles.ReadLines("1,7,A,1,1,2026-01-01", "1,7,A,two,1,2026-01-01").FirstRejected.Single();
        row.Line.ShouldBe(3);
        row.Reason.ShouldBe("quantity-invalid");
        row.Heading.ShouldBe("数量");
        row.Value.ShouldBe("two");
        row.Message.ShouldBe(new Text("“two”不能作数量。", "“two” cannot be a quantity."));
        row.WhatWouldBeRight.English.ShouldStartWith("Give a number");
        row.Cells.ShouldBe(["1", "7", "A", "two", "1", "2026-01-01"]);
    }

    [Fact]
    public void Every_reject_is_written_down_with_its_line_and_reason()
    {
        using var rejects = new StringWriter();
        var file = OrderFiles.Read(
            "订单号,客户编号,商品编码,数量,下单时间\n1,,\"A,\"\"B\"\"\",1,2026-01-01\n2,7,A,1,2026-01-01\n3,7,=cmd(),,2026-01-01\n4,7\n",
            OrderFiles.Usual with { Rejects = rejects });
        file.Lines.Count.ShouldBe(1);
        rejects.ToString().ShouldBe(""""
            订单号,客户编号,商品编码,数量,下单时间,line,reason
            1,,"A,""B""",1,2026-01-01,2,customer-missing
            3,7,"'=cmd()",,2026-01-01,4,quantity-missing
            4,7,,,,5,too-few-cells

            """".ReplaceLineEndings("\r\n"));
    }

    [Fact]
    public void A_mended_file_of_rejects_can_be_read_and_rejected_again()
    {
        using var first = new StringWriter();
        OrderFiles.Read("order,customer id,product,quantity,date\n1,,a,1,2026-01-01\n", OrderFiles.Usual with { Rejects = first });
        using var second = new StringWriter();
        var again = OrderFiles.Read(first.ToString(), OrderFiles.Usual with { Rejects = second });
        again.Problem.ShouldBeNull();
        second.ToString().ShouldBe(first.ToString());
    }

    [Fact]
    public void Only_the_first_hundred_are_kept_and_all_are_counted()
    {
        var file = OrderFiles.ReadLines([.. Enumerable.Repeat("1,,A,1,1,2026-01-01", 250)]);
        file.FirstRejected.Count.ShouldBe(100);
        file.Rejected["customer-missing"].ShouldBe(250);
    }

    [Fact]
    public void A_number_or_name_without_bound_is_rejected()
    {
        var row = OrderFiles.ReadLines("1,7," + new string('A', 501) + ",1,1,2026-01-01", "1,7," + new string('A', 500) + ",1,1,2026-01-01").FirstRejected.Single();
        row.Line.ShouldBe(2);
        row.Reason.ShouldBe("cell-too-long");
        row.Heading.ShouldBe("商品编码");
    }

    [Fact]
    public void Long_cells_are_shortened_where_they_are_shown()
    {
        var file = OrderFiles.ReadLines("1,,A,1,1," + new string('长', 5000));
        file.FirstRejected.Single().Cells[5].Length.ShouldBe(200);
        file.SampleRows.Single()[5].Length.ShouldBe(200);
    }
}
