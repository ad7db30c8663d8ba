using Microsoft.Playwright;

namespace Changlai.Browser.Tests.Harness;

/// <summary>
/// Base of tests that look at pages. What went wrong inside a page fails the test even when nothing asserted it; a failed
/// test leaves a screenshot in TestResults/, and with CHANGLAI_TEST_TRACE=1 a trace.
/// </summary>
public abstract class BrowserTest(Chromium chromium) : IAsyncDisposable
{
    private static readonly string[] Harmless = ["Failed to load resource", "htmx:sendAbort", "htmx:afterRequest"];

    private readonly List<IBrowserContext> contexts = [];
    private readonly List<string> scriptErrors = [];

    /// <summary>Uncaught exceptions and console errors of all pages so far. A test that provokes one takes it out.</summary>
    protected IList<string> ScriptErrors => scriptErrors;

    /// <summary>A fresh page at an address such as <c>/customers?q=Li</c>, with no cookies but those of <paramref name="signedIn"/>.</summary>
    protected async Task<IPage> OpenAsync(Uri server, View view, string path = "/", string? signedIn = null)
    {
        var options = view.Options(server);
        options.StorageState = signedIn;
        var context = await chromium.NewContextAsync(options);
        contexts.Add(context);
        if (TestRun.Traces) await context.Tracing.StartAsync(new TracingStartOptions { Snapshots = true, Sources = false });
        context.WebError += (_, error) => scriptErrors.Add(error.Error);
        context.Console += (_, message) =>
        {
            // An answer such as 404 or 422 is the test's own business, and whoever leaves a page breaks off what it was asking for.
            if (message.Type == "error" && !Harmless.Any(beginning => message.Text.StartsWith(beginning, StringComparison.Ordinal)))
                scriptErrors.Add(message.Text);
        };

        var page = await context.NewPageAsync();
        await page.GotoAsync(path);
        return page;
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        var failed = TestContext.Current.TestState?.Result == TestResult.Failed || scriptErrors.Count > 0;
        foreach (var (context, number) in contexts.Select((context, index) => (context, index + 1)))
        {
            if (failed)
                await KeepEvidenceAsync(context, number);
            await context.CloseAsync();
        }

        scriptErrors.ShouldBeEmpty("a page reported errors");
    }

    private static async Task KeepEvidenceAsync(IBrowserContext context, int number)
    {
        var name = TestContext.Current.Test?.TestDisplayName ?? "test";
        var folder = Path.Combine(TestRun.Results, string.Concat(name.Select(c => char.IsLetterOrDigit(c) ? c : '_')));
        Directory.CreateDirectory(folder);
        foreach (var page in context.Pages)
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{number}.png"), FullPage = true });
        if (TestRun.Traces) await context.Tracing.StopAsync(new TracingStopOptions { Path = Path.Combine(folder, $"{number}.trace.zip") });
    }
}
