using Changlai.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Changlai.Browser.Tests.Segments;

/// <summary>Building segments: they are saved, so the class has a business of its own.</summary>
public sealed class SegmentTests(Chromium chromium, SegmentTests.Business business) : BrowserTest(chromium), IClassFixture<SegmentTests.Business>
{
    private const string HeadOffice = "guwenying";

    [Theory]
    [InlineData(Screen.Phone, "zh-CN")]
    [InlineData(Screen.Desktop, "en")]
    public async Task Two_conditions_and_a_group_are_counted_while_they_are_built(Screen screen, string language)
    {
        var pages = await OpenAsync(new View(screen, language), "/segments/new");
        var everybody = await pages.CountedAsync();

        await pages.AskAsync("0-0", "orders.last", "days-ago");
        await pages.Value("0-0").Nth(0).FillAsync("30");
        await pages.Value("0-0").Nth(1).FillAsync("120");
        var first = await pages.CountedAfterAsync(everybody);
        first.ShouldBeInRange(1, everybody - 1);

        await pages.PressAsync("condition:0");
        await pages.AskAsync("0-1", "customer.gender");
        await pages.Value("0-1").First.CheckAsync();
        var second = await pages.CountedAfterAsync(first);
        second.ShouldBeInRange(1, first - 1);

        await pages.PressAsync("group:0");
        await pages.AskAsync("0-2-0", "orders.count", "at-least");
        await pages.Value("0-2-0").FillAsync("5");
        var third = await pages.CountedAfterAsync(second);
        await pages.PressAsync("condition:0-2");
        await pages.AskAsync("0-2-1", "orders.product");
        await pages.FindBox("0-2-1").FillAsync("龙井");
        await pages.Found("0-2-1").Filter(new() { HasText = "龙井" }).First.ClickAsync();
        var fourth = await pages.CountedAfterAsync(third);
        fourth.ShouldBeInRange(third + 1, second);

        (await pages.Customers.OverflowsAsync()).ShouldBeFalse("the builder is wider than the screen");
        (await Axe.ViolationsAsync(pages.Page)).ShouldBeEmpty("builder");
        await Assertions.Expect(pages.Sentence).ToContainTextAsync(language == "en" ? "last order 30 to 120 days ago, and gender is female, and (orders at least 5, or" : "最近一次购买在 30 到 120 天前，且性别是女，且（订单数至少 5，或买过");

        await pages.SaveAsync($"{screen} {language}");
        await Assertions.Expect(pages.Customers.Title).ToContainTextAsync($"{screen} {language}");
        (await pages.CountedAsync()).ShouldBe(fourth);
        (await pages.Value("0-0").Nth(1).InputValueAsync()).ShouldBe("120");
    }

    [Fact]
    public async Task What_was_ticked_stays_ticked_while_another_value_is_looked_for()
    {
        var pages = await OpenAsync(new View(Screen.Phone, "zh-CN"), "/segments/new");
        await pages.AskAsync("0-0", "orders.product");
        var first = await pages.Found("0-0").First.InnerTextAsync();
        await pages.Found("0-0").First.ClickAsync();
        await pages.FindBox("0-0").FillAsync("龙井");
        await pages.Found("0-0").Filter(new() { HasText = "龙井" }).First.ClickAsync();
        await pages.FindBox("0-0").FillAsync("没有这样的");
        await Assertions.Expect(pages.Found("0-0")).ToHaveCountAsync(0);

        await Assertions.Expect(pages.Ticked("0-0")).ToHaveCountAsync(2);
        await Assertions.Expect(pages.Ticked("0-0").First).ToContainTextAsync(first);
        await Assertions.Expect(pages.Sentence).ToContainTextAsync("龙井");
    }

    [Theory]
    [InlineData(Screen.Phone, "zh-CN", "生日", "birthday")]
    [InlineData(Screen.Desktop, "en", "birth", "birthday")]
    public async Task A_field_is_found_by_part_of_its_name_and_exchanged_for_another(Screen screen, string language, string typed, string field)
    {
        var pages = await OpenAsync(new View(screen, language), "/segments/new");
        await pages.SeekBox("0-0").FillAsync(typed);
        await pages.Sought("0-0").First.ClickAsync();
        await Assertions.Expect(pages.Field("0-0")).ToHaveValueAsync($"date.{field}");
        var before = await pages.CountedAsync();
        await pages.Value("0-0").FillAsync("20");
        (await pages.CountedAfterAsync(before)).ShouldBeLessThan(before);

        await pages.Field("0-0").SelectOptionAsync("");
        await Assertions.Expect(pages.SeekBox("0-0")).ToBeVisibleAsync();
        await Assertions.Expect(pages.Count).ToHaveAttributeAsync("data-count", before.ToString());
    }

    /// <summary>A form remembers the button that was pressed in it, with the address that the button names.</summary>
    [Fact]
    public async Task A_count_asked_for_by_typing_does_not_go_where_a_button_goes()
    {
        var pages = await OpenAsync(new View(Screen.Phone, "en"), "/segments/new");
        using var held = new SemaphoreSlim(0);
        await pages.Page.RouteAsync("**/segments/draft", async route =>
        {
            await held.WaitAsync();
            await route.ContinueAsync();
        });
        await pages.SeekBox("0-0").FillAsync("birthday");
        await pages.Page.RunAndWaitForRequestAsync(() => pages.Sought("0-0").First.ClickAsync(), "**/segments/draft");

        var next = await pages.Page.RunAndWaitForRequestAsync(
            () => pages.SeekBox("0-0").DispatchEventAsync("input"), request => new Uri(request.Url).AbsolutePath is "/segments/preview" or "/segments/draft");
        new Uri(next.Url).AbsolutePath.ShouldBe("/segments/preview");
        held.Release(10);
        await Assertions.Expect(pages.Field("0-0")).ToHaveValueAsync("date.birthday");
    }

    /// <summary>An answer that comes when what asked for it is no longer there would not find the number at the foot of the form.</summary>
    [Fact]
    public async Task A_count_under_way_finds_its_place_though_the_builder_was_drawn_anew()
    {
        var pages = await OpenAsync(new View(Screen.Phone, "en"), "/segments/new");
        using var held = new SemaphoreSlim(0);
        await pages.Page.RouteAsync("**/segments/preview", async route =>
        {
            await held.WaitAsync();
            await route.ContinueAsync();
        });
        var asked = pages.Page.WaitForRequestAsync("**/segments/preview");
        await pages.AskAsync("0-0", "customer.phone-known");
        await asked;
        // Between being swapped in and being set up lies a moment; here a long one.
        await pages.Act("condition:0").EvaluateAsync("button => button.setAttribute('hx-swap', 'outerHTML settle:2s')");
        await pages.PressAsync("condition:0");
        held.Release(10);

        await Assertions.Expect(pages.Sentence).ToContainTextAsync("a phone number");
        await pages.Page.UnrouteAllAsync(new() { Behavior = UnrouteBehavior.IgnoreErrors });
    }

    [Fact]
    public async Task What_is_missing_is_marked_and_what_was_typed_is_kept()
    {
        var pages = await OpenAsync(new View(Screen.Phone, "en"), "/segments/new");
        await pages.AskAsync("0-0", "orders.count");
        await pages.Value("0-0").FillAsync("many");
        await pages.SaveAsync("Regulars");

        await Assertions.Expect(pages.Error).ToContainTextAsync("“many” is not a whole number");
        (await pages.Value("0-0").InputValueAsync()).ShouldBe("many");
    }

    [Theory]
    [InlineData(Screen.Phone, "en", true)]
    [InlineData(Screen.Tablet, "zh-CN", false)]
    public async Task The_builder_fits_the_screen_and_is_accessible(Screen screen, string language, bool dark)
    {
        var view = new View(screen, language, dark);
        var pages = await OpenAsync(view, "/segments/new");
        await pages.AskAsync("0-0", "customer.owner");
        await pages.PressAsync("group:0");
        await pages.AskAsync("0-1-0", "customer.weekdays");
        (await pages.Customers.Title.CountAsync()).ShouldBe(1);
        (await pages.Customers.OverflowsAsync()).ShouldBeFalse("the builder is wider than the screen");
        (await Axe.ViolationsAsync(pages.Page)).ShouldBeEmpty();
    }

    /// <summary>
    /// A count that the next one replaces is given up on purpose, so that the server need not finish it. htmx notes that twice as if it were an
    /// error; nothing else is let through.
    /// </summary>
    public override async ValueTask DisposeAsync()
    {
        foreach (var given in ScriptErrors.Where(error => error.StartsWith("htmx:sendAbort", StringComparison.Ordinal)).ToList())
        {
            ScriptErrors.Remove(given);
            if (ScriptErrors.FirstOrDefault(error => error.StartsWith("htmx:afterRequest", StringComparison.Ordinal)) is { } same) ScriptErrors.Remove(same);
        }
        await base.DisposeAsync();
    }

    public sealed class Business(SampleBusiness sample) : IAsyncDisposable
    {
        private readonly Lazy<Task<ChanglaiProcess>> started = new(sample.StartOwnAsync);

        internal async Task<Uri> AddressAsync() => (await started.Value).Address;

        public async ValueTask DisposeAsync()
        {
            if (started is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }) await (await started.Value).DisposeAsync();
        }
    }

    private async Task<SegmentPages> OpenAsync(View view, string path)
    {
        var pages = new SegmentPages(await OpenAsync(await business.AddressAsync(), view, "/sign-in"));
        await pages.Customers.SignInAsync(HeadOffice);
        await pages.Page.GotoAsync(path);
        return pages;
    }
}
