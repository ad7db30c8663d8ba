using Changlai.Browser.Tests.Customers;
using Changlai.Browser.Tests.Harness;
using static Microsoft.Playwright.Assertions;

namespace Changlai.Browser.Tests.Orders;

/// <summary>Products with their cycle and devices with their repairs, on a phone and at a desk.</summary>
public sealed class GoodsTests(Chromium chromium, CardPathTests.Business business) : BrowserTest(chromium), IClassFixture<CardPathTests.Business>
{
    [Theory, OnPhoneAndDesktop]
    public async Task A_product_is_entered_and_its_cycle_changed(View view)
    {
        var (goods, code) = (await OpenAsync(view), $"P{view.Screen}");
        await EnterProductAsync(goods, code, "thirty");
        await Expect(goods.Error).ToBeVisibleAsync();
        await Expect(goods.Field("repurchaseDays")).ToHaveValueAsync("thirty");
        await goods.Field("repurchaseDays").FillAsync("30");
        await goods.SaveAsync();
        await Expect(goods.Row(code)).ToContainTextAsync("30");
        await goods.Row(code).Locator("a").First.ClickAsync();
        await goods.Field("repurchaseDays").FillAsync("45");
        await goods.SaveAsync();
        await Expect(goods.Notice).ToContainTextAsync(code);
        await Expect(goods.Row(code)).ToContainTextAsync("45");
    }

    [Theory, OnPhoneAndDesktop]
    public async Task The_same_fault_twice_raises_an_alarm_until_somebody_says_what_was_done(View view)
    {
        var (goods, code) = (await OpenAsync(view), $"D{view.Screen}");
        await EnterProductAsync(goods, code, "");
        var customer = await new CardPages(goods.Page).RegisterAsync($"赵敏{view.Screen}", view.Screen == Screen.Phone ? "13900000001" : "13900000002");
        await goods.Page.GotoAsync($"/customers/{customer}/assets/new");
        await goods.Field("product").FillAsync(code);
        await goods.Field("startedOn").FillAsync("2026-01-05");
        await goods.SaveAsync();
        await Expect(goods.Title).ToContainTextAsync($"茶 {code}");

        await goods.RepairAsync("2026-02-01", "leak");
        await Expect(goods.Repairs).ToHaveCountAsync(1);
        await Expect(goods.Alarm).ToHaveCountAsync(0);
        await goods.RepairAsync("2026-02-20", "leak");
        await Expect(goods.Repairs).ToHaveCountAsync(2);
        await Expect(goods.Alarm).ToBeVisibleAsync();
        await goods.Page.GotoAsync("/assets?show=alarm");
        await goods.Row($"茶 {code}").Locator("a").First.ClickAsync();
        await goods.SettleAsync("整机换新");
        await Expect(goods.Alarm).ToHaveCountAsync(0);
        await Expect(goods.Page.Locator("main")).ToContainTextAsync("整机换新");
    }

    private async Task<GoodsPages> OpenAsync(View view)
    {
        var page = await OpenAsync(business.Program.Address, view, "/sign-in");
        await People.SignInAsync(page, CardPathTests.Business.HeadOffice);
        return new GoodsPages(page);
    }

    private static async Task EnterProductAsync(GoodsPages goods, string code, string days)
    {
        await goods.Page.GotoAsync("/products/new");
        await goods.Field("code").FillAsync(code);
        await goods.Field("name").FillAsync($"茶 {code}");
        await goods.Field("repurchaseDays").FillAsync(days);
        await goods.SaveAsync();
    }
}
