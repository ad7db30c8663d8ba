using Changlai.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Changlai.Browser.Tests.FollowUps;

/// <summary>Today, in the words of whoever works through it.</summary>
internal sealed class TodayPages(IPage page) : PageObject(page)
{
    private const string DemoPassword = "changlai-demo";

    public ILocator Rows => Page.Locator("a[data-open]");

    public ILocator Notice => Page.Locator("#work .notice");

    public ILocator Waiting => Page.Locator("[data-queue-bar]");

    public ILocator OpenedName => Page.Locator("#detail h2 a");

    public ILocator Note => Page.Locator("[name=note]");

    public ILocator OutcomeButton(string code) => Page.Locator($"button[name=outcome][value={code}]");

    public async Task SignInAsync(string name)
    {
        await Page.GotoAsync("/sign-in");
        await Page.Locator("[name=userName]").FillAsync(name);
        await Page.Locator("[name=password]").FillAsync(DemoPassword);
        await Page.Locator("form[action='/sign-in'] button[type=submit]").ClickAsync();
        await Page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
    }

    public async Task<int> LeftAsync() => int.Parse(new string((await Page.Locator(".tally strong").InnerTextAsync()).Where(char.IsDigit).ToArray()));
}
