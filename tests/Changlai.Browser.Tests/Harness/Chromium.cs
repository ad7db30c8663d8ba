using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Changlai.Browser.Tests.Harness.Chromium))]

namespace Changlai.Browser.Tests.Harness;

/// <summary>One browser for the whole run, started when the first test asks; each test has a context of its own in it.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Switches =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly Lazy<Task<(IPlaywright Playwright, IBrowser Browser)>> started = new(StartAsync);

    internal async Task<IBrowserContext> NewContextAsync(BrowserNewContextOptions options)
    {
        if (TestRun.Chromium is null && !TestRun.MustHaveBrowser)
            Assert.Skip($"There is no Chromium; install it or name one in {TestRun.ChromiumVariable}.");
        return await (await started.Value).Browser.NewContextAsync(options);
    }

    public async ValueTask DisposeAsync()
    {
        if (started is not { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
            return;
        var (playwright, browser) = await started.Value;
        await browser.CloseAsync();
        playwright.Dispose();
    }

    private static async Task<(IPlaywright Playwright, IBrowser Browser)> StartAsync()
    {
        var executable = TestRun.Chromium ?? throw new InvalidOperationException($"{TestRun.ChromiumVariable} names no browser, and CI=true asks for one.");
        var playwright = await Playwright.CreateAsync();
        return (playwright, await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = executable, Args = Switches }));
    }
}
