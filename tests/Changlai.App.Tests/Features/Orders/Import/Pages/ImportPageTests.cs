using System.IO.Compression;
using System.Net;
using System.Text;
using Changlai.App.Features.Platform.Contracts.Imports;
using Changlai.App.Features.Platform.Imports.Runs;
using Changlai.App.Tests.Harness;
using static Changlai.App.Tests.Features.Orders.Import.Pages.ImportSite;

namespace Changlai.App.Tests.Features.Orders.Import.Pages;

public sealed class ImportPageTests
{
    private const string Headings = "OrderNo,CustomerID,Name,ProductCode,Description,Quantity,UnitPrice,OrderDate\n";

    private const string TwoOrders = Headings + """
        A1,c1,Wang,T1,Tea,2,120.00,2026-03-01
        A1,c1,Wang,T2,Cup,1,30.00,2026-03-01
        A2,c2,Li,T1,Tea,-1,120.00,2026-03-02

        """;

    [Theory, OnBothDatabases]
    public async Task Nothing_is_stored_before_somebody_confirms_and_everything_after(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        var (status, page) = await site.UploadAsync(TwoOrders);

        status.ShouldBe(HttpStatusCode.OK);
        State(page).ShouldBe("Waits for you");
        Figure(page, "Orders").ShouldBe("1: 2 lines");
        Figure(page, "Returns").ShouldBe("1: 1 lines");
        Figure(page, "New orders").ShouldBe("2: 0 changed, 0 unchanged");
        (await site.CountAsync("customer_order")).ShouldBe(0);
        (await site.CountAsync("customer")).ShouldBe(0);

        (_, page) = await site.SendAsync(page, "/confirmation");
        State(page).ShouldBe("Done");
        (await site.CountAsync("customer_order")).ShouldBe(2);
        (await site.CountAsync("customer")).ShouldBe(2);
        page.QuerySelectorAll(".notice a").Select(link => link.GetAttribute("href")).ShouldBe(["/customers", "/plans", "/imports/new"]);
        File.Exists(site.Files.UploadOf(1)).ShouldBeFalse();
    }

    [Theory, OnBothDatabases]
    public async Task The_same_file_again_changes_nothing_and_a_corrected_one_says_what_it_would_change(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        var (_, page) = await site.UploadAsync(TwoOrders);
        await site.SendAsync(page, "/confirmation");

        (_, page) = await site.UploadAsync(TwoOrders);
        Notice(page).ShouldContain("here already");
        Figure(page, "New orders").ShouldBe("0: 0 changed, 2 unchanged");

        (_, page) = await site.UploadAsync(TwoOrders.Replace("30.00", "33.00", StringComparison.Ordinal));
        Figure(page, "New orders").ShouldBe("0: 1 changed, 1 unchanged");
    }

    [Fact]
    public async Task A_column_that_was_not_recognised_is_chosen_on_the_page()
    {
        await using var site = await OpenAsync(DatabaseKind.Sqlite);
        var (_, page) = await site.UploadAsync(TwoOrders.Replace("Quantity", "Stück", StringComparison.Ordinal));
        State(page).ShouldBe("Cannot be imported");
        Notice(page).ShouldContain("no column for quantity");
        Notice(page).ShouldNotContain("--map");
        page.QuerySelector("form[action$='/confirmation']").ShouldBeNull();

        (_, page) = await site.SendAsync(page, "/settings", ("map-quantity", "Stück"));
        State(page).ShouldBe("Waits for you");
        Figure(page, "Orders").ShouldBe("1: 2 lines");
    }

    [Fact]
    public async Task A_column_that_was_recognised_wrongly_can_be_left_out()
    {
        await using var site = await OpenAsync(DatabaseKind.Sqlite);
        var (_, page) = await site.UploadAsync(TwoOrders);
        (_, page) = await site.SendAsync(page, "/settings", ("map-order-number", ""));
        page.QuerySelector("main")!.TextContent.ShouldContain("what one customer bought on one day is one order");
    }

    [Fact]
    public async Task The_order_of_day_and_month_is_said_and_can_be_stated()
    {
        await using var site = await OpenAsync(DatabaseKind.Sqlite);
        var (_, page) = await site.UploadAsync(Headings + "A1,c1,Wang,T1,Tea,2,120.00,03/04/2026\n");
        page.QuerySelector("main")!.TextContent.ShouldContain("nothing in the file tells day from month");

        (_, page) = await site.SendAsync(page, "/settings", ("dateOrder", "MonthDayYear"));
        page.QuerySelector("main")!.TextContent.ShouldContain("As stated, dates are month/day/year.");
        await site.SendAsync(page, "/confirmation");
        using var session = site.Database.OpenSession();
        using var rows = session.Read("SELECT ordered_on FROM customer_order");
        rows.Next().ShouldBeTrue();
        rows.Day(0).ShouldBe(new DateOnly(2026, 3, 4));
    }

    [Fact]
    public async Task Lines_not_taken_are_downloaded_in_the_same_shape_and_run_no_formula()
    {
        await using var site = await OpenAsync(DatabaseKind.Sqlite);
        var (_, page) = await site.UploadAsync(Headings + """
            A1,c1,Wang,T1,Tea,2,120.00,2026-03-01
            A2,,,T1,=cmd()|'/c calc'!A1,2,120.00,2026-03-01
            A1,c9,Zhou,T1,Tea,2,120.00,2026-03-01

            """);
        page.QuerySelector("#rejects")!.TextContent.ShouldContain("No customer");
        page.QuerySelector("#rejects")!.TextContent.ShouldContain("Order “A1” already belongs to another customer in this file.");

        var csv = Encoding.UTF8.GetString(await site.DownloadAsync(page.QuerySelector("#rejects a[download]")!.GetAttribute("href")!));
        csv.TrimStart('\uFEFF').Split("\r\n").ShouldBe([
            "OrderNo,CustomerID,Name,ProductCode,Description,Quantity,UnitPrice,OrderDate,line,reason",
            "A2,,,T1,\"'=cmd()|'/c calc'!A1\",2,120.00,2026-03-01,3,customer-missing",
            "A1,c9,Zhou,T1,Tea,2,120.00,2026-03-01,4,order-of-another-customer",
            "",
        ]);
    }

    [Fact]
    public async Task Hostile_text_is_shown_as_it_is()
    {
        await using var site = await OpenAsync(DatabaseKind.Sqlite);
        const string hostile = "<img src=x onerror=alert(1)>' OR 1=1 \u202e𠮷";
        var (_, page) = await site.UploadAsync(hostile.Replace("/", "", StringComparison.Ordinal) + ".csv", Encoding.UTF8.GetBytes(Headings + $"A1,c1,{hostile},T1,Tea,2,120.00,2026-03-01\n"));
        page.QuerySelectorAll("main img").ShouldBeEmpty();
        page.QuerySelectorAll("td").ShouldContain(cell => cell.TextContent == hostile);
        page.QuerySelector("h1")!.TextContent.ShouldContain(hostile);
    }

    public static TheoryData<string, byte[], string> Unusable => new()
    {
        { "empty.csv", [], "The file is empty" },
        { "blank.csv", "   \n\n"u8.ToArray(), "The file is empty" },
        { "photo.csv", [0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 13, 1, 2, 3], "not a text table" },
        { "cut.csv.gz", Gzip(TwoOrders)[..^12], "incomplete or damaged" },
        { "one.csv", "just words\nmore words\n"u8.ToArray(), "Only one column" },
        { "other.csv", "colour,shape\nred,round\n"u8.ToArray(), "no column for" },
        { "twice.csv", Encoding.UTF8.GetBytes("Quantity," + TwoOrders), "is there twice" },
        { "long.csv", [.. Encoding.UTF8.GetBytes(Headings), .. Enumerable.Repeat((byte)'x', 50 << 20)], "too long: more than 1 MB" },
        { "mixed.csv", [.. Encoding.UTF8.GetBytes(Headings + "A1,c1,王芳,T1,茶,2,1,2026-03-01\n"), .. new byte[] { 0x41, 0x2C, 0xCD, 0xF5, 0xB7, 0xBC, 0x2C, 0x0A }], "encoded differently" },
        { "old.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "old Excel workbook" },
        { "no.xlsx", "PK\u0003\u0004nothing"u8.ToArray(), "cannot be opened" },
    };

    [Theory, MemberData(nameof(Unusable))]
    public async Task A_file_that_cannot_be_taken_says_why_and_leaves_the_database_alone(string name, byte[] content, string why)
    {
        await using var site = await OpenAsync(DatabaseKind.Sqlite);
        var (_, page) = await site.UploadAsync(name, content);
        Notice(page).ShouldContain(why);
        page.QuerySelector("form[action$='/confirmation']").ShouldBeNull();
        (await site.CountAsync("customer_order")).ShouldBe(0);
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_turned_away_before_it_is_sent()
    {
        await using var site = await OpenAsync(DatabaseKind.Sqlite);
        var (status, page) = await site.AnnounceAsync(ImportFiles.LargestFile + (2L << 20));
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Notice(page).ShouldContain("larger than 256 MB");
    }

    [Fact]
    public async Task When_no_line_can_be_taken_there_is_nothing_to_confirm()
    {
        await using var site = await OpenAsync(DatabaseKind.Sqlite);
        var (_, page) = await site.UploadAsync(Headings + "A1,c1,Wang,T1,Tea,2.5E300,120.00,2026-03-01\n");
        Notice(page).ShouldContain("None of the 1 lines can be taken");
        page.QuerySelector("#rejects")!.TextContent.ShouldContain("“2.5E300” cannot be a quantity.");
        page.QuerySelector("form[action$='/confirmation']").ShouldBeNull();
    }

    [Fact]
    public async Task A_new_store_is_made_with_its_time_zone_and_currency()
    {
        await using var site = await OpenAsync(DatabaseKind.Sqlite);
        var (status, page) = await site.UploadAsync(TwoOrders, ("store", ""), ("newStore", "Leeds"), ("timeZone", "Europe/Nowhere"), ("currency", "GBP"));
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Notice(page).ShouldContain("time zone is not known");

        (_, page) = await site.UploadAsync(TwoOrders, ("store", ""), ("newStore", "Leeds"), ("timeZone", "Europe/London"), ("currency", "GBP"));
        await site.SendAsync(page, "/confirmation");
        using var session = site.Database.OpenSession();
        session.Scalar<string>("SELECT name || ' ' || time_zone || ' ' || currency FROM store WHERE id > 1").ShouldBe("Leeds Europe/London GBP");
    }

    private static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }
}
