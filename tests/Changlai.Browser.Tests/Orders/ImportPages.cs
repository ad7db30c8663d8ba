using System.Text.RegularExpressions;
using Changlai.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Changlai.Browser.Tests.Orders;

/// <summary>The pages of an import, in the words of whoever imports.</summary>
internal sealed class ImportPages(IPage page) : PageObject(page)
{
    public ILocator Notice => Page.Locator(".notice");

    public ILocator State => Page.Locator("h1 .tone");

    public ILocator Rejects => Page.Locator("#rejects");

    public ILocator Figure(string name) => Page.Locator(".stat").Filter(new LocatorFilterOptions { Has = Page.Locator("dt", new PageLocatorOptions { HasTextRegex = new Regex($"^{Regex.Escape(name)}$", RegexOptions.None, TimeSpan.FromSeconds(1)) }) });

    public Task OpenNewAsync() => Page.GotoAsync("/imports/new");

    public Task OpenNewAsync(string kind) => Page.GotoAsync($"/imports/new?kind={kind}");

    public ILocator MarkedCells => Page.Locator("td.raw-wrong");

    public Task UndoAsync() => PressAsync("#undo button[type=submit]");

    /// <summary>Chooses a file, sends the form and waits until the file was read.</summary>
    public async Task UploadAsync(string path)
    {
        await Page.Locator("input[type=file]").SetInputFilesAsync(path);
        await SendAsync();
    }

    public async Task UploadAsync(string name, byte[] content)
    {
        await Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/csv", Buffer = content });
        await SendAsync();
    }

    public Task ConfirmAsync() => PressAsync("form[action$='/confirmation'] button");

    /// <summary>Confirms and does not wait for the end.</summary>
    public Task StartAsync() => Page.Locator("form[action$='/confirmation'] button").ClickAsync();

    public Task WaitForWritingAsync() => Assertions.Expect(Page.Locator("#progress")).ToContainTextAsync("storing the orders", new LocatorAssertionsToContainTextOptions { Timeout = 60_000 });

    public Task CheckAgainAsync() => PressAsync("#columns button[type=submit]");

    public Task ChooseAsync(string field, string heading) => Page.Locator($"[name='map-{field}']").SelectOptionAsync(heading);

    public Task OpenAsync(string summary) => Page.Locator("summary", new PageLocatorOptions { HasTextString = summary }).ClickAsync();

    public async Task FillNewStoreAsync(string name, string timeZone, string currency)
    {
        await Page.Locator("[name=newStore]").FillAsync(name);
        await Page.Locator("[name=timeZone]").FillAsync(timeZone);
        await Page.Locator("[name=currency]").FillAsync(currency);
    }

    private Task SendAsync() => PressAsync("form[action='/imports'] button[type=submit]");

    private async Task PressAsync(string button)
    {
        await Page.Locator(button).ClickAsync();
        await Page.WaitForURLAsync(new Regex("/imports(/\\d+)?$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Assertions.Expect(Page.Locator("#progress")).ToHaveCountAsync(0, new LocatorAssertionsToHaveCountOptions { Timeout = 120_000 });
    }
}
