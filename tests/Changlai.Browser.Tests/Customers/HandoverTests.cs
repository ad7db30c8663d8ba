using Changlai.App.Features.Platform.Contracts;
using Changlai.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Changlai.Browser.Tests.Customers;

/// <summary>A manager gives the customers of somebody who leaves to two others, one of them by hand, and takes it back.</summary>
public sealed class HandoverTests(Chromium chromium) : BrowserTest(chromium)
{
    private ChanglaiProcess? program;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (program is not null) await program.DisposeAsync();
    }

    [Theory]
    [InlineData(Screen.Phone, "zh-CN", "已交接 5 位客户")]
    [InlineData(Screen.Desktop, "en", "5 customers")]
    public async Task Customers_go_to_two_others_evenly_and_by_hand_and_come_back(Screen screen, string language, string said)
    {
        program = await ChanglaiProcess.StartAsync("serve");
        People.Add(program.Database, "lin", "manager", "一店");
        Fill(program.Database);
        var page = await OpenAsync(program.Address, new View(screen, language), "/sign-in");
        await People.SignInAsync(page, "lin");

        await page.GotoAsync("/customers");
        await page.Locator("a[href='/handover']").ClickAsync();
        await page.Locator("[name=from]").SelectOptionAsync("2");
        await page.Locator("[name=to][value='3']").CheckAsync();
        await page.Locator("[name=to][value='4']").CheckAsync();
        await LookAsync(page, "handover");
        await page.Locator("form[action='/handover/preview'] button").ClickAsync();
        var shares = page.Locator("table.folds tbody tr");
        await Assertions.Expect(shares).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator(".cl-purpose")).ToContainTextAsync("5");
        await page.Locator("details.more summary").ClickAsync();
        await LookAsync(page, "handover preview");
        // All but the first to the one, by hand.
        for (var customer = 1; customer <= 5; customer++) await page.Locator($"[name='to-{customer}']").SelectOptionAsync(customer == 1 ? "3" : "4");
        await page.Locator("form[action='/handover'] button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator(".notice")).ToContainTextAsync(said);
        await LookAsync(page, "handover done");

        await page.GotoAsync("/customers/1");
        await Assertions.Expect(page.Locator(".cl-purpose")).ToContainTextAsync("陈小红");
        await Assertions.Expect(page.Locator("#history")).ToContainTextAsync("陈小红");
        await page.GotoAsync("/customers/2");
        await Assertions.Expect(page.Locator(".cl-purpose")).ToContainTextAsync("赵一鸣");

        await page.GotoAsync("/handover");
        await page.Locator("form[action$='/undo'] button").ClickAsync();
        await page.GotoAsync("/customers/1");
        await Assertions.Expect(page.Locator(".cl-purpose")).ToContainTextAsync("周离");
        await page.GotoAsync("/handover");
        await Assertions.Expect(page.Locator("form[action$='/undo']")).ToHaveCountAsync(0);
    }

    /// <summary>Somebody who has left, with five customers, and two who stay.</summary>
    private static void Fill(string file)
    {
        using var database = new Database(file);
        using var session = database.OpenSession();
        session.Begin();
        foreach (var (name, active) in (ReadOnlySpan<(string, bool)>)[("周离", false), ("陈小红", true), ("赵一鸣", true)])
            session.Execute("""
                INSERT INTO staff (id, name, security_stamp, role, store_id, working_weekdays, daily_capacity, language, active) VALUES (@id, @name, 's', 'staff', 1, 127, 20, 'zh', @active)
                """, ("id", session.ReserveIds("staff", 1)), ("name", name), ("active", active));
        var first = session.ReserveIds("customer", 5);
        for (var id = first; id < first + 5; id++)
            session.Execute("INSERT INTO customer (customer_id, name, store_id, owner_id, created_at) VALUES (@id, @name, 1, 2, 0)", ("id", id), ("name", $"客户{id}"));
        session.Commit();
    }

    private static async Task LookAsync(IPage page, string what)
    {
        var pages = new CustomerPages(page);
        (await pages.OverflowsAsync()).ShouldBeFalse($"{what} is wider than the screen");
        if (Environment.GetEnvironmentVariable("SHOTS") is { Length: > 0 } folder)
            await pages.ScreenshotAsync(Path.Combine(folder, $"{what} {page.ViewportSize!.Width}.png"));
        (await Axe.ViolationsAsync(page)).ShouldBeEmpty(what);
    }
}
