using System.Text;
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

    [Theory, InEveryView]
    public async Task A_small_file_goes_from_upload_to_report(View view)
    {
        var pages = await SignedInAsync(view);
        await pages.Page.GotoAsync("/imports");
        await LookAsync(pages, view, "empty");
        await pages.OpenNewAsync();
        await LookAsync(pages, view, "new");

        await pages.UploadAsync("订单.csv", Encoding.UTF8.GetBytes(Small));
        (await pages.Figure(view.Language == "en" ? "Orders" : "订单").InnerTextAsync()).ShouldContain("2");
        (await pages.Rejects.InnerTextAsync()).ShouldContain(view.Language == "en" ? "“2026-02-30” is no date that a calendar has" : "“2026-02-30”不是日历上有的日期");
        await LookAsync(pages, view, "preview");

        await pages.ConfirmAsync();
        (await pages.State.InnerTextAsync()).ShouldContain(view.Language == "en" ? "Done" : "已完成");
        await LookAsync(pages, view, "done");

        await pages.Page.GotoAsync("/imports");
        (await pages.Page.Locator("main").InnerTextAsync()).ShouldContain("订单.csv");
        await LookAsync(pages, view, "list");
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
