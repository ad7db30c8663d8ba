using System.Globalization;
using Changlai.App.Features.Orders.Import;
using Changlai.App.Features.Platform.Contracts.Tables;
using FsCheck;
using FsCheck.Fluent;

namespace Changlai.App.Tests.Features.Orders.Import;

public sealed class OrderDateTests
{
    private static readonly OrderFileOptions November = OrderFiles.Usual with { AsOf = new DateOnly(2026, 11, 23) };

    [Theory]
    [InlineData("2010-12-01 08:26:00", "2010-12-01T08:26:00")]
    [InlineData("2010/12/1 8:26", "2010-12-01T08:26:00")]
    [InlineData("2010.12.1", "2010-12-01T00:00:00")]
    [InlineData("20101201", "2010-12-01T00:00:00")]
    [InlineData("20101201082600", "2010-12-01T08:26:00")]
    [InlineData("２０１０－１２－０１", "2010-12-01T00:00:00")]
    [InlineData("2010年12月1日8时26分", "2010-12-01T08:26:00")]
    [InlineData("2010年12月1日 下午3点05分30秒", "2010-12-01T15:05:30")]
    [InlineData("2010-12-01T08:26:00", "2010-12-01T08:26:00")]
    [InlineData("2010-12-01T08:26:00.5Z", "2010-12-01T16:26:00.5")]
    [InlineData("2010-12-01T08:26:00+01:00", "2010-12-01T15:26:00")]
    [InlineData("2010-12-01 08:26:00 +0800", "2010-12-01T08:26:00")]
    [InlineData("1 Dec 2010", "2010-12-01T00:00:00")]
    [InlineData("Dec 1, 2010 3:05 PM", "2010-12-01T15:05:00")]
    [InlineData("01-December-10 12:00 am", "2010-12-01T00:00:00")]
    [InlineData("29/02/2024", "2024-02-29T00:00:00")]
    public void Usual_forms_are_read(string written, string moment)
    {
        var shanghai = TimeZoneInfo.CreateCustomTimeZone("test", TimeSpan.FromHours(8), "test", "test");
        var file = OrderFiles.Read($"order,customer id,product,quantity,date\n1,1,a,1,\"{written}\"\n", OrderFiles.Usual with { TimeZone = shanghai });
        file.Lines.Single().OrderedAt.ShouldBe(DateTime.Parse(moment, CultureInfo.InvariantCulture));
        file.Lines.Single().OrderedAt.Kind.ShouldBe(DateTimeKind.Unspecified);
    }

    [Theory]
    [InlineData("2011-02-30")]
    [InlineData("30/02/2011")]
    [InlineData("31/04/2011")]
    [InlineData("29/02/2023")]
    [InlineData("2011-13-01")]
    [InlineData("20111301")]
    [InlineData("0000-00-00")]
    [InlineData("2011-01-01 25:00")]
    [InlineData("2011-01-01 08:61")]
    [InlineData("2011-01-01 nonsense")]
    [InlineData("12/2010")]
    [InlineData("40513")]
    [InlineData("1/2/3/4")]
    public void What_no_calendar_has_is_rejected_with_its_line(string written)
    {
        var row = Read(written).FirstRejected.Single();
        row.Reason.ShouldBe("date-invalid");
        row.Line.ShouldBe(2);
        row.Value.ShouldBe(written);
    }

    [Fact]
    public void One_date_that_can_only_be_day_first_decides_the_whole_column()
    {
        var file = Read("01/12/2010", "13/12/2010", "02/01/2011");
        file.DateForm.ShouldNotBeNull().Order.ShouldBe(DateOrder.DayMonthYear);
        file.DateForm!.Evidence.ShouldBe(DateEvidence.Decisive);
        file.DateForm.Sentence.English.ShouldBe("Dates are day/month/year: “13/12/2010” on line 3, for one, can only be read so.");
        Days(file).ShouldBe(["2010-12-01", "2010-12-13", "2011-01-02"]);
    }

    [Fact]
    public void One_date_that_can_only_be_month_first_decides_the_whole_column()
    {
        var file = Read("12/1/10 8:26", "12/13/10 9:00", "1/4/11 10:00");
        file.DateForm!.Order.ShouldBe(DateOrder.MonthDayYear);
        Days(file).ShouldBe(["2010-12-01", "2010-12-13", "2011-01-04"]);
    }

    [Fact]
    public void Lines_that_were_rejected_for_other_reasons_still_help_to_decide() =>
        OrderFiles.Read("order,customer id,product,quantity,date\n1,1,a,1,01/12/2010\n2,,a,1,12/31/2010\n").DateForm!.Order.ShouldBe(DateOrder.MonthDayYear);

    [Fact]
    public void The_file_running_forward_in_time_decides_when_no_date_does()
    {
        var file = Read("01/02/2010", "02/02/2010", "03/02/2010", "01/03/2010");
        file.DateForm!.Order.ShouldBe(DateOrder.DayMonthYear);
        file.DateForm.Evidence.ShouldBe(DateEvidence.FileOrder);
        Read("02/01/2010", "02/02/2010", "02/03/2010", "03/01/2010").DateForm!.Order.ShouldBe(DateOrder.MonthDayYear);
    }

    [Fact]
    public void The_future_decides_too()
    {
        // Read day first, the second would be 5 December 2026.
        var file = OrderFiles.Read("order,customer id,product,quantity,date\n1,1,a,1,04/03/2026\n2,1,a,1,05/12/2026\n", November);
        file.DateForm!.Order.ShouldBe(DateOrder.MonthDayYear);
        Days(file).ShouldBe(["2026-04-03", "2026-05-12"]);
    }

    [Fact]
    public void When_nothing_decides_the_assumption_is_told()
    {
        var file = Read("02/01/2010");
        file.DateForm!.Evidence.ShouldBe(DateEvidence.Assumed);
        file.DateForm.Order.ShouldBe(DateOrder.DayMonthYear);
        file.DateForm.Sentence.Chinese.ShouldContain("请核对");
    }

    [Fact]
    public void A_stated_order_stands()
    {
        var file = OrderFiles.Read("order,customer id,product,quantity,date\n1,1,a,1,02/01/2010\n", OrderFiles.Usual with { DateOrder = DateOrder.MonthDayYear });
        file.DateForm!.Evidence.ShouldBe(DateEvidence.Stated);
        Days(file).ShouldBe(["2010-02-01"]);
    }

    [Fact]
    public void Chinese_short_years_stand_first()
    {
        var file = Read("24-11-30", "24-12-05", "24-12-25", "25-01-02");
        file.DateForm!.Order.ShouldBe(DateOrder.YearMonthDay);
        Days(file).ShouldBe(["2024-11-30", "2024-12-05", "2024-12-25", "2025-01-02"]);
    }

    [Fact]
    public void Rare_dates_the_other_way_round_are_rejected_and_leave_no_trace()
    {
        var lines = Enumerable.Range(1, 28).Select(day => $"{day},{day % 3},a,1,{day:D2}/05/2010").ToList();
        lines.Insert(20, "odd,9,odd,1,05/31/2010");
        using var rejects = new StringWriter();
        var file = OrderFiles.Read("order,customer id,product,quantity,date\n" + string.Join("\n", lines), OrderFiles.Usual with { Rejects = rejects });
        file.Problem.ShouldBeNull();
        file.Rejected.ShouldBe(new Dictionary<string, long> { ["date-invalid"] = 1 });
        var row = file.FirstRejected.Single();
        row.Line.ShouldBe(22);
        row.Cells.ShouldBe(["odd", "9", "odd", "1", "05/31/2010"]);
        rejects.ToString().ShouldContain("odd,9,odd,1,05/31/2010,22,date-invalid");
        file.Lines.Count.ShouldBe(28);
        file.OrderNumbers.Count.ShouldBe(28);
        file.Customers.Select(customer => customer.Number).ShouldBe(["1", "2", "0"]);
        file.Products.Select(product => product.Code).ShouldBe(["A"]);
        file.Lines.ShouldAllBe(line => file.OrderNumbers[line.Order] == line.OrderedAt.Day.ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_column_written_in_two_ways_is_a_problem_that_shows_both()
    {
        var problem = Read("13/12/2010", "12/31/2010").Problem.ShouldNotBeNull();
        problem.Code.ShouldBe("dates-contradict");
        problem.What.English.ShouldContain("“13/12/2010”");
        problem.What.English.ShouldContain("“12/31/2010”");
    }

    [Theory]
    [InlineData("dd/MM/yyyy")]
    [InlineData("M/d/yyyy H:mm")]
    [InlineData("d.M.yyyy HH:mm:ss")]
    [InlineData("MM/dd/yy")]
    [InlineData("yy-MM-dd")]
    [InlineData("yyyy/M/d H:mm")]
    [InlineData("yyyyMMddHHmmss")]
    public void A_year_of_dates_in_one_form_is_read_back(string form)
    {
        var moments = from minutes in Gen.Choose(0, 365 * 1440).ListOf(200)
                      select minutes.Order().Select(minute => new DateTime(2025, 1, 1).AddMinutes(minute)).ToArray();
        Prop.ForAll(moments.ToArbitrary(), written =>
        {
            var file = Read([.. written.Select(moment => moment.ToString(form, CultureInfo.InvariantCulture))]);
            var timed = form.Contains('H', StringComparison.Ordinal);
            return file.Lines.Select(line => line.OrderedAt).SequenceEqual(written.Select(moment => timed ? moment : moment.Date));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(20));
    }

    private static OrderFileContents Read(params string[] dates) =>
        OrderFiles.Read("order,customer id,product,quantity,date\n" + string.Concat(dates.Select((date, i) => $"{i},1,a,1,{date}\n")));

    private static IEnumerable<string> Days(OrderFileContents file) =>
        file.Lines.Select(line => line.OrderedAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
