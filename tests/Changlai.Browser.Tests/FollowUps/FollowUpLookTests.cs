using Changlai.Browser.Tests.Harness;

namespace Changlai.Browser.Tests.FollowUps;

/// <summary>The pages of the day's work, looked at on every screen.</summary>
public sealed class FollowUpLookTests(Chromium chromium, SampleBusiness business) : BrowserTest(chromium)
{
    [Theory, InEveryView]
    public async Task Pages_fit_the_screen_and_are_accessible(View view)
    {
        var today = new TodayPages(await OpenAsync(await business.AddressAsync(), view, "/sign-in"));
        await today.SignInAsync("shenlijuan");
        await today.Page.GotoAsync("/today?staff=all");
        await LookAsync(today, view, "/today");
        await today.Page.GotoAsync((await today.Rows.First.GetAttributeAsync("href"))!);
        await LookAsync(today, view, "opened");
        foreach (var path in (string[])["/today/team", "/plans", "/plans/win-back", $"/plans/days/{Tomorrow:yyyy-MM-dd}"])
        {
            await today.Page.GotoAsync(path);
            await LookAsync(today, view, path);
        }
    }

    private static DateOnly Tomorrow => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(1);

    private static async Task LookAsync(TodayPages pages, View view, string what)
    {
        (await pages.Title.CountAsync()).ShouldBe(1, what);
        (await pages.OverflowsAsync()).ShouldBeFalse($"{what} is wider than the screen");
        // Light in Chinese and dark in English see every colour and every word once.
        if (view.Dark == (view.Language == "en")) (await Axe.ViolationsAsync(pages.Page)).ShouldBeEmpty(what);
        if (Environment.GetEnvironmentVariable("SHOTS") is { Length: > 0 } folder)
            await pages.ScreenshotAsync(Path.Combine(folder, $"{what.Trim('/').Replace('/', '-')} {view}.png"));
    }
}
