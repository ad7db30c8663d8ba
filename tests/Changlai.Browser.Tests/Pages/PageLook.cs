using Changlai.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Changlai.Browser.Tests.Pages;

/// <summary>Opens one page after another and notes what is wrong with each.</summary>
internal sealed class PageLook(IPage page, View view, IList<string> scriptErrors) : PageObject(page)
{
    private readonly List<string> found = [];

    /// <summary>Where, in which view, and what is wrong.</summary>
    public IReadOnlyList<string> Found => found;

    public async Task AtAsync(string address)
    {
        var answer = await Page.GotoAsync(address);
        if (answer!.Status != 200) Note(address, $"answers {answer.Status}");
        await HereAsync(address);
    }

    /// <summary>Looks at the page that is open, such as the answer to a form.</summary>
    public async Task HereAsync(string address)
    {
        // What a page fetches for itself belongs to it.
        await Page.WaitForFunctionAsync("() => !document.querySelector('.htmx-request')");
        if (await Title.CountAsync() is not 1 and var titles) Note(address, $"has {titles} titles");
        if (await Page.Locator("html").GetAttributeAsync("lang") is { } language && !language.StartsWith(view.Language[..2], StringComparison.Ordinal)) Note(address, $"speaks {language}");
        if (await OverflowsAsync()) Note(address, "is wider than the screen");
        foreach (var violation in await Axe.ViolationsAsync(Page)) Note(address, violation);
        foreach (var error in scriptErrors) Note(address, error);
        scriptErrors.Clear();
        if (Environment.GetEnvironmentVariable("SHOTS") is { Length: > 0 } folder)
            await ScreenshotAsync(Path.Combine(folder, $"{string.Concat(address.Trim('/').Select(c => char.IsLetterOrDigit(c) ? c : '-'))} {view}.png"));
    }

    private void Note(string address, string what) => found.Add($"{address} ({view}): {what}");
}
