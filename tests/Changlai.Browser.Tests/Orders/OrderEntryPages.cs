using Changlai.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Changlai.Browser.Tests.Orders;

/// <summary>Entering an order, in the words of whoever stands at the counter.</summary>
internal sealed class OrderEntryPages(IPage page) : PageObject(page)
{
    public ILocator Expected => Page.Locator("#expected");

    public ILocator ExpectedDay => Page.Locator("#expected .expected-day time");

    public ILocator Lines => Page.Locator(".order-line");

    public ILocator Suggestions => Page.Locator("#product-list option");

    public ILocator AddLine => Page.Locator("button[name=add]");

    public ILocator Save => Page.Locator(".order-side button[type=submit]");

    public ILocator Field(string name) => Page.Locator($"[name='{name}']");

    public Task OpenAsync(long customer) => Page.GotoAsync($"/customers/{customer}/orders/new");
}
