using System.Text;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Changlai.Browser.Tests.Orders;

/// <summary>Customers, from a file whose columns nobody could guess to the undo of the whole import.</summary>
public sealed class ImportKindsTests(Chromium chromium) : BrowserTest(chromium), IAsyncLifetime
{
    private const string Customers = """
        代号,姓名,联络,邮箱,生日,标签
        k1,王芳,１３８-0000-0001,wf@example.com,农历八月十五,老客
        k1,王芳,+86 13800000001,,,爱喝茶
        k2,<script>alert(1)</script>,13800000002,,1990-02-03,
        k3,欧阳娜娜·阿不都热合曼,1380000,nobody,2月30日,

        """;

    private ChanglaiProcess program = null!;

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
    [InlineData(Screen.Desktop, "zh-CN", true)]
    [InlineData(Screen.Desktop, "en", false)]
    public async Task Columns_are_chosen_problems_shown_in_their_cells_and_the_import_undone(Screen screen, string language, bool dark)
    {
        var view = new View(screen, language, dark);
        var english = language == "en";
        var page = await OpenAsync(program.Address, view, "/sign-in");
        await People.SignInAsync(page, "lin");
        var pages = new ImportPages(page);
        await pages.OpenNewAsync("customers");
        await LookAsync(pages, view, "kinds new");

        await pages.UploadAsync("客户.csv", Encoding.UTF8.GetBytes(Customers));
        await Assertions.Expect(pages.State).ToContainTextAsync(english ? "Cannot be imported" : "不能导入");
        await LookAsync(pages, view, "kinds unknown columns");
        await pages.ChooseAsync("number", "代号");
        await pages.ChooseAsync("phone", "联络");
        await pages.CheckAgainAsync();
        await Assertions.Expect(pages.State).ToContainTextAsync(english ? "Waits for you" : "等您确认");
        // The line stands among the first lines and among those not taken: phone, e-mail and birthday each time.
        (await pages.MarkedCells.CountAsync()).ShouldBe(6);
        (await pages.MarkedCells.First.InnerTextAsync()).ShouldContain(english ? "“1380000” is no phone number." : "“1380000”不是电话号码。");
        (await pages.Figure(english ? "Repeated lines" : "重复的行").InnerTextAsync()).ShouldContain("1");
        await LookAsync(pages, view, "kinds preview");

        await pages.ConfirmAsync();
        await Assertions.Expect(pages.State).ToContainTextAsync(english ? "Done" : "已完成");
        Count("SELECT count(*) FROM customer").ShouldBe(2);
        await LookAsync(pages, view, "kinds done");

        await pages.OpenAsync(english ? "Undo this import" : "撤销这次导入");
        await LookAsync(pages, view, "kinds undo");
        await pages.UndoAsync();
        await Assertions.Expect(pages.State).ToContainTextAsync(english ? "Undone" : "已撤销");
        Count("SELECT count(*) FROM customer").ShouldBe(0);
        await LookAsync(pages, view, "kinds undone");

        await pages.OpenNewAsync("customers");
        await pages.UploadAsync("客户.csv", Encoding.UTF8.GetBytes(Customers));
        await Assertions.Expect(pages.State).ToContainTextAsync(english ? "Waits for you" : "等您确认");
    }

    private long Count(string sql)
    {
        using var database = new Database(program.Database);
        using var session = database.OpenSession();
        return session.Scalar<long>(sql);
    }

    private static async Task LookAsync(ImportPages pages, View view, string step)
    {
        if (Environment.GetEnvironmentVariable("SHOTS") is { } shots) await pages.ScreenshotAsync(Path.Combine(shots, $"{step} {view}.png"));
        (await pages.OverflowsAsync()).ShouldBeFalse($"{step} overflows");
        (await Axe.ViolationsAsync(pages.Page)).ShouldBeEmpty(step);
    }
}
