using Changlai.Browser.Tests.Customers;
using Microsoft.Playwright;

namespace Changlai.Browser.Tests.Segments;

/// <summary>The builder of segments, in the words of whoever builds one.</summary>
internal sealed class SegmentPages(IPage page)
{
    public CustomerPages Customers { get; } = new(page);

    public IPage Page => page;

    public ILocator Count => page.Locator("#segment-result [data-count]");

    public ILocator Sentence => page.Locator("#segment-sentence");

    public ILocator Value(string path) => page.Locator($"[name='value.{path}']");

    public ILocator Found(string path) => page.Locator($"#found-{path} label");

    public ILocator Ticked(string path) => page.Locator($"#chosen-{path} label:has(:checked)");

    public ILocator Act(string act) => page.Locator($"#segment-builder button[value='{act}']");

    public ILocator SeekBox(string path) => page.Locator($"#seek-{path}");

    public ILocator Sought(string path) => page.Locator($"#sought-{path} button");

    public ILocator Field(string path) => page.Locator($"#field-{path}");

    public ILocator FindBox(string path) => page.Locator($"#find-{path}");

    public ILocator Error => page.Locator("#segment-form .field-error");

    /// <summary>Chooses what a condition is about and waits for its questions.</summary>
    public async Task AskAsync(string path, string field, string? question = null)
    {
        var topic = page.Locator($"#pick-{path} details", new() { Has = page.Locator($"button[value='field:{path}:{field}']") });
        if (await topic.GetAttributeAsync("open") is null) await topic.Locator("summary").ClickAsync();
        await topic.Locator($"button[value='field:{path}:{field}']").ClickAsync();
        await page.Locator($"#is-{path}").WaitForAsync();
        if (question is null) return;
        var before = await page.Locator("#segment-builder").ElementHandleAsync();
        await page.Locator($"#is-{path}").SelectOptionAsync(question);
        await page.WaitForFunctionAsync("old => !old.isConnected", before);
    }

    public async Task PressAsync(string act)
    {
        var before = await page.Locator("#segment-builder").ElementHandleAsync();
        await Act(act).ClickAsync();
        await page.WaitForFunctionAsync("old => !old.isConnected", before);
    }

    public async Task<long> CountedAsync() => long.Parse(await Count.GetAttributeAsync("data-count") ?? "-1");

    /// <summary>Waits for the number to become another than it was.</summary>
    public async Task<long> CountedAfterAsync(long before)
    {
        await Assertions.Expect(Count).Not.ToHaveAttributeAsync("data-count", before.ToString());
        return await CountedAsync();
    }

    public async Task SaveAsync(string name)
    {
        await page.Locator("#field-name").FillAsync(name);
        await page.Locator("#segment-form .btn-primary").ClickAsync();
    }
}
