using System.IO.Compression;
using System.Text;
using Changlai.App.Features.Platform.Imports.Runs;
using Changlai.App.Tests.Harness;
using Changlai.Core.Values;

namespace Changlai.App.Tests.Features.Platform.Imports;

/// <summary>What can be wrong with a file, for everything that can be imported.</summary>
public sealed class BadFilesTests
{
    private static readonly Dictionary<string, string> Right = new(StringComparer.Ordinal)
    {
        ["customers"] = "客户编号,姓名,手机\nk1,王芳,13800000001\n",
        ["products"] = "编码,名称,售价\nT1,普洱,100\n",
        ["special-dates"] = "客户编号,什么日子,日期\nc0,生日,9月25日\n",
        ["staff"] = "姓名,门店\n新人,一店\n",
    };

    private static readonly Dictionary<string, string> Tables = new(StringComparer.Ordinal)
    {
        ["customers"] = "customer",
        ["products"] = "product",
        ["special-dates"] = "special_date",
        ["staff"] = "staff",
    };

    public static TheoryData<string, string, byte[]> Unusable()
    {
        var data = new TheoryData<string, string, byte[]>();
        foreach (var (kind, text) in Right)
        {
            var right = Encoding.UTF8.GetBytes(text);
            data.Add(kind, "empty", []);
            data.Add(kind, "binary", [0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 13, 1, 2, 3]);
            data.Add(kind, "damaged-gzip", Gzip(right)[..^12]);
            data.Add(kind, "one-column", Encoding.UTF8.GetBytes(text.Replace(',', '!')));
            data.Add(kind, "columns-missing", "颜色,形状\n红,圆\n"u8.ToArray());
            data.Add(kind, "heading-twice", Encoding.UTF8.GetBytes(text.Replace("\n", ",x\n", StringComparison.Ordinal).Insert(text.IndexOf('\n', StringComparison.Ordinal), ",X")));
            data.Add(kind, "old-workbook", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
            data.Add(kind, "damaged-workbook", "PK\u0003\u0004nothing"u8.ToArray());
            data.Add(kind, "unbalanced-quote", Encoding.UTF8.GetBytes(text + "\"open,\n"));
        }
        return data;
    }

    [Theory, MemberData(nameof(Unusable))]
    public async Task A_file_that_cannot_be_taken_says_why_and_leaves_the_database_alone(string kind, string code, byte[] content)
    {
        await using var desk = await ImportDesk.OpenAsync(DatabaseKind.Sqlite);
        var before = desk.Read<long>($"SELECT count(*) FROM {Tables[kind]}");
        var run = desk.Upload(kind, content);
        run.State.ShouldBe(ImportState.Unusable);
        run.Details.Problem!.Code.ShouldBe(code);
        run.Details.Problem.Say(Language.Chinese).ShouldNotBeEmpty();
        desk.Read<long>($"SELECT count(*) FROM {Tables[kind]}").ShouldBe(before);
    }

    [Theory]
    [InlineData("customers")]
    [InlineData("products")]
    [InlineData("staff")]
    public async Task Chinese_of_any_encoding_and_delimiter_is_read(string kind)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        await using var desk = await ImportDesk.OpenAsync(DatabaseKind.Sqlite);
        foreach (var (encoding, delimiter) in ((string, char)[])[("GB18030", ','), ("utf-8", ';'), ("utf-16", '\t'), ("utf-8", '|')])
        {
            var run = desk.Upload(kind, [.. Encoding.GetEncoding(encoding).GetPreamble(), .. Encoding.GetEncoding(encoding).GetBytes(Right[kind].Replace(',', delimiter))]);
            run.State.ShouldBe(ImportState.Ready, $"{encoding} {delimiter}");
            run.Details.Preview!.Counts.Changes!.New.ShouldBe(1, $"{encoding} {delimiter}");
        }
    }

    [Theory]
    [InlineData("customers", "客户编号,姓名,职业\n{0},王芳,{0}\n", "SELECT occupation FROM customer")]
    [InlineData("products", "编码,名称,类别\nT1,{0},{0}\n", "SELECT category FROM product")]
    [InlineData("staff", "姓名,门店\n{0},一店\n", "SELECT name FROM staff WHERE id > 1")]
    public async Task Hostile_text_is_stored_as_it_is_and_runs_nowhere(string kind, string file, string stored)
    {
        const string Hostile = "=cmd()|' /C calc'!A1 <script>alert(1)</script>' OR 1=1 -- \u202e𠮷🙂";
        await using var desk = await ImportDesk.OpenAsync(DatabaseKind.Sqlite);
        desk.Take(kind, file.Replace("{0}", Hostile, StringComparison.Ordinal)).State.ShouldBe(ImportState.Done);
        desk.Read<string>(stored).ShouldBe(Hostile);
    }

    [Fact]
    public async Task What_is_turned_down_comes_back_as_a_file_that_runs_no_formula_and_can_be_mended_and_imported()
    {
        await using var desk = await ImportDesk.OpenAsync(DatabaseKind.Sqlite);
        var run = desk.Upload("customers", "客户编号,姓名,手机,邮箱\nk1,=1+1,12,nobody\nk2,王芳,13800000002,\n");
        run.Details.Preview!.Lines.ShouldBe(1);
        var rejected = run.Details.Preview.FirstRejected.ShouldHaveSingleItem();
        (rejected.Line, rejected.Reason, rejected.Heading).ShouldBe((2, "phone-invalid", "手机"));
        rejected.FaultsOf("邮箱").ShouldHaveSingleItem().Message.English.ShouldBe("“nobody” is no e-mail address.");

        var csv = await File.ReadAllTextAsync(desk.Files.RejectsOf(run.Id));
        csv.ShouldStartWith("客户编号,姓名,手机,邮箱,line,reason\r\nk1,\"'=1+1\",12,nobody,2,");
        csv.ShouldContain("手机: “12” is no phone number.");

        var mended = desk.Take("customers", csv.Replace(",12,nobody,", ",13800000001,,", StringComparison.Ordinal).Replace("'=1+1", "赵敏", StringComparison.Ordinal));
        mended.Details.Result!.Changes!.New.ShouldBe(1);
        mended.Details.Result.RejectedLines.ShouldBe(0);
    }

    private static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(content);
        return packed.ToArray();
    }
}
