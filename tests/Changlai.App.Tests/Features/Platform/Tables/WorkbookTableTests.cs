using System.Text;

namespace Changlai.App.Tests.Features.Platform.Tables;

public sealed class WorkbookTableTests
{
    [Fact]
    public void Cells_become_the_text_a_person_would_type()
    {
        var table = TableFiles.Read(TableFiles.Workbook(
            ["订单号", "客户", "数量", "时间"],
            ["A1", 17850.0, 0.1 + 0.2, new DateTime(2010, 12, 1, 8, 26, 0)],
            ["＝x", 13800138000.0, -2.0, new DateTime(2010, 12, 2)]));
        table.Problem.ShouldBeNull();
        table.Delimiter.ShouldBeNull();
        table.Headings.ShouldBe(["订单号", "客户", "数量", "时间"]);
        table.Rows.ShouldBe([["A1", "17850", "0.3", "2010-12-01 08:26:00"], ["＝x", "13800138000", "-2", "2010-12-02 00:00:00"]]);
        table.Lines.ShouldBe([2, 3]);
    }

    [Fact]
    public void The_first_visible_sheet_is_read() =>
        TableFiles.Read(TableFiles.Workbook(hiddenFirst: true, ["a", "b"], ["3", "4"])).Rows.ShouldBe([["3", "4"]]);

    [Fact]
    public void Blank_rows_are_passed_over_and_counted()
    {
        var table = TableFiles.Read(TableFiles.Workbook(["a", "b"], [null, null], ["1", "2"]));
        table.Rows.ShouldBe([["1", "2"]]);
        table.Lines.ShouldBe([3]);
    }

    [Fact]
    public void The_same_heading_twice_is_a_problem() =>
        TableFiles.Read(TableFiles.Workbook(["a", "b", "A"], ["1", "2", "3"])).Problem.ShouldNotBeNull().Code.ShouldBe("heading-twice");

    [Fact]
    public void An_empty_sheet_is_a_problem() => TableFiles.Read(TableFiles.Workbook()).Problem.ShouldNotBeNull().Code.ShouldBe("empty");

    [Fact]
    public void A_truncated_workbook_is_a_problem()
    {
        var whole = TableFiles.Workbook(["a", "b"], ["1", "2"]);
        TableFiles.Read(whole[..(whole.Length / 2)]).Problem.ShouldNotBeNull().Code.ShouldBe("damaged-workbook");
    }

    [Fact]
    public void A_zip_that_is_no_workbook_is_a_problem() =>
        TableFiles.Read([(byte)'P', (byte)'K', 3, 4, .. Encoding.ASCII.GetBytes("not a workbook")]).Problem.ShouldNotBeNull().Code.ShouldBe("damaged-workbook");

    [Fact]
    public void An_old_or_locked_workbook_is_a_problem_that_says_what_to_do()
    {
        var problem = TableFiles.Read([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).Problem.ShouldNotBeNull();
        problem.Code.ShouldBe("old-workbook");
        problem.Right.English.ShouldContain(".xlsx");
    }
}
