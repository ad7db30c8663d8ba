using Changlai.App.Features.Complaints;
using Changlai.App.Features.Complaints.Contracts;
using Changlai.App.Features.Customers.Card;
using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.FollowUps.Card;
using Changlai.App.Features.Orders.Card;
using Changlai.App.Tests.Features.Orders;
using Changlai.App.Tests.Harness;
using Changlai.App.Ui;
using Changlai.Core.Values;

namespace Changlai.App.Tests.Features.Customers.Card;

public sealed class CustomerTimelineTests
{
    private static readonly ITimelineSource[] Sources = [new OrderTimeline(), new ComplaintTimeline(), new ContactTimeline(), new FollowUpTimeline()];

    [Theory, OnBothDatabases]
    public async Task Page_after_page_shows_everything_once_even_at_one_instant(DatabaseKind kind)
    {
        await using var shop = await ShopAsync(kind);
        var id = shop.IdOf("C1");
        foreach (var at in (string[])["2026-11-01 10:00", "2026-11-01 10:00", "2026-11-03 09:00"])
        {
            Contact(shop, id, at, "reached", "谢谢");
            OpenComplaint.Open(shop.Session, new NewComplaint(id, "phone", "茶有点苦", null, null, At(at)));
        }
        var whole = Read(shop, id, null, null, 50);
        whole.Next.ShouldBeNull();
        whole.Entries.Count.ShouldBe(3 + 3 + 4);

        for (var size = 1; size <= 4; size++)
        {
            var paged = new List<TimelineEntry>();
            TimelinePlace? before = null;
            do
            {
                var page = Read(shop, id, null, before, size);
                paged.AddRange(page.Entries);
                before = TimelinePlace.Parse(page.Next?.ToString());
            }
            while (before is not null);
            paged.ShouldBe(whole.Entries, $"{size} at a time");
        }
    }

    [Theory, OnBothDatabases]
    public async Task It_can_be_narrowed_to_one_kind(DatabaseKind kind)
    {
        await using var shop = await ShopAsync(kind);
        var id = shop.IdOf("C1");
        Contact(shop, id, "2026-11-05 09:00", "complained", "<b>不满</b>");

        var contacts = Read(shop, id, "contacts", null, 50).Entries;
        contacts.ShouldHaveSingleItem().Detail!.ShouldContain("<b>不满</b>");
        contacts[0].Tone.ShouldBe(Tone.Late);
        Read(shop, id, "orders", null, 50).Entries.Count.ShouldBe(4);
        Read(shop, id, "complaints", null, 50).Entries.ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task An_order_tells_its_number_amount_and_products_and_opens(DatabaseKind kind)
    {
        await using var shop = await ShopAsync(kind);
        var id = shop.IdOf("C1");

        var newest = Read(shop, id, null, null, 1).Entries.Single();
        newest.Title.ShouldBe("退货 C4 · −¥100.00");
        newest.Href!.ShouldStartWith($"/customers/{id}/orders/");
        var order = Read(shop, id, null, null, 2).Entries[1];
        order.Title.ShouldBe("订单 O3 · ¥200.00");
        order.Detail.ShouldBe("tea ×2");
        order.At.ShouldBe(new TimeOnly(10, 0));
    }

    [Theory, OnBothDatabases]
    public async Task A_skipped_follow_up_is_there_and_one_that_a_contact_tells_of_is_not_told_twice(DatabaseKind kind)
    {
        await using var shop = await ShopAsync(kind);
        var id = shop.IdOf("C1");
        shop.Plan("2026-11-22");
        var first = shop.FollowUps("C1", "planned").Take(2).ToList();
        first.Count.ShouldBe(2);
        Close(shop, id, first[0].Id, "skipped", "2026-11-22 09:00");
        Close(shop, id, first[1].Id, "done", "2026-11-22 09:30");
        Contact(shop, id, "2026-11-22 09:30", "reached", null, first[1].Id);

        Read(shop, id, "follow-ups", null, 50).Entries.ShouldHaveSingleItem().Title.ShouldBe(FollowUpName.Of(first[0].Plan, first[0].Step, Language.Chinese));
        Read(shop, id, "contacts", null, 50).Entries.ShouldHaveSingleItem().Detail!.ShouldContain(FollowUpName.Of(first[1].Plan, first[1].Step, Language.Chinese));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1.orders")]
    [InlineData("x.orders.1")]
    [InlineData("9223372036854775807.orders.1")]
    [InlineData("1.orders.-1")]
    public void A_place_that_none_of_our_links_has_begins_at_the_newest(string text) => TimelinePlace.Parse(text).ShouldBeNull();

    private static async Task<TestShop> ShopAsync(DatabaseKind kind)
    {
        var shop = await TestShop.OpenAsync(kind, "2026-11-22");
        shop.HoldNobodyOut();
        shop.Record(
            new TestLine("O1", "C1", "2026-09-01 10:00"), new TestLine("O2", "C1", "2026-10-01 10:00"), new TestLine("O3", "C1", "2026-11-19 10:00", Quantity: 2),
            new TestLine("C4", "C1", "2026-11-20 10:00", Quantity: -1, Cancelled: true), new TestLine("O9", "C2", "2026-11-20 10:00"));
        return shop;
    }

    private static TimelinePage Read(TestShop shop, long id, string? kind, TimelinePlace? before, int limit) =>
        CustomerTimeline.Read(shop.Session, Sources, id, kind, before, limit, Language.Chinese, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));

    private static void Contact(TestShop shop, long id, string at, string outcome, string? note, long? followUp = null) => shop.Session.Execute("""
        INSERT INTO interaction (customer_id, id, follow_up_id, at, day, channel, outcome, note) VALUES (@customer, @id, @followUp, @at, @day, 'phone', @outcome, @note)
        """, ("customer", id), ("id", shop.Session.ReserveIds("interaction", 1)), ("followUp", followUp), ("at", At(at)), ("day", DateOnly.FromDateTime(At(at).DateTime)),
        ("outcome", outcome), ("note", note));

    private static void Close(TestShop shop, long id, long followUp, string state, string at) => shop.Session.Execute(
        "UPDATE follow_up SET state = @state, closed_at = @at, closed_on = @day WHERE customer_id = @customer AND id = @id",
        ("state", state), ("at", At(at)), ("day", DateOnly.FromDateTime(At(at).DateTime)), ("customer", id), ("id", followUp));

    private static DateTimeOffset At(string at) => new(DateTime.ParseExact(at, "yyyy-MM-dd HH:mm", null), TimeSpan.FromHours(8));
}
