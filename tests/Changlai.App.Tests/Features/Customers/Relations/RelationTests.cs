using System.Net;
using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Relations;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Tests.Features.Customers.Duplicates;
using Changlai.App.Tests.Features.Orders.Import.Pages;
using Changlai.App.Tests.Harness;
using static Changlai.App.Tests.Features.Customers.CardSite;

namespace Changlai.App.Tests.Features.Customers.Relations;

/// <summary>Who belongs to whom, on both cards.</summary>
public sealed class RelationTests
{
    [Theory, OnBothDatabases]
    public async Task Who_introduced_whom_stands_on_both_cards_until_it_is_removed(DatabaseKind kind)
    {
        await using var site = await ShopAsync(kind);
        var (status, page) = await site.SubmitAsync(await site.PageAsync($"/customers/1/relations?q={Uri.EscapeDataString("王芳")}"), "/relations", ("other", "2"), ("kind", "introduced-by"));
        status.ShouldBe(HttpStatusCode.OK);
        Fact(await site.PageAsync("/customers/1"), "Introduced by").ShouldBe("王芳");
        Fact(await site.PageAsync("/customers/2"), "Introduced").ShouldBe("李明华");

        await site.SubmitAsync(page, "/removal");
        site.Scalar<long>("SELECT count(*) FROM customer_relation").ShouldBe(0);
    }

    [Theory]
    [OnBothDatabases("2", "friend", "what they are")]
    [OnBothDatabases("1", "family", "other than themselves")]
    [OnBothDatabases("3", "family", "other than themselves")]
    [OnBothDatabases("x", "family", "other than themselves")]
    public async Task A_relation_that_is_none_is_refused_in_words(DatabaseKind kind, string other, string relation, string words)
    {
        await using var site = await ShopAsync(kind);
        var (status, page) = await site.SubmitAsync(await site.PageAsync($"/customers/1/relations?q={Uri.EscapeDataString("王芳")}"), "/relations", ("other", other), ("kind", relation));
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.QuerySelector(".notice")!.TextContent.ShouldContain(words);
        site.Scalar<long>("SELECT count(*) FROM customer_relation").ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task Customers_of_another_store_are_neither_shown_nor_reached(DatabaseKind kind)
    {
        await using var site = await ShopAsync(kind);
        using (var session = site.Database.OpenSession()) CustomerRelations.Add(session, 1, 3, "family", 1, FakeTime.On("2026-11-01").GetUtcNow());
        (await site.PageAsync("/customers/1")).QuerySelector("#relations")!.TextContent.ShouldNotContain("别店客户");
        (await site.GetAsync("/customers/3/relations")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.PageAsync($"/customers/1/relations?q={Uri.EscapeDataString("别店客户")}")).QuerySelectorAll("[name=other][type=radio]").ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task A_merge_takes_relations_along_on_both_cards_and_back(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, "2026-03-02");
        var (one, other, friend) = (shop.Register(MergingShop.CardOf("A", "李明华")), shop.Register(MergingShop.CardOf("B", "李明华")), shop.Register(MergingShop.CardOf("C", "王芳")));
        CustomerRelations.Add(shop.Session, other, friend, "introduced-by", 1, shop.Time.GetUtcNow());
        CustomerRelations.Add(shop.Session, one, friend, "family", 1, shop.Time.GetUtcNow());
        CustomerRelations.Add(shop.Session, other, friend, "family", 1, shop.Time.GetUtcNow());
        CustomerRelations.Add(shop.Session, one, other, "family", 1, shop.Time.GetUtcNow());
        var before = shop.EveryRow();

        var merge = shop.Merge(one, other);

        CustomerRelations.Read(shop.Session, CustomerScope.All, one).Select(relation => (relation.OtherId, relation.Kind)).ShouldBe([(friend, "family"), (friend, "introduced-by")]);
        CustomerRelations.Read(shop.Session, CustomerScope.All, friend).Select(relation => (relation.OtherId, relation.Kind)).ShouldBe([(one, "family"), (one, "introduced")]);
        shop.Undo(merge.Id);
        MergingShop.Differences(before, shop.EveryRow()).ShouldBeEmpty();
    }

    private static Task<ImportSite> ShopAsync(DatabaseKind kind) => OpenAsync(kind, "manager", session => NewCustomers.Write(session, "till",
        [MergingShop.CardOf("A", "李明华"), MergingShop.CardOf("B", "王芳"), MergingShop.CardOf("C", "别店客户", store: 2)]));
}
