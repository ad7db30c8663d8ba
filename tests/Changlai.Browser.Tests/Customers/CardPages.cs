using Changlai.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Changlai.Browser.Tests.Customers;

/// <summary>A customer's card and the pages that change it, in the words of whoever serves the customer.</summary>
internal sealed class CardPages(IPage page) : PageObject(page)
{
    public ILocator Notice => Page.Locator("main > .notice");

    public ILocator History => Page.Locator("#history");

    public ILocator Needs => Page.Locator("#needs");

    public ILocator Relations => Page.Locator("#relations");

    public ILocator Error => Page.Locator(".field-error").First;

    public ILocator Dates => Page.Locator(".date-list > li");

    public ILocator Field(string name) => Page.Locator($"[name='{name}']");

    /// <summary>Enters somebody new; their id.</summary>
    public async Task<long> RegisterAsync(string name, string phone)
    {
        await Page.GotoAsync("/customers/new");
        await Field("name").FillAsync(name);
        await Field("phone-0").FillAsync(phone);
        await SaveAsync();
        await Assertions.Expect(Title).ToContainTextAsync(name);
        return long.Parse(new Uri(Page.Url).Segments[^1]);
    }

    public Task OpenAsync(long customer, string part = "") => Page.GotoAsync($"/customers/{customer}{part}");

    public async Task WriteNoteAsync(string words)
    {
        await Page.Locator(".note-form summary").ClickAsync();
        await Page.Locator(".note-form [name=words]").FillAsync(words);
        await Page.Locator(".note-form button").ClickAsync();
    }

    public async Task NoteNeedAsync(string words)
    {
        await Needs.Locator("summary").ClickAsync();
        await Needs.Locator("[name=words]").FillAsync(words);
        await Needs.Locator("form[action$='/needs'] button").ClickAsync();
    }

    public async Task ChangeNeedAsync(string state)
    {
        await Needs.Locator("[name=state]").SelectOptionAsync(state);
        await Needs.Locator("form[action$='/state'] button").ClickAsync();
    }

    public async Task FillDateAsync(string kind, string calendar, int month, int day)
    {
        await Field("kind").SelectOptionAsync(kind);
        await Field("calendar").SelectOptionAsync(calendar);
        await Field("month").SelectOptionAsync($"{month}");
        await Field("day").SelectOptionAsync($"{day}");
        await Page.Locator("#form button[type=submit]").ClickAsync();
    }

    public async Task RelateAsync(string search, string kind)
    {
        await Page.Locator("main [name=q]").FillAsync(search);
        await Page.Locator("main form[method=get] button").ClickAsync();
        await Field("kind").SelectOptionAsync(kind);
        await Page.Locator("form[action$='/relations'] button.btn-primary").ClickAsync();
    }

    public Task SaveAsync() => Page.Locator(".edit-end button[type=submit]").First.ClickAsync();

    public Task PressAsync(string action) => Page.Locator($"form[action$='{action}'] button[type=submit]").First.ClickAsync();
}
