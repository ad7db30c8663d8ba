using Microsoft.Playwright;

namespace Changlai.Browser.Tests.Harness;

/// <summary>A page in the words of its users; tests speak to it and never to selectors.</summary>
internal abstract class PageObject(IPage page)
{
    public IPage Page { get; } = page;

    public ILocator Title => Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 });

    /// <summary>True when something is wider than the screen, so that people would have to scroll sideways.</summary>
    public async Task<bool> OverflowsAsync() =>
        await Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth");

    public Task<byte[]> ScreenshotAsync(string file) =>
        Page.ScreenshotAsync(new PageScreenshotOptions { Path = file, FullPage = true });

    protected ILocator Link(string name) => Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = name, Exact = true });

    protected ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name, Exact = true });
}
