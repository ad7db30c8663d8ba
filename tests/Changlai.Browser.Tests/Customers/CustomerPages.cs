using Changlai.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Changlai.Browser.Tests.Customers;

/// <summary>The customers, in the words of whoever looks for one.</summary>
internal sealed class CustomerPages(IPage page) : PageObject(page)
{
    private const string DemoPassword = "changlai-demo";

    public ILocator FindBox => Page.Locator("[data-search]").First;

    public ILocator Suggestions => Page.Locator(".cl-found a");

    public ILocator Rows => Page.Locator("a[data-row]");

    public ILocator History => Page.Locator("#history .timeline > li");

    public ILocator Filter(string name) => Page.Locator($"select[name={name}]");

    public ILocator Named(string name) => Link(name);

    public async Task SignInAsync(string name)
    {
        await Page.GotoAsync("/sign-in");
        await Page.Locator("[name=userName]").FillAsync(name);
        await Page.Locator("[name=password]").FillAsync(DemoPassword);
        await Page.Locator("form[action='/sign-in'] button[type=submit]").ClickAsync();
        await Page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
    }
}
