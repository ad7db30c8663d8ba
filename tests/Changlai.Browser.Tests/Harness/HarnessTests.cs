using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Changlai.Browser.Tests.Harness;

/// <summary>The harness sees what it claims to see, shown on a page that is wrong on purpose.</summary>
public sealed class HarnessTests(Chromium chromium) : BrowserTest(chromium), IAsyncLifetime
{
    private WebApplication site = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        site = builder.Build();
        site.MapGet("/", (HttpRequest request) => Html($"""
            <h1>{request.Headers.AcceptLanguage}</h1>
            <p>Hello</p>
            """));
        site.MapGet("/unlabelled", () => Html("<h1>A field without a name</h1><input>"));
        site.MapGet("/wide", () => Html("<h1>Wide</h1><div style='width:2000px'>x</div>"));
        site.MapGet("/throws", () => Html("<h1>Throws</h1><script>throw new Error('planted')</script>"));
        await site.StartAsync();
    }

    [Theory, InEveryView]
    public async Task A_view_reaches_the_server_and_the_page(View view)
    {
        var page = await OpenAsync(Address, view);

        (await new Sample(page).Title.InnerTextAsync()).ShouldStartWith(view.Language);
        (await page.EvaluateAsync<bool>("matchMedia('(prefers-color-scheme: dark)').matches")).ShouldBe(view.Dark);
        (await page.EvaluateAsync<int>("innerWidth")).ShouldBe(view.Screen switch { Screen.Phone => 360, Screen.Tablet => 768, _ => 1440 });
        (await page.EvaluateAsync<bool>("'ontouchstart' in window")).ShouldBe(view.Screen != Screen.Desktop);
        (await new Sample(page).OverflowsAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task Axe_is_content_with_a_sound_page_and_finds_a_field_without_a_name()
    {
        var page = await OpenAsync(Address, new View(Screen.Desktop));
        (await Axe.ViolationsAsync(page)).ShouldBeEmpty();

        await page.GotoAsync("/unlabelled");
        (await Axe.ViolationsAsync(page)).ShouldHaveSingleItem().ShouldStartWith("label ");
    }

    [Fact]
    public async Task A_page_wider_than_the_phone_is_noticed()
    {
        var page = await OpenAsync(Address, new View(Screen.Phone), "/wide");
        (await new Sample(page).OverflowsAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task An_exception_in_a_page_is_noticed()
    {
        var page = await OpenAsync(Address, new View(Screen.Desktop), "/throws");
        await page.EvaluateAsync("1");

        ScriptErrors.ShouldHaveSingleItem().ShouldContain("planted");
        ScriptErrors.Clear();
    }

    [Fact]
    public async Task A_program_that_ends_before_it_serves_is_reported_with_its_words()
    {
        var failure = await Should.ThrowAsync<InvalidOperationException>(() => ChanglaiProcess.StartAsync("no-such-command"));
        failure.Message.ShouldContain("ended with code");
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await site.DisposeAsync();
    }

    private Uri Address => new(site.Urls.First());

    private static IResult Html(string body) => Results.Content(
        $"<!doctype html><html lang='en'><head><title>Sample</title><meta name='viewport' content='width=device-width'><link rel='icon' href='data:,'></head><body><main>{body}</main></body></html>",
        "text/html; charset=utf-8");

    private sealed class Sample(Microsoft.Playwright.IPage page) : PageObject(page);
}
