using System.Net;
using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Tests.Features.Orders.Import.Pages;
using Changlai.App.Tests.Harness;
using Changlai.Core.Calendars;

namespace Changlai.App.Tests.Features.Customers.Card;

/// <summary>A card that has been opened often is read another way than one that is opened for the first time.</summary>
public sealed class RepeatedCardTests
{
    [Theory, OnBothDatabases]
    public async Task A_card_looks_the_same_however_often_cards_were_opened(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        var first = await CardAsync(site, 1);
        for (var times = 0; times < 4; times++)
        {
            (await CardAsync(site, 1)).ShouldBe(first);
            (await CardAsync(site, 2)).ShouldContain("欧阳雪");
        }
    }

    [Theory, OnBothDatabases]
    public async Task Somebody_elses_card_stays_hidden_after_those_who_may_see_it_have_opened_it_often(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        for (var times = 0; times < 4; times++) (await CardAsync(site, 2)).ShouldContain("欧阳雪");

        using (var session = site.Database.OpenSession()) session.Execute("UPDATE staff SET role = 'staff' WHERE id = 1");
        await site.SignInAsync("lin");
        for (var times = 0; times < 4; times++)
        {
            (await CardAsync(site, 1)).ShouldContain("李明华");
            (await site.GetAsync("/customers/2")).Status.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    private static async Task<string> CardAsync(ImportSite site, long id)
    {
        var (status, page) = await site.GetAsync($"/customers/{id}");
        status.ShouldBe(HttpStatusCode.OK);
        foreach (var token in page.QuerySelectorAll("input[type=hidden]")) token.Remove();
        return page.QuerySelector("main")!.InnerHtml;
    }

    private static Task<ImportSite> OpenAsync(DatabaseKind kind) => ImportSite.OpenAsync(kind, "head-office", session =>
    {
        session.Execute("INSERT INTO store (id, name, time_zone, currency, closed_weekdays) VALUES (2, '二店', 'Asia/Shanghai', 'CNY', 0)");
        NewCustomer Customer(string number, string name, long store) => new(number, name, "女士", null, "+8613800138000", null, "zh", null, "gold", store, 1,
            Weekdays.None, null, null, FakeTime.On("2026-11-01").GetUtcNow(), [new NewSpecialDate("birthday", AnnualDay.Lunar(8, 15))]);
        NewCustomers.Write(session, "test", [Customer("N1", "李明华", 1), Customer("N2", "欧阳雪", 2)]);
        session.Execute("INSERT INTO complaint (customer_id, id, state, channel, words, opened_at) VALUES (1, 1, 'open', 'phone', '茶有点苦', @at)", ("at", FakeTime.On("2026-11-02").GetUtcNow()));
    });
}
