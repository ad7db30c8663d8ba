using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Changlai.App.Tests.Features.Platform.Tables;

public sealed class DelimitedTableTests
{
    [Theory]
    [InlineData(",")]
    [InlineData(";")]
    [InlineData("\t")]
    [InlineData("|")]
    public void The_delimiter_is_recognised(string delimiter)
    {
        var table = TableFiles.Read("订单号,姓名,金额\nA1,张三,9\nA2,李四,8\n".Replace(",", delimiter, StringComparison.Ordinal));
        table.Delimiter.ShouldBe(delimiter[0]);
        table.Headings.ShouldBe(["订单号", "姓名", "金额"]);
        table.Rows.ShouldBe([["A1", "张三", "9"], ["A2", "李四", "8"]]);
    }

    [Fact]
    public void Delimiters_inside_quotes_or_of_other_kinds_do_not_mislead()
    {
        var table = TableFiles.Read("\"a,b,c,d\";b\n\"1,5\";2\n");
        table.Delimiter.ShouldBe(';');
        table.Rows.ShouldBe([["1,5", "2"]]);
    }

    [Fact]
    public void A_first_line_may_name_the_delimiter() => TableFiles.Read("sep=|\r\na|b,c\r\n1|2\r\n").Headings.ShouldBe(["a", "b,c"]);

    [Fact]
    public void Titles_above_the_headings_are_passed_over()
    {
        var table = TableFiles.Read("销售明细\n2026 年 11 月;;\n单号;姓名;金额\n1;张三;9\n");
        table.Headings.ShouldBe(["单号", "姓名", "金额"]);
        table.Rows.ShouldBe([["1", "张三", "9"]]);
        table.Lines.ShouldBe([4]);
    }

    [Fact]
    public void Quoted_cells_hold_delimiters_line_breaks_and_quotes()
    {
        var table = TableFiles.Read("a,b\r\n\"x, y\",\"line 1\r\nline 2\"\r\n\"say \"\"hi\"\"\",\"\"\r\nlast,row");
        table.Rows.ShouldBe([["x, y", "line 1\r\nline 2"], ["say \"hi\"", ""], ["last", "row"]]);
        table.Lines.ShouldBe([2, 4, 5]);
    }

    [Fact]
    public void A_quote_inside_an_unquoted_cell_is_a_character() =>
        TableFiles.Read("a,b\n12\" plate,1\n").Rows.ShouldBe([["12\" plate", "1"]]);

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Every_kind_of_line_end_is_understood(string lineEnd)
    {
        var table = TableFiles.Read($"a,b{lineEnd}1,2{lineEnd}3,4");
        table.Rows.ShouldBe([["1", "2"], ["3", "4"]]);
        table.Lines.ShouldBe([2, 3]);
    }

    [Fact]
    public void Blank_lines_are_passed_over_and_counted_as_lines()
    {
        var table = TableFiles.Read("\n\na,b\n\n1,2\n , \n,\n3,4\n\n");
        table.Headings.ShouldBe(["a", "b"]);
        table.Rows.ShouldBe([["1", "2"], ["3", "4"]]);
        table.Lines.ShouldBe([5, 8]);
    }

    [Fact]
    public void Rows_keep_the_number_of_cells_they_have() =>
        TableFiles.Read("a,b,c\n1\n1,2,3,4\n1,,\n").Rows.Select(row => row.Length).ShouldBe([1, 4, 3]);

    [Fact]
    public void Rows_that_cross_from_block_to_block_are_whole()
    {
        var text = new StringBuilder("number,text,more\n");
        for (var i = 0; i < 40_000; i++)
            text.Append(i).Append(",\"第 ").Append(i).Append(" 行\n\"\"乙\"\"\",").Append(new string('x', i % 97)).Append('\n');
        var table = TableFiles.Read(TableFiles.Gzip(Encoding.UTF8.GetBytes(text.ToString())));
        table.Problem.ShouldBeNull();
        table.Rows.Count.ShouldBe(40_000);
        for (var i = 0; i < 40_000; i++)
        {
            table.Rows[i].ShouldBe([$"{i}", $"第 {i} 行\n\"乙\"", new string('x', i % 97)]);
            table.Lines[i].ShouldBe(2 + (2 * i));
        }
    }

    [Fact]
    public void Hostile_text_survives_as_it_is()
    {
        string[] hostile = ["<script>alert(1)</script>", "' OR 1=1 --", "\u202Eabc\u200F", "𠮷野家😀", "=cmd|' /C calc'!A0"];
        TableFiles.Read("a,b,c,d,e\n" + string.Join(",", hostile) + "\n").Rows.ShouldBe([hostile]);
    }

    [Fact]
    public void Whatever_is_written_with_quotes_is_read_back()
    {
        var cell = from characters in Gen.Elements("ab,;\t|\"\r\n 中😀".EnumerateRunes().Select(rune => rune.ToString()).ToArray()).ArrayOf()
                   select string.Concat(characters);
        var rows = from row in cell.ArrayOf(3).NonEmptyListOf()
                   select row.Select(cells => (string[])[.. cells, "end"]).ToArray();
        Prop.ForAll(rows.ToArbitrary(), written =>
        {
            var text = "h1,h2,h3,h4\n" + string.Concat(written.Select(row =>
                string.Join(",", row.Select(value => $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\n"));
            var read = TableFiles.Read(text);
            return read.Problem is null && read.Rows.Count == written.Length
                && read.Rows.Zip(written).All(pair => pair.First.SequenceEqual(pair.Second));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void No_bytes_make_the_reader_throw() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes =>
        {
            var table = TableFiles.Read(bytes ?? []);
            return table.Problem is not null || table.Headings.Count > 1;
        }).QuickCheckThrowOnFailure();
}
