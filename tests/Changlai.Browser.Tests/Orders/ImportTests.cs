using System.Text;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Browser.Tests.Harness;

namespace Changlai.Browser.Tests.Orders;

public sealed class ImportTests(Chromium chromium) : BrowserTest(chromium), IAsyncLifetime
{
    private const string Small = """
        订单号,客户编号,姓名,手机,商品编码,商品名称,数量,单价,下单时间
        A1,c1,王芳,13800000001,T1,普洱茶,2,120.00,2026-03-01 10:00
        A2,c2,<script>alert(1)</script>,13800000002,T2,"=cmd()|'x'",1,80.00,2026-03-02 11:00
        A3,,,,T1,普洱茶,1,120.00,2026-03-03 12:00
        A4,c3,赵敏,13800000003,T1,普洱茶,一盒,120.00,2026-02-30
        A5,c3,赵敏,13800000003,T1,普洱茶,x,120.00,2026-03-05
        A1,c1,王芳,13800000001,T2,=HYPERLINK(1),,80.00,2026-03-01 10:00

        """;

    private ChanglaiProcess program = null!;

    private static string? RealFile => Path.Combine(TestRun.Root, "..", "shared", "data", "online_retail.csv.gz") is var path && File.Exists(path) ? path : null;

    public async ValueTask InitializeAsync()
    {
        program = await ChanglaiProcess.StartAsync("serve");
        People.Add(program.Database, "lin", "head-office");
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await program.DisposeAsync();
    }

    [Theory]
    [InlineData(Screen.Phone, "zh-CN", false)]
    [InlineData(Screen.Phone, "en", true)]
    [InlineData(Screen.Tablet, "zh-CN", false)]
    [InlineData(Screen.Desktop, "zh-CN", true)]
    [InlineData(Screen.Desktop, "en", false)]
    public async Task A_small_file_goes_from_upload_to_report(Screen screen, string language, bool dark)
    {
        var view = new View(screen, language, dark);
        var pages = await SignedInAsync(view);
        await pages.Page.GotoAsync("/imports");
        await LookAsync(pages, view, "empty");
        await pages.OpenNewAsync();
        await LookAsync(pages, view, "new");

        await pages.UploadAsync("订单.csv", Encoding.UTF8.GetBytes(Small));
        (await pages.Figure(view.Language == "en" ? "Orders" : "订单").InnerTextAsync()).ShouldContain("2");
        (await pages.Rejects.InnerTextAsync()).ShouldContain(view.Language == "en" ? "“2026-02-30” is no date that a calendar has" : "“2026-02-30”不是日历上有的日期");
        await LookAsync(pages, view, "preview");
        await pages.OpenAsync(view.Language == "en" ? "Read it another way" : "改变读法");
        await LookAsync(pages, view, "columns");
        await pages.ChooseAsync("category", "商品名称");
        await pages.CheckAgainAsync();

        await pages.ConfirmAsync();
        (await pages.State.InnerTextAsync()).ShouldContain(view.Language == "en" ? "Done" : "已完成");
        await LookAsync(pages, view, "done");

        await pages.Page.GotoAsync("/imports");
        (await pages.Page.Locator("main").InnerTextAsync()).ShouldContain("订单.csv");
        await LookAsync(pages, view, "list");
    }

    [Theory]
    [InlineData(Screen.Desktop, "en")]
    [InlineData(Screen.Phone, "zh-CN")]
    public async Task Half_a_million_real_lines_go_through_the_browser(Screen screen, string language)
    {
        Assert.SkipWhen(RealFile is null, "The real orders are not at hand in ../shared/data.");
        var view = new View(screen, language);
        var english = language == "en";
        var pages = await SignedInAsync(view);
        await pages.OpenNewAsync();
        await pages.FillNewStoreAsync("London", "Europe/London", "GBP");
        await pages.UploadAsync(RealFile!);

        foreach (var step in new[] { "real preview", "real done" })
        {
            (await FigureAsync(english ? "Lines of the file" : "文件行数")).ShouldBe(english ? "541,909 406,829 taken, 135,080 not taken" : "541,909 收下 406,829，未收 135,080");
            (await FigureAsync(english ? "Orders" : "订单")).ShouldBe(english ? "18,536 397,924 lines" : "18,536 397,924 条明细");
            (await FigureAsync(english ? "Returns" : "退货")).ShouldBe(english ? "3,654 8,905 lines" : "3,654 8,905 条明细");
            (await FigureAsync(english ? "Customers" : "客户")).ShouldBe(english ? "4,372 4,372 of them new" : "4,372 新客户 4,372 位");
            (await pages.Rejects.InnerTextAsync()).ShouldContain(english ? "135,080 lines" : "135,080 行");
            await LookAsync(pages, view, step);
            if (step == "real preview") await pages.ConfirmAsync();
        }
        (await pages.State.InnerTextAsync()).ShouldContain(english ? "Done" : "已完成");
        Count("SELECT count(*) FROM customer").ShouldBe(4_372);
        Count("SELECT count(*) FROM customer_order").ShouldBe(18_536 + 3_654);
        Count("SELECT count(*) FROM order_summary WHERE orders = 0").ShouldBe(33);

        await pages.OpenNewAsync();
        await pages.UploadAsync(RealFile!);
        (await FigureAsync(english ? "New orders" : "新增的单")).ShouldBe(english ? "0 0 changed, 22,190 unchanged" : "0 更正 0，不变 22,190");

        async Task<string> FigureAsync(string name) => string.Join(' ', (await pages.Figure(name).InnerTextAsync()).Split('\n').Skip(1));
    }

    [Fact]
    public async Task A_server_killed_in_the_middle_of_an_import_stores_nothing_of_it_and_can_run_it_again()
    {
        var view = new View(Screen.Desktop, "en");
        var pages = await SignedInAsync(view);
        await pages.OpenNewAsync();
        await pages.UploadAsync("many.csv", ManyOrders(200_000));
        await pages.StartAsync();
        await pages.WaitForWritingAsync();
        await pages.Page.CloseAsync();
        await program.CrashAndStartAgainAsync();
        Count("SELECT count(*) FROM customer_order").ShouldBe(0);
        Count("SELECT count(*) FROM customer").ShouldBe(0);

        pages = await SignedInAsync(view);
        await pages.Page.GotoAsync("/imports/1");
        (await pages.State.InnerTextAsync()).ShouldContain("Interrupted");
        await pages.ConfirmAsync();
        (await pages.State.InnerTextAsync()).ShouldContain("Done");
        Count("SELECT count(*) FROM customer_order").ShouldBe(200_000);
    }

    private static byte[] ManyOrders(int count)
    {
        var text = new StringBuilder("Order,CustomerID,ProductCode,Quantity,UnitPrice,Date\n");
        for (var order = 0; order < count; order++) text.Append($"{order},c{order % 20_000},T{order % 50},1,9.90,2026-0{1 + (order % 6)}-{1 + (order % 28):00}\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private long Count(string sql)
    {
        using var database = new Database(program.Database);
        using var session = database.OpenSession();
        return session.Scalar<long>(sql);
    }

    private async Task<ImportPages> SignedInAsync(View view)
    {
        var page = await OpenAsync(program.Address, view, "/sign-in");
        await People.SignInAsync(page, "lin");
        return new ImportPages(page);
    }

    private static async Task LookAsync(ImportPages pages, View view, string step)
    {
        if (Environment.GetEnvironmentVariable("SHOTS") is { } shots) await pages.ScreenshotAsync(Path.Combine(shots, $"{step} {view}.png"));
        (await pages.OverflowsAsync()).ShouldBeFalse($"{step} overflows");
        (await Axe.ViolationsAsync(pages.Page)).ShouldBeEmpty(step);
    }
}
