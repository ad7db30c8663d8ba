using Changlai.App.Features.Platform.Contracts.Tables;

namespace Changlai.App.Tests.Features.Platform.Tables;

public sealed class CsvWriterTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("-12.50", "-12.50")]
    [InlineData("+86", "+86")]
    public void Cells_are_quoted_where_needed(string cell, string written) => Written(cell).ShouldBe(written);

    [Theory]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("  =1+1")]
    [InlineData("@SUM(A1)")]
    [InlineData("+1+cmd")]
    [InlineData("-2+3")]
    [InlineData("＝1+1")]
    [InlineData("\t=1")]
    public void What_a_spreadsheet_would_run_is_made_text(string cell) => Written(cell).ShouldStartWith("\"'");

    [Fact]
    public void Rows_end_as_the_standard_says()
    {
        using var text = new StringWriter();
        var writer = new CsvWriter(text);
        writer.Cell("a").Number(-7).Cell("").EndRow();
        writer.Cell("b").EndRow();
        text.ToString().ShouldBe("a,-7,\r\nb\r\n");
    }

    private static string Written(string cell)
    {
        using var text = new StringWriter();
        new CsvWriter(text).Cell(cell);
        return text.ToString();
    }
}
