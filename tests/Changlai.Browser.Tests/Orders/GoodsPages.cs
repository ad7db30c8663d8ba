using Changlai.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Changlai.Browser.Tests.Orders;

/// <summary>Products and devices, in the words of whoever keeps them.</summary>
internal sealed class GoodsPages(IPage page) : PageObject(page)
{
    public ILocator Notice => Page.Locator("main > .notice").First;

    public ILocator Error => Page.Locator(".field-error").First;

    public ILocator Repairs => Page.Locator("#repairs li");

    public ILocator Alarm => Page.Locator("form[action$='/alarm']");

    public ILocator Row(string name) => Page.Locator("tbody tr").Filter(new LocatorFilterOptions { HasText = name });

    public ILocator Field(string name) => Page.Locator($"[name='{name}']");

    public Task SaveAsync() => Page.Locator("main form.card-body button[type=submit]").ClickAsync();

    public async Task RepairAsync(string day, string fault)
    {
        var form = Page.Locator("#add-repair");
        await form.Locator("[name=doneOn]").FillAsync(day);
        await form.Locator("[name=fault]").SelectOptionAsync(fault);
        await form.Locator("[name=work]").FillAsync("换了垫圈");
        await form.Locator("button[type=submit]").ClickAsync();
    }

    public async Task SettleAsync(string words)
    {
        await Alarm.Locator("[name=words]").FillAsync(words);
        await Alarm.Locator("button").ClickAsync();
    }
}
