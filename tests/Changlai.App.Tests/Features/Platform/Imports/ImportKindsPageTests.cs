using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Changlai.App.Tests.Features.Orders.Import.Pages;
using Changlai.App.Tests.Harness;
using static Changlai.App.Tests.Features.Orders.Import.Pages.ImportSite;

namespace Changlai.App.Tests.Features.Platform.Imports;

public sealed class ImportKindsPageTests
{
    private const string Customers = "Kennung,Name,Telefon\nk1,Wang,13800000001\nk2,Li,12\n";

    [Theory]
    [InlineData("head-office", "/imports/new /imports/new?kind=customers /imports/new?kind=products /imports/new?kind=special-dates /imports/new?kind=staff")]
    [InlineData("manager", "/imports/new /imports/new?kind=customers /imports/new?kind=special-dates")]
    public async Task Everybody_is_offered_what_they_may_import(string role, string offered)
    {
        await using var site = await OpenAsync(DatabaseKind.Sqlite, role);
        var (_, page) = await site.GetAsync("/imports/new");
        page.QuerySelectorAll(".choices a").Select(link => link.GetAttribute("href")!.Replace("?kind=orders", "", StringComparison.Ordinal)).ShouldBe(offered.Split(' '));
        (await site.GetAsync("/imports/new?kind=staff")).Status.ShouldBe(role == "manager" ? HttpStatusCode.NotFound : HttpStatusCode.OK);
        (await site.GetAsync("/imports/new?kind=nothing")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_manager_neither_sends_nor_sees_what_only_the_head_office_imports()
    {
        await using var site = await OpenAsync(DatabaseKind.Sqlite);
        var (_, page) = await site.UploadAsync("code,name\nT1,Tea\n", ("kind", "products"));
        State(page).ShouldBe("Waits for you");
        await site.SignInAsync("other");
        (await site.GetAsync("/imports/1")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.UploadAsync("code,name\nT1,Tea\n", ("kind", "products"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.GetAsync("/imports")).Page.QuerySelectorAll("[data-row]").ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task Columns_chosen_by_hand_are_remembered_for_the_next_file_with_the_same_headings(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        var (_, page) = await site.UploadAsync(Customers, ("kind", "customers"));
        State(page).ShouldBe("Cannot be imported");
        (_, page) = await site.SendAsync(page, "/settings", ("map-number", "Kennung"), ("map-phone", "Telefon"));
        State(page).ShouldBe("Waits for you");
        await site.SendAsync(page, "/confirmation");

        (_, page) = await site.UploadAsync(Customers.Replace("Wang", "Wang Fang", StringComparison.Ordinal), ("kind", "customers"));
        State(page).ShouldBe("Waits for you");
        page.QuerySelector("main")!.TextContent.ShouldContain("Chosen as last time");
        (page.QuerySelector("[name=map-phone]") as IHtmlSelectElement)!.Value.ShouldBe("Telefon");
        Figure(page, "New customers").ShouldBe("0: 1 changed, 0 unchanged");

        (_, page) = await site.UploadAsync("Kennung,Telefon\nk1,13800000001\n", ("kind", "customers"));
        State(page).ShouldBe("Cannot be imported");
    }

    [Fact]
    public async Task The_cell_at_fault_is_marked_with_what_is_wrong_and_would_be_right()
    {
        await using var site = await OpenAsync(DatabaseKind.Sqlite);
        var (_, page) = await site.UploadAsync("Number,Name,Phone\nk1,Wang,13800000001\nk2,Li,12\n", ("kind", "customers"));
        var marked = page.QuerySelectorAll("td.raw-wrong");
        marked.Length.ShouldBe(2);
        foreach (var cell in marked)
        {
            cell.QuerySelector("bdi")!.TextContent.ShouldBe("12");
            cell.TextContent.ShouldContain("“12” is no phone number.");
            cell.TextContent.ShouldContain("Write a mobile number");
        }
        page.QuerySelector("#rejects dt")!.TextContent.ShouldBe("No phone number");
    }

    [Theory, OnBothDatabases]
    public async Task An_import_is_undone_on_its_page(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        var (_, page) = await site.UploadAsync("Number,Name,Phone\nk1,Wang,13800000001\n", ("kind", "customers"));
        (_, page) = await site.SendAsync(page, "/confirmation");
        (await site.CountAsync("customer")).ShouldBe(1);
        (_, page) = await site.SendAsync(page, "/undo");
        State(page).ShouldBe("Undone");
        Notice(page).ShouldContain("as it was before the import");
        (await site.CountAsync("customer")).ShouldBe(0);
        (await site.CountAsync("follow_up")).ShouldBe(0);
        page.QuerySelector("form[action$='/undo']").ShouldBeNull();
    }

    [Fact]
    public async Task What_stands_in_the_way_of_an_undo_is_said_on_the_page()
    {
        await using var site = await OpenAsync(DatabaseKind.Sqlite);
        var (_, page) = await site.UploadAsync("Number,Name,Phone\nk1,Wang,13800000001\n", ("kind", "customers"));
        (_, page) = await site.SendAsync(page, "/confirmation");
        using (var session = site.Database.OpenSession())
            session.Execute("INSERT INTO interaction (customer_id, id, at, day, channel, outcome) VALUES (1, 1, 0, 20000, 'phone', 'reached')");
        (_, page) = await site.SendAsync(page, "/undo");
        State(page).ShouldBe("Done");
        page.QuerySelectorAll(".notice li").Select(reason => reason.TextContent).ShouldBe(["Customers of this import contacted since: 1."]);
        (await site.CountAsync("customer")).ShouldBe(1);
    }

    [Fact]
    public async Task An_undo_from_elsewhere_is_refused()
    {
        await using var site = await OpenAsync(DatabaseKind.Sqlite);
        using var empty = new FormUrlEncodedContent([]);
        (await site.PostAsync("/imports/1/undo", empty)).ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_mended_file_of_rejects_is_taken_again()
    {
        await using var site = await OpenAsync(DatabaseKind.Sqlite);
        var (_, page) = await site.UploadAsync("Number,Name,Phone\nk1,Wang,13800000001\nk2,Li,12\n", ("kind", "customers"));
        var csv = Encoding.UTF8.GetString(await site.DownloadAsync(page.QuerySelector("#rejects a[download]")!.GetAttribute("href")!));
        csv.TrimStart('\uFEFF').ShouldStartWith("Number,Name,Phone,line,reason\r\nk2,Li,12,3,");
        (_, page) = await site.UploadAsync(csv.Replace(",12,", ",13800000002,", StringComparison.Ordinal), ("kind", "customers"));
        State(page).ShouldBe("Waits for you");
        page.QuerySelector("#rejects").ShouldBeNull();
    }
}
