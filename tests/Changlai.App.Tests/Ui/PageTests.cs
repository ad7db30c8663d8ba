using AngleSharp;
using AngleSharp.Dom;
using Changlai.App.Ui;

namespace Changlai.App.Tests.Ui;

public sealed class PageTests : IAsyncLifetime
{
    private readonly UiHost host = new();

    public ValueTask InitializeAsync() => host.InitializeAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task A_page_holds_nothing_that_the_security_policy_would_stop(string language)
    {
        var page = await Page($"/ui-kit?lang={language}&open=1&customer=1");

        page.All.SelectMany(e => e.Attributes).Where(a => a.Name == "style" || a.Name.StartsWith("on", StringComparison.Ordinal)).ShouldBeEmpty();
        page.Scripts.ShouldAllBe(s => s.Source != null && s.TextContent.Length == 0);
        page.QuerySelectorAll("style").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_policy_allows_only_our_own_scripts_and_styles()
    {
        var response = await host.Client.GetAsync("/ui-kit");
        response.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'self';");
        response.Headers.GetValues("Content-Security-Policy").Single().ShouldNotContain("unsafe");
    }

    [Fact]
    public async Task Every_posted_form_carries_its_token()
    {
        var page = await Page("/ui-kit?open=1");
        var posted = page.Forms.Where(f => f.Method == "post").ToList();
        posted.Count.ShouldBeGreaterThan(3);
        posted.ShouldAllBe(f => f.QuerySelector("input[name=token]")!.GetAttribute("value")!.Length > 20);
    }

    [Fact]
    public async Task Two_forms_never_share_an_idempotency_key()
    {
        var page = await Page("/ui-kit");
        var keys = page.QuerySelectorAll("input[name=idempotencyKey]").Select(i => i.GetAttribute("value")).ToList();
        keys.Count.ShouldBe(3);
        keys.ShouldBeUnique();
    }

    [Fact]
    public async Task The_language_once_chosen_is_kept()
    {
        (await Page("/ui-kit")).DocumentElement.GetAttribute("lang").ShouldBe("zh-CN");
        (await Page("/ui-kit?lang=en")).DocumentElement.GetAttribute("lang").ShouldBe("en");
        (await Page("/ui-kit")).DocumentElement.GetAttribute("lang").ShouldBe("en");
    }

    [Fact]
    public async Task A_notice_is_shown_once_and_as_it_is()
    {
        using var form = new FormUrlEncodedContent([]);
        var after = await Parse(await host.Client.PostAsync("/say", form));
        after.QuerySelector("main > .notice")!.TextContent.ShouldContain("已记下“<b>”。");
        (await Page("/ui-kit")).QuerySelector("main > .notice .notice-words")!.TextContent.ShouldNotContain("<b>");
    }

    [Fact]
    public async Task A_fragment_comes_without_the_frame()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/ui-kit");
        request.Headers.Add("HX-Request", "true");
        var html = await (await host.Client.SendAsync(request)).Content.ReadAsStringAsync();
        html.ShouldContain("<h1>");
        html.ShouldNotContain("<html");
        html.ShouldNotContain("cl-nav");
    }

    [Fact]
    public async Task Chinese_goes_out_as_it_is()
    {
        var html = await host.Client.GetStringAsync("/ui-kit");
        html.ShouldContain("今日待办");
        html.ShouldNotMatch("&#x[4-9A-F][0-9A-F]{3};");
    }

    [Fact]
    public async Task The_page_one_is_on_is_marked_in_the_navigation()
    {
        var page = await Page("/ui-kit");
        page.QuerySelectorAll(".cl-nav a[aria-current=page]").Single().GetAttribute("href").ShouldBe("/ui-kit");
    }

    [Fact]
    public void Every_icon_draws() => Icons.All.ShouldAllBe(name => Icons.Drawing(name).Contains("<path d=\"M", StringComparison.Ordinal));

    private async Task<IDocument> Page(string address) => await Parse(await host.Client.GetAsync(address));

    private static async Task<IDocument> Parse(HttpResponseMessage response)
    {
        response.EnsureSuccessStatusCode();
        var html = await response.Content.ReadAsStringAsync();
        return await BrowsingContext.New(Configuration.Default).OpenAsync(request => request.Content(html));
    }
}
