using Changlai.App.Features.Platform.Contracts;
using Changlai.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Changlai.Browser.Tests.FollowUps;

/// <summary>A day's work: each test changes the list, so the class has a business of its own.</summary>
public sealed class TodayTests(Chromium chromium, TodayTests.Business business) : BrowserTest(chromium), IClassFixture<TodayTests.Business>
{
    [Fact]
    public async Task One_key_records_an_outcome_and_the_list_goes_on()
    {
        var today = await OpenAsync(new View(Screen.Desktop));
        var left = await today.LeftAsync();
        var second = await today.Rows.Nth(1).InnerTextAsync();

        await today.Rows.Nth(1).ClickAsync();
        await Assertions.Expect(today.OpenedName).ToHaveTextAsync(second);
        await today.Note.FillAsync("<b>下周来</b>");
        await today.Page.Keyboard.PressAsync("Escape");
        await today.Page.Keyboard.PressAsync("1");

        await Assertions.Expect(today.Notice).ToContainTextAsync(second);
        (await today.LeftAsync()).ShouldBe(left - 1);
        business.NotesLike("<b>下周来</b>").ShouldBe(1);
    }

    [Fact]
    public async Task On_a_phone_a_tap_opens_the_customer_and_another_says_what_came_of_it()
    {
        var today = await OpenAsync(new View(Screen.Phone));
        var left = await today.LeftAsync();
        (await today.OutcomeButton("no-answer").IsVisibleAsync()).ShouldBeFalse();

        await today.Rows.First.ClickAsync();
        await today.OutcomeButton("no-answer").ClickAsync();

        await Assertions.Expect(today.Notice).ToBeInViewportAsync();
        (await today.LeftAsync()).ShouldBe(left - 1);
        (await today.Rows.First.IsVisibleAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task A_tap_without_reception_is_kept_and_counted_once_when_it_returns()
    {
        var today = await OpenAsync(new View(Screen.Phone));
        var left = await today.LeftAsync();
        var before = business.Interactions();
        await today.Rows.First.ClickAsync();
        await today.Page.WaitForURLAsync(url => url.Contains("open=", StringComparison.Ordinal));

        await today.Page.Context.SetOfflineAsync(true);
        await today.OutcomeButton("reached").ClickAsync();
        await Assertions.Expect(today.Waiting).ToBeVisibleAsync();
        business.Interactions().ShouldBe(before);
        await today.Page.Context.SetOfflineAsync(false);

        await Assertions.Expect(today.Waiting).ToBeHiddenAsync();
        await today.Page.GotoAsync("/today");
        (await today.LeftAsync()).ShouldBe(left - 1);
        business.Interactions().ShouldBe(before + 1);
    }

    [Fact]
    public async Task A_call_back_in_the_past_is_refused_with_what_was_typed_still_there()
    {
        var today = await OpenAsync(new View(Screen.Desktop, "en"));
        await today.Note.FillAsync("ring in the evening");
        await today.Page.Locator("[name=callBackOn]").FillAsync("2020-01-01");
        await today.OutcomeButton("call-back").ClickAsync();

        await Assertions.Expect(today.Page.Locator("#detail .notice").First).ToContainTextAsync("That time has passed");
        (await today.Note.InputValueAsync()).ShouldBe("ring in the evening");
    }

    [Fact]
    public async Task A_plan_is_switched_off_and_on_again()
    {
        var today = await OpenAsync(new View(Screen.Desktop, "en"), "guwenying");
        await today.Page.GotoAsync("/plans");
        await today.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Switch off: Win back the silent" }).ClickAsync();
        await Assertions.Expect(today.Page.Locator("main > .notice")).ToContainTextAsync("is off");
        await today.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Switch on: Win back the silent" }).ClickAsync();
        await Assertions.Expect(today.Page.Locator("main > .notice")).ToContainTextAsync("is on");
    }

    private async Task<TodayPages> OpenAsync(View view, string name = "chenxiaoyan")
    {
        var today = new TodayPages(await OpenAsync(business.Address, view, "/sign-in"));
        await today.SignInAsync(name);
        await today.Page.GotoAsync("/today");
        return today;
    }

    public sealed class Business(SampleBusiness sample) : IAsyncLifetime
    {
        private ChanglaiProcess program = null!;

        internal Uri Address => program.Address;

        public async ValueTask InitializeAsync() => program = await sample.StartOwnAsync();

        public ValueTask DisposeAsync() => program.DisposeAsync();

        internal long Interactions() => Count("SELECT count(*) FROM interaction", "");

        internal long NotesLike(string note) => Count("SELECT count(*) FROM interaction WHERE note = @note", note);

        private long Count(string sql, string note)
        {
            using var database = new Database(program.Database);
            using var session = database.OpenSession();
            return session.Scalar<long>(sql, ("note", note));
        }
    }
}
