using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Privacy;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Browser.Tests.Harness;
using Changlai.Browser.Tests.Pages;
using Changlai.Core.Calendars;
using Microsoft.Playwright;

namespace Changlai.Browser.Tests.Customers;

/// <summary>A number that is hidden, seen with a reason; a customer who asks what is known, and then to be forgotten.</summary>
public sealed class PrivacyTests(Chromium chromium) : BrowserTest(chromium)
{
    private const string Name = "欧阳明月与她很长很长的名字";

    [Theory, OnPhoneAndDesktop]
    public async Task A_hidden_number_is_shown_for_a_reason_and_the_customer_is_erased_with_a_certificate(View view)
    {
        await using var program = await ChanglaiProcess.StartAsync("serve");
        People.Add(program.Database, "head", "head-office", "一店");
        var id = Register(program.Database);
        var page = await OpenAsync(program.Address, view, "/sign-in");
        await People.SignInAsync(page, "head");
        var look = new PageLook(page, view, ScriptErrors);

        await look.AtAsync("/settings/privacy");
        foreach (var part in (string[])["phone", "email", "street"]) await page.Locator($"[name=hide][value='head-office/{part}']").CheckAsync();
        await page.Locator("main form button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator("[name=hide][value='head-office/phone']")).ToBeCheckedAsync();

        await look.AtAsync("/customers");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("138****8001");
        await look.AtAsync($"/customers/{id}");
        (await page.Locator("a[href^='tel:']").CountAsync()).ShouldBe(0);
        (await page.ContentAsync()).ShouldNotContain("0013");
        await page.Locator(".reveal summary").ClickAsync();
        await page.Locator(".reveal [name=reason]").SelectOptionAsync("other");
        await page.Locator(".reveal button").ClickAsync();
        await Assertions.Expect(page.Locator(".reveal .field-error")).ToBeVisibleAsync();
        await page.Locator(".reveal [name=words]").FillAsync("客户在店里等着");
        await page.Locator(".reveal button").ClickAsync();
        await Assertions.Expect(page.Locator("a[href='tel:+8613800138001']").First).ToBeVisibleAsync();

        await look.AtAsync($"/customers/{id}/privacy");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("138 0013 8001");
        await look.AtAsync($"/customers/{id}/privacy/erasure");
        await page.Locator("[name=askedHow]").FillAsync("本人到店，核对会员卡");
        await page.Locator("[name=name]").FillAsync("somebody else");
        await page.Locator("main form button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator("#field-name-error")).ToBeVisibleAsync();
        (await Axe.ViolationsAsync(page)).ShouldBeEmpty("a refused erasure");
        await page.Locator("[name=name]").FillAsync(Name);
        await page.Locator("main form button[type=submit]").ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("/privacy/erasures/", StringComparison.Ordinal));
        (await page.ContentAsync()).ShouldNotContain("欧阳");

        await look.AtAsync("/privacy/erasures/1");
        await look.AtAsync("/privacy/erasures");
        (await page.GotoAsync($"/customers/{id}"))!.Status.ShouldBe(404);
        look.Found.ShouldBeEmpty(string.Join('\n', look.Found));
    }

    private static long Register(string file)
    {
        using var database = new Database(file);
        using var session = database.OpenSession();
        session.Begin();
        var id = NewCustomers.Write(session, "till",
        [
            new NewCustomer("N1", Name, null, "female", "+8613800138001", "moon@example.com", null, null, null, 1, null, Weekdays.None, null, null, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), [])
            {
                Addresses = [new CustomerAddress(null, "浙江省", "杭州市", "西湖区", "龙井路一号")],
            },
        ]);
        session.Commit();
        return id;
    }
}
