using System.Net;
using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Duplicates;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Tests.Features.Orders.Import.Pages;
using Changlai.App.Tests.Harness;
using static Changlai.App.Tests.Features.Customers.CardSite;

namespace Changlai.App.Tests.Features.Customers.Duplicates;

/// <summary>The list of possible duplicates, two cards side by side, merging and taking it back, over HTTP.</summary>
public sealed class DuplicatePageTests
{
    private const string Hostile = "<script>alert('x')</script> ' OR 1=1 \u202e王\"& 😀";

    [Theory, OnBothDatabases]
    public async Task A_pair_is_found_when_somebody_enters_the_same_customer_again_and_merged_field_by_field(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind, "manager");
        var one = await site.RegisterAsync(("name", "李明华"), ("phone-0", "13800138000"), ("salutation", "李老师"));
        var other = await site.RegisterAsync(("name", Hostile), ("phone-0", "13800138000"));
        (await site.PageAsync($"/customers/{other}")).QuerySelector("#duplicates").ShouldBeNull("two names on one phone are a family");
        var third = await site.RegisterAsync(("name", "李鸣华"), ("phone-0", "138 0013 8000"), ("email-0", "li@example.org"), ("salutation", Hostile));
        (await site.PageAsync($"/customers/{third}")).QuerySelector("#duplicates a")!.TextContent.ShouldBe("李明华");

        var list = await site.PageAsync("/duplicates");
        var open = list.QuerySelector("a[data-row]")!.GetAttribute("href")!;
        open.ShouldBe($"/duplicates/{one}/{third}");
        var page = await site.PageAsync(open);
        page.QuerySelector("main")!.TextContent.ShouldContain("names sound alike");
        page.QuerySelector("main")!.TextContent.ShouldContain(Hostile);
        page.QuerySelectorAll("script:not([src])").ShouldBeEmpty();

        var (status, card) = await site.SubmitAsync(page, "/merge", ("keep", one.ToString()), ("side-name", "high"), ("side-salutation", "low"));
        status.ShouldBe(HttpStatusCode.OK);
        card.QuerySelector("h1")!.TextContent.ShouldStartWith("李鸣华");
        Fact(card, "Called").ShouldBe("李老师");
        Fact(card, "E-mail").ShouldBe("li@example.org");
        card.QuerySelector("#history")!.TextContent.ShouldContain($"Merged with 李鸣华 (customer {third})");

        var (moved, there) = await site.GetAsync($"/customers/{third}");
        moved.ShouldBe(HttpStatusCode.OK);
        there.QuerySelector("h1")!.TextContent.ShouldStartWith("李鸣华");
        (await site.GetAsync(open)).Page.QuerySelector("main")!.TextContent.ShouldContain("merged already");

        var undone = (await site.SubmitAsync(await site.PageAsync("/duplicates?show=merged"), "/undo")).Page;
        undone.QuerySelector(".notice")!.TextContent.ShouldContain("stand as they stood");
        Fact(await site.PageAsync($"/customers/{third}"), "E-mail").ShouldBe("li@example.org");
        Fact(await site.PageAsync($"/customers/{one}"), "E-mail").ShouldBe(null);
    }

    [Theory, OnBothDatabases]
    public async Task The_same_form_twice_merges_once_and_both_taps_end_on_the_card(DatabaseKind kind)
    {
        await using var site = await PairAsync(kind);
        var page = await site.PageAsync("/duplicates/1/2");
        foreach (var _ in (int[])[1, 2])
        {
            var (status, card) = await site.SubmitAsync(page, "/merge", ("keep", "1"));
            status.ShouldBe(HttpStatusCode.OK);
            card.QuerySelector("h1")!.TextContent.ShouldStartWith("李明华");
        }
        site.Scalar<long>("SELECT count(*) FROM customer_merge").ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task A_card_changed_meanwhile_is_shown_again_before_anything_is_merged(DatabaseKind kind)
    {
        await using var site = await PairAsync(kind);
        var page = await site.PageAsync("/duplicates/1/2");
        await site.SubmitAsync(await site.PageAsync("/customers/2/edit"), "/details", ("salutation", "李总"));
        var (status, again) = await site.SubmitAsync(page, "/merge", ("keep", "1"));
        status.ShouldBe(HttpStatusCode.Conflict);
        again.QuerySelector(".notice")!.TextContent.ShouldContain("Nothing has been changed");
        again.QuerySelector("main")!.TextContent.ShouldContain("李总");
        site.Scalar<long>("SELECT count(*) FROM customer").ShouldBe(2);
        (await site.SubmitAsync(again, "/merge")).Status.ShouldBe(HttpStatusCode.OK);
        site.Scalar<long>("SELECT count(*) FROM customer").ShouldBe(1);
    }

    [Theory]
    [OnBothDatabases("keep", "3", "which card stays")]
    [OnBothDatabases("keep", null, "which card stays")]
    [OnBothDatabases("side-name", "both", "“Name”")]
    [OnBothDatabases("side-phones", "left", "“Phone”")]
    public async Task A_choice_that_is_none_is_named_and_nothing_is_merged(DatabaseKind kind, string field, string? value, string words)
    {
        await using var site = await PairAsync(kind);
        var (status, page) = await site.SubmitAsync(await site.PageAsync("/duplicates/1/2"), "/merge", (field, value));
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.QuerySelector(".notice")!.TextContent.ShouldContain(words);
        site.Scalar<long>("SELECT count(*) FROM customer").ShouldBe(2);
        site.Scalar<long>("SELECT count(*) FROM merge_row").ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task Two_people_are_told_apart_for_good(DatabaseKind kind)
    {
        await using var site = await PairAsync(kind);
        var (_, list) = await site.SubmitAsync(await TellApartForm(site), "/not-same");
        list.QuerySelectorAll("a[data-row]").ShouldBeEmpty();
        (await site.PageAsync("/duplicates/1/2")).QuerySelector("main")!.TextContent.ShouldContain("two people");
    }

    [Theory]
    [OnBothDatabases("/duplicates/1/3")]
    [OnBothDatabases("/duplicates/3/4")]
    [OnBothDatabases("/duplicates/1/999")]
    [OnBothDatabases("/duplicates/1/1")]
    public async Task Somebody_elses_customers_are_not_there(DatabaseKind kind, string path)
    {
        await using var site = await PairAsync(kind, elsewhere: true);
        (await site.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
        var form = await site.PageAsync("/duplicates/1/2");
        foreach (var action in (string[])["/merge", "/not-same"])
        {
            var token = form.QuerySelector("[name=token]")!.GetAttribute("value")!;
            using var sent = new FormUrlEncodedContent([new("token", token), new("keep", "3")]);
            (await site.PostAsync(path + action, sent)).ShouldBe(HttpStatusCode.NotFound);
        }
        site.Scalar<long>("SELECT count(*) FROM customer").ShouldBe(4);
        (await site.PageAsync("/duplicates")).QuerySelectorAll("a[data-row]").Select(row => row.GetAttribute("href")).ShouldBe(["/duplicates/1/2"]);
    }

    [Theory, OnBothDatabases]
    public async Task A_merge_of_another_store_is_undone_by_nobody_of_this_one(DatabaseKind kind)
    {
        await using var site = await PairAsync(kind, elsewhere: true);
        using (var session = site.Database.OpenSession()) MergingShop.Merge(session, FakeTime.On("2026-11-22"), 3, 4).Outcome.ShouldBe(MergeOutcome.Done);
        (await site.PageAsync("/duplicates?show=merged")).QuerySelectorAll("form[action$='/undo']").ShouldBeEmpty();
        using var sent = new FormUrlEncodedContent([new("token", (await site.PageAsync("/duplicates/1/2")).QuerySelector("[name=token]")!.GetAttribute("value")!)]);
        (await site.PostAsync("/duplicates/merges/1/undo", sent)).ShouldBe(HttpStatusCode.NotFound);
        (await site.GetAsync("/customers/4")).Status.ShouldBe(HttpStatusCode.NotFound, "nor does its old address say where it went");
    }

    [Theory]
    [InlineData("staff")]
    [InlineData("auditor")]
    public async Task Only_managers_merge(string role)
    {
        await using var site = await PairAsync(DatabaseKind.Sqlite, role: role);
        foreach (var path in (string[])["/duplicates", "/duplicates/1/2", "/handover"]) (await site.GetAsync(path)).Status.ShouldBe(HttpStatusCode.Forbidden, path);
    }

    [Theory]
    [InlineData("/duplicates?after=x")]
    [InlineData("/duplicates?show=merged&after=x")]
    [InlineData("/duplicates?show=nothing")]
    public async Task An_address_that_somebody_made_up_is_forgiven(string path)
    {
        await using var site = await PairAsync(DatabaseKind.Sqlite);
        (await site.GetAsync(path)).Status.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> TellApartForm(ImportSite site)
    {
        var page = await site.PageAsync("/duplicates/1/2");
        page.QuerySelector("form[action$='/merge']")!.SetAttribute("action", "/duplicates/1/2/not-same");
        return page;
    }

    private static Task<ImportSite> PairAsync(DatabaseKind kind, bool elsewhere = false, string role = "manager") => OpenAsync(kind, role, session =>
    {
        NewCustomers.Write(session, "till", [MergingShop.CardOf("A", "李明华", "+8613800138000"), MergingShop.CardOf("B", "李明华", "+8613800138000")]);
        if (elsewhere) NewCustomers.Write(session, "till", [MergingShop.CardOf("C", "李明华", "+8613800138000", store: 2), MergingShop.CardOf("D", "李明华", "+8613800138000", store: 2)]);
        new DuplicateFinder(session, FakeTime.On("2026-11-22")).Look([1, 2, .. elsewhere ? (long[])[3, 4] : []]);
    });
}
