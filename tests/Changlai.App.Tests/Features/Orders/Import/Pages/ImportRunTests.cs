using System.Net;
using System.Text;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Imports;
using Changlai.App.Features.Platform.Imports.Runs;
using Changlai.App.Tests.Harness;
using static Changlai.App.Tests.Features.Orders.Import.Pages.ImportSite;

namespace Changlai.App.Tests.Features.Orders.Import.Pages;

public sealed class ImportRunTests
{
    private const string OneOrder = "OrderNo,CustomerID,ProductCode,Quantity,UnitPrice,OrderDate\nA1,c1,T1,2,120.00,2026-03-01\n";

    private const string TwoStores = "OrderNo,CustomerID,ProductCode,Quantity,UnitPrice,OrderDate,Store\nA1,c1,T1,2,120.00,2026-03-01,一店\nA2,c1,T1,2,120.00,2026-03-02,二店\n";

    [Theory]
    [InlineData("staff")]
    [InlineData("auditor")]
    public async Task Who_may_not_import_is_told_there_is_no_such_page(string role)
    {
        await using var site = await OpenAsync(DatabaseKind.Sqlite, role);
        var (status, page) = await site.GetAsync("/imports");
        status.ShouldBe(HttpStatusCode.Forbidden);
        page.QuerySelector("h1")!.TextContent.ShouldBe("There is no such page");
        using var form = new MultipartFormDataContent { { new ByteArrayContent([1, 2, 3]), "file", "orders.csv" } };
        (await site.PostAsync("/imports", form)).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_manager_imports_for_their_own_store_only()
    {
        await using var site = await OpenAsync(DatabaseKind.Sqlite, "manager");
        var (_, page) = await site.UploadAsync(TwoStores);
        Notice(page).ShouldContain("The file has orders of other stores: 二店");
        Notice(page).ShouldContain("Nothing in the database was changed.");

        (_, page) = await site.UploadAsync(OneOrder);
        State(page).ShouldBe("Waits for you");
    }

    [Fact]
    public async Task A_manager_of_another_store_does_not_see_the_import()
    {
        await using var site = await OpenAsync(DatabaseKind.Sqlite, "manager");
        await site.UploadAsync(OneOrder);
        (await site.GetAsync("/imports/1")).Status.ShouldBe(HttpStatusCode.OK);

        await site.SignInAsync("other");
        (await site.GetAsync("/imports/1")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.GetAsync("/imports/1/progress")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.GetAsync("/imports/1/rejects.csv")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.GetAsync("/imports")).Page.QuerySelectorAll("[data-row]").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_form_from_elsewhere_is_refused_and_leaves_no_file()
    {
        await using var site = await OpenAsync(DatabaseKind.Sqlite);
        using var form = new MultipartFormDataContent { { new StringContent("made up"), "token" }, { new ByteArrayContent(Encoding.UTF8.GetBytes(OneOrder)), "file", "orders.csv" } };
        (await site.PostAsync("/imports", form)).ShouldBe(HttpStatusCode.BadRequest);
        using var empty = new FormUrlEncodedContent([]);
        (await site.PostAsync("/imports/1/confirmation", empty)).ShouldBe(HttpStatusCode.BadRequest);
        (await site.CountAsync("import_run")).ShouldBe(0);
        Directory.Exists(Path.GetDirectoryName(site.Files.UploadOf(1))).ShouldBeFalse();
    }

    [Fact]
    public async Task A_form_sent_twice_is_one_import()
    {
        await using var site = await OpenAsync(DatabaseKind.Sqlite);
        await site.UploadAsync(OneOrder, ("idempotencyKey", "the same"));
        var (_, page) = await site.UploadAsync(OneOrder, ("idempotencyKey", "the same"));
        Notice(page).ShouldContain("uploaded a moment ago");
        (await site.CountAsync("import_run")).ShouldBe(1);
        Directory.GetFiles(Path.GetDirectoryName(site.Files.UploadOf(1))!, "*.part").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_confirmation_of_what_is_no_longer_shown_does_nothing()
    {
        await using var site = await OpenAsync(DatabaseKind.Sqlite);
        var (_, seen) = await site.UploadAsync(OneOrder);
        await site.SendAsync(seen, "/settings", ("dateOrder", "DayMonthYear"));

        var (_, page) = await site.SendAsync(seen, "/confirmation");
        State(page).ShouldBe("Waits for you");
        (await site.CountAsync("customer_order")).ShouldBe(0);
    }

    [Fact]
    public async Task An_import_given_up_deletes_the_file()
    {
        await using var site = await OpenAsync(DatabaseKind.Sqlite);
        var (_, page) = await site.UploadAsync(OneOrder);
        File.Exists(site.Files.UploadOf(1)).ShouldBeTrue();
        (_, page) = await site.SendAsync(page, "/withdrawal");
        Notice(page).ShouldContain("given up");
        File.Exists(site.Files.UploadOf(1)).ShouldBeFalse();
        File.Exists(site.Files.RejectsOf(1)).ShouldBeFalse();
        State((await site.GetAsync("/imports/1")).Page).ShouldBe("Given up");
    }

    [Theory, OnBothDatabases]
    public async Task What_a_dead_server_was_at_shows_as_interrupted_and_can_be_run_again(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        var (_, page) = await site.UploadAsync(OneOrder);
        using (var session = site.Database.OpenSession()) ImportRuns.Move(session, 1, [ImportState.Ready], ImportState.Running).ShouldBeTrue();
        site.Service<IEnumerable<Microsoft.Extensions.Hosting.IHostedService>>().OfType<ImportWorker>().Single().PickUp();

        (_, page) = await site.GetAsync("/imports/1");
        State(page).ShouldBe("Interrupted");
        Notice(page).ShouldContain("as it was before");
        (await site.CountAsync("customer_order")).ShouldBe(0);

        (_, page) = await site.SendAsync(page, "/confirmation");
        State(page).ShouldBe("Done");
        (await site.CountAsync("customer_order")).ShouldBe(1);
    }

    [Fact]
    public async Task What_nobody_confirmed_is_deleted_after_a_day()
    {
        await using var site = await OpenAsync(DatabaseKind.Sqlite);
        await site.UploadAsync(OneOrder);
        var clock = new FakeTime(TimeProvider.System.GetUtcNow());
        var tidying = new ImportTidying(site.Files, clock);
        using (var session = site.Database.OpenSession())
        {
            clock.Advance(TimeSpan.FromHours(23));
            tidying.Run(session, CancellationToken.None);
            File.Exists(site.Files.UploadOf(1)).ShouldBeTrue();
            clock.Advance(TimeSpan.FromHours(2));
            tidying.Run(session, CancellationToken.None);
        }
        File.Exists(site.Files.UploadOf(1)).ShouldBeFalse();
        var (_, page) = await site.GetAsync("/imports/1");
        State(page).ShouldBe("Expired");
        page.QuerySelectorAll("td").ShouldBeEmpty();
    }

    [Fact]
    public async Task An_import_makes_the_planner_look_at_its_customers_at_once()
    {
        await using var site = await OpenAsync(DatabaseKind.Sqlite);
        var signal = site.Service<SweepSignal>();
        var soon = signal.Next;
        var (_, page) = await site.UploadAsync(OneOrder);
        soon.IsCompleted.ShouldBeFalse();
        await site.SendAsync(page, "/confirmation");
        soon.IsCompleted.ShouldBeTrue();
    }

    [Theory, OnBothDatabases]
    public async Task The_list_turns_its_pages_by_key(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind, before: session =>
        {
            for (var id = 1; id <= 30; id++)
                ImportRuns.Add(session, "orders", $"{id}.csv", 1, new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero), _ => new ImportDetails
                {
                    Settings = new ImportSettings { Store = Store, TimeZone = "UTC", Currency = "CNY", Source = "import" },
                    Node = "another machine",
                });
        });
        var (_, page) = await site.GetAsync("/imports");
        page.QuerySelectorAll("[data-row]").Select(link => link.TextContent).First().ShouldBe("30.csv");
        (_, page) = await site.GetAsync(page.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        page.QuerySelectorAll("[data-row]").Select(link => link.TextContent).ShouldBe(["5.csv", "4.csv", "3.csv", "2.csv", "1.csv"]);
    }
}
