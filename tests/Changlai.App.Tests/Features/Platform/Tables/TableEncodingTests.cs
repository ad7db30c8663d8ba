using System.Text;

namespace Changlai.App.Tests.Features.Platform.Tables;

public sealed class TableEncodingTests
{
    private const string Chinese = "订单号,客户姓名,商品名称\nA1,欧阳娜娜,安吉白茶250克\nA2,王镕基,普洱熟茶饼\n";
    private static readonly string[][] Rows = [["A1", "欧阳娜娜", "安吉白茶250克"], ["A2", "王镕基", "普洱熟茶饼"]];

    public static TheoryData<string, string> Encodings => new()
    {
        { "utf-8", "UTF-8" },
        { "utf-8-bom", "UTF-8" },
        { "utf-16", "UTF-16" },
        { "utf-16be", "UTF-16" },
        { "gb18030", "GB18030" },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Chinese_text_is_read_in_every_usual_encoding(string written, string recognised)
    {
        var table = TableFiles.Read(Bytes(written, Chinese));
        table.Problem.ShouldBeNull();
        table.Encoding.ShouldBe(recognised);
        table.Headings[0].ShouldBe("订单号");
        table.Rows.ShouldBe(Rows);
    }

    [Fact]
    public void Chinese_that_first_appears_far_down_decides_the_encoding()
    {
        var ascii = Encoding.ASCII.GetBytes("order,name\n" + string.Concat(Enumerable.Repeat("1,abcdefghij\n", 100_000)));
        var table = TableFiles.Read(ascii, TableFiles.Gb18030.GetBytes("2,联通\n3,张三丰\n"));
        table.Problem.ShouldBeNull();
        table.Encoding.ShouldBe("GB18030");
        table.Rows[^1].ShouldBe(["3", "张三丰"]);
        table.Rows[^2].ShouldBe(["2", "联通"]);
    }

    [Fact]
    public void Short_gb18030_names_that_happen_to_be_utf_8_do_not_count_as_mixed()
    {
        // The bytes of 联通 are well-formed UTF-8.
        var lines = string.Concat(Enumerable.Repeat("1,联通\n2,茶\n3,会员\n", 2_000));
        var table = TableFiles.Read(TableFiles.Gb18030.GetBytes("单号,姓名\n" + lines));
        table.Problem.ShouldBeNull();
        table.Rows[0].ShouldBe(["1", "联通"]);
    }

    [Fact]
    public void Gb18030_after_utf_8_is_a_problem_with_its_line()
    {
        var problem = TableFiles.Read(Bytes("utf-8", Chinese), TableFiles.Gb18030.GetBytes("A3,张三丰,茶\n")).Problem.ShouldNotBeNull();
        problem.Code.ShouldBe("mixed-encodings");
        problem.Line.ShouldBe(4);
        problem.What.Chinese.ShouldContain("UTF-8");
    }

    [Fact]
    public void Utf_8_after_gb18030_is_a_problem_with_its_line()
    {
        var problem = TableFiles.Read(Bytes("gb18030", Chinese), Encoding.UTF8.GetBytes("A3,张三丰,茶\n")).Problem.ShouldNotBeNull();
        problem.Code.ShouldBe("mixed-encodings");
        problem.Line.ShouldBe(4);
    }

    [Fact]
    public void Mixed_encodings_far_apart_are_found_too()
    {
        var many = string.Concat(Enumerable.Repeat("A1,欧阳娜娜,安吉白茶250克\n", 20_000));
        TableFiles.Read(Bytes("utf-8", Chinese + many), TableFiles.Gb18030.GetBytes("A3,张三丰,茶\n")).Problem.ShouldNotBeNull().Line.ShouldBe(20_004);
    }

    [Fact]
    public void An_encoding_that_is_neither_is_a_problem_with_its_line()
    {
        var problem = TableFiles.Read(Encoding.Latin1.GetBytes("name,city\nAna,Rio\nJosé,\n")).Problem.ShouldNotBeNull();
        problem.Code.ShouldBe("unknown-encoding");
        problem.Line.ShouldBe(3);
    }

    private static byte[] Bytes(string encoding, string text) => encoding switch
    {
        "utf-8" => Encoding.UTF8.GetBytes(text),
        "utf-8-bom" => TableFiles.Join(Encoding.UTF8.GetPreamble(), Encoding.UTF8.GetBytes(text)),
        "utf-16" => TableFiles.Join(Encoding.Unicode.GetPreamble(), Encoding.Unicode.GetBytes(text)),
        "utf-16be" => TableFiles.Join(Encoding.BigEndianUnicode.GetPreamble(), Encoding.BigEndianUnicode.GetBytes(text)),
        _ => TableFiles.Gb18030.GetBytes(text),
    };
}
