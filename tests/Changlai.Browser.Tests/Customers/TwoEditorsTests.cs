using Changlai.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Changlai.Browser.Tests.Customers;

/// <summary>Two people with the same card open.</summary>
public sealed class TwoEditorsTests(Chromium chromium) : BrowserTest(chromium)
{
    [Theory, OnPhoneAndDesktop]
    public async Task The_second_to_save_sees_both_versions_keeps_what_was_typed_and_decides(View view)
    {
        await using var program = await ChanglaiProcess.StartAsync("serve");
        People.Add(program.Database, "lin", "manager", "一店");
        People.Add(program.Database, "head", "head-office");
        var first = await OpenAsync(program.Address, view, "/sign-in");
        await People.SignInAsync(first, "lin");
        await first.GotoAsync("/customers/new");
        await first.Locator("[name=name]").FillAsync("李明华");
        await first.Locator("[name=phone-0]").FillAsync("13800138000");
        await SaveAsync(first);
        await first.WaitForURLAsync(url => url.EndsWith("/customers/1", StringComparison.Ordinal));
        var second = await OpenAsync(program.Address, view, "/sign-in");
        await People.SignInAsync(second, "head");

        await first.GotoAsync("/customers/1/edit");
        await second.GotoAsync("/customers/1/edit");
        await first.Locator("[name=occupation]").FillAsync("教师");
        await SaveAsync(first);
        await Assertions.Expect(first.Locator("main")).ToContainTextAsync("教师");

        await second.Locator("[name=occupation]").FillAsync("茶艺师");
        await second.Locator("[name=salutation]").FillAsync("李老师");
        await SaveAsync(second);
        var main = second.Locator("main");
        await Assertions.Expect(main).ToContainTextAsync("教师");
        await Assertions.Expect(main).ToContainTextAsync("茶艺师");
        await Assertions.Expect(second.Locator("[name=salutation]")).ToHaveValueAsync("李老师");
        await Assertions.Expect(second.Locator("[name=occupation]")).ToHaveValueAsync("茶艺师");
        (await Axe.ViolationsAsync(second)).ShouldBeEmpty("the page with both versions");
        (await second.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth")).ShouldBeFalse();

        await second.Locator("[name=occupation]").FillAsync("教师，也教茶艺");
        await SaveAsync(second);
        await second.WaitForURLAsync(url => url.EndsWith("/customers/1", StringComparison.Ordinal));
        await Assertions.Expect(second.Locator("main")).ToContainTextAsync("教师，也教茶艺");
        await Assertions.Expect(second.Locator("main")).ToContainTextAsync("李老师");
    }

    private static Task SaveAsync(IPage page) => page.Locator("main form:has([name=name]) button[type=submit]").First.ClickAsync();
}
