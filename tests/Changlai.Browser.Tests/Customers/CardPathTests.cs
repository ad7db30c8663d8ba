using Changlai.Browser.Tests.Harness;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Changlai.Browser.Tests.Customers;

/// <summary>What people do with a card all day, on a phone in Chinese and at a desk in English, in a business that begins empty.</summary>
public sealed class CardPathTests(Chromium chromium, CardPathTests.Business business) : BrowserTest(chromium), IClassFixture<CardPathTests.Business>
{
    private static int registered;

    [Theory, OnPhoneAndDesktop]
    public async Task A_note_is_refused_empty_and_stands_in_the_history_once_written(View view)
    {
        var (card, _, _) = await CustomerAsync(view);
        await card.WriteNoteAsync("   ");
        await Expect(card.Error).ToBeVisibleAsync();
        await card.Page.Locator(".note-form [name=words]").FillAsync("下次带 <b>新茶</b> 样品");
        await card.Page.Locator(".note-form button").ClickAsync();
        await Expect(card.History).ToContainTextAsync("下次带 <b>新茶</b> 样品");
    }

    [Theory, OnPhoneAndDesktop]
    public async Task A_need_is_noted_passed_on_and_met(View view)
    {
        var (card, customer, _) = await CustomerAsync(view);
        await card.NoteNeedAsync($"小包装的龙井 {customer}");
        await Expect(card.Needs).ToContainTextAsync($"小包装的龙井 {customer}");
        await card.ChangeNeedAsync("passed-on");
        await Expect(card.Notice).ToBeVisibleAsync();
        await Expect(card.Needs.Locator("[name=state]")).ToHaveValueAsync("passed-on");
        await card.ChangeNeedAsync("met");
        await Expect(card.Needs.Locator("[name=state]")).ToHaveValueAsync("met");
        await card.Page.GotoAsync("/needs?state=met");
        await Expect(card.Page.Locator("main")).ToContainTextAsync($"小包装的龙井 {customer}");
    }

    [Theory, OnPhoneAndDesktop]
    public async Task A_lunar_birthday_is_added_changed_and_removed(View view)
    {
        var (card, customer, _) = await CustomerAsync(view);
        await card.OpenAsync(customer, "/dates");
        await card.FillDateAsync("birthday", "gregorian", 2, 30);
        await Expect(card.Error).ToBeVisibleAsync();
        await card.FillDateAsync("birthday", "lunar", 8, 15);
        await Expect(card.Dates).ToHaveCountAsync(1);
        var first = await card.Dates.First.InnerTextAsync();
        await card.Dates.First.Locator("a.btn").ClickAsync();
        await card.FillDateAsync("birthday", "lunar", 8, 16);
        await Expect(card.Dates.First).Not.ToHaveTextAsync(first);
        await card.PressAsync("/removal");
        await Expect(card.Dates).ToHaveCountAsync(0);
    }

    [Theory, OnPhoneAndDesktop]
    public async Task A_refused_channel_and_a_consent_stand_on_the_card_with_how_they_came(View view)
    {
        var (card, customer, name) = await CustomerAsync(view);
        await card.OpenAsync(customer, "/wishes");
        await card.Page.Locator("[name=refused][value=sms]").CheckAsync();
        await card.Field("consented").CheckAsync();
        await card.Field("from").FillAsync("19:00");
        await card.SaveAsync();
        await Expect(card.Error).ToBeVisibleAsync();
        await card.Field("until").FillAsync("21:00");
        await card.Field("consentSource").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await card.Field("wording").FillAsync("别发短信，打电话就好");
        await card.SaveAsync();
        await Expect(card.Title).ToContainTextAsync(name);
        await Expect(card.History).ToContainTextAsync("别发短信，打电话就好");
        await card.OpenAsync(customer, "/wishes");
        await Expect(card.Page.Locator("[name=refused][value=sms]")).ToBeCheckedAsync();
        await Expect(card.Field("until")).ToHaveValueAsync("21:00");
    }

    [Theory, OnPhoneAndDesktop]
    public async Task Two_customers_are_related_on_both_cards_until_they_are_not(View view)
    {
        var (card, customer, name) = await CustomerAsync(view);
        var other = await card.RegisterAsync($"欧阳{customer}", Phone());
        await card.OpenAsync(other, "/relations");
        await card.RelateAsync(name, "colleague");
        await Expect(card.Notice).ToBeVisibleAsync();
        await card.OpenAsync(customer);
        await Expect(card.Relations).ToContainTextAsync($"欧阳{customer}");
        await card.OpenAsync(customer, "/relations");
        await card.PressAsync("/removal");
        await card.OpenAsync(other);
        await Expect(card.Relations).Not.ToContainTextAsync(name);
    }

    [Theory, OnPhoneAndDesktop]
    public async Task Customers_are_handed_over_after_a_look_and_come_back(View view)
    {
        var (card, customer, name) = await CustomerAsync(view);
        await card.Page.GotoAsync("/handover");
        await card.Page.Locator("form[action='/handover/preview'] button").ClickAsync();
        await Expect(card.Error).ToBeVisibleAsync();
        await card.Field("from").SelectOptionAsync(Business.HeadOfficeId);
        await card.Page.Locator("[name=to]").Last.CheckAsync();
        await card.Page.Locator("form[action='/handover/preview'] button").ClickAsync();
        await Expect(card.Page.Locator("form[action='/handover'] table")).ToContainTextAsync(Business.Manager);
        await card.Page.Locator("form[action='/handover'] .edit-end button").ClickAsync();
        await Expect(card.Notice).ToBeVisibleAsync();
        await card.OpenAsync(customer);
        await Expect(card.History).ToContainTextAsync(Business.Manager);
        await card.Page.GotoAsync("/handover");
        await card.PressAsync("/undo");
        await Expect(card.Notice).ToBeVisibleAsync();
        await card.Page.GotoAsync($"/customers?q={name}");
        await Expect(card.Page.Locator("main table")).Not.ToContainTextAsync(Business.Manager);
    }

    [Theory, OnPhoneAndDesktop]
    public async Task A_field_of_ones_own_is_made_in_the_settings_and_filled_on_the_card(View view)
    {
        var (card, customer, name) = await CustomerAsync(view);
        await card.Page.GotoAsync("/settings/fields");
        await card.Page.Locator("main a[href='/settings/fields/new']").First.ClickAsync();
        await card.Field("nameChinese").FillAsync($"口味{name[^4..]}");
        await card.Page.Locator("form[action='/settings/fields'] button").ClickAsync();
        await Expect(card.Error).ToBeVisibleAsync();
        await card.Field("nameEnglish").FillAsync($"Taste {name[^4..]}");
        await card.Field("type").SelectOptionAsync("text");
        await card.Page.Locator("form[action='/settings/fields'] button").ClickAsync();
        await Expect(card.Notice).ToContainTextAsync(name[^4..]);
        await card.OpenAsync(customer, "/edit");
        await card.Page.GetByLabel(view.Language == "en" ? $"Taste {name[^4..]}" : $"口味{name[^4..]}").FillAsync("浓茶");
        await card.SaveAsync();
        await Expect(card.Page.Locator("main")).ToContainTextAsync("浓茶");
    }

    [Theory, OnPhoneAndDesktop]
    public async Task What_a_card_must_hold_is_weighed_in_the_settings(View view)
    {
        var (card, _, _) = await CustomerAsync(view);
        await card.Page.GotoAsync("/settings/completeness");
        var first = card.Page.Locator(".weight input").First;
        await first.FillAsync("abc");
        await card.SaveAsync();
        await Expect(card.Error).ToBeVisibleAsync();
        await Expect(first).ToHaveValueAsync("abc");
        await first.FillAsync("17");
        await card.SaveAsync();
        await Expect(card.Notice).ToBeVisibleAsync();
        await Expect(first).ToHaveValueAsync("17");
    }

    /// <summary>The card of somebody new.</summary>
    private async Task<(CardPages Card, long Customer, string Name)> CustomerAsync(View view)
    {
        var page = await OpenAsync(business.Program.Address, view, "/sign-in");
        await People.SignInAsync(page, Business.HeadOffice);
        var card = new CardPages(page);
        var phone = Phone();
        var name = $"李明{phone[^4..]}";
        return (card, await card.RegisterAsync(name, phone), name);
    }

    private static string Phone() => $"1380013{Interlocked.Increment(ref registered):0000}";

    public sealed class Business : IAsyncLifetime
    {
        public const string HeadOffice = "lin";
        public const string HeadOfficeId = "1";
        public const string Manager = "wangfang";

        internal ChanglaiProcess Program { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Program = await ChanglaiProcess.StartAsync("serve");
            People.Add(Program.Database, HeadOffice, "head-office", "一店");
            People.Add(Program.Database, Manager, "manager", "二店");
        }

        public ValueTask DisposeAsync() => Program.DisposeAsync();
    }
}
