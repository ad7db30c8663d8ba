using System.Text;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Tests.Features.Orders.Import.Pages;
using Changlai.App.Tests.Features.Platform.Imports;
using Changlai.App.Tests.Harness;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Tests.Shell;

/// <summary>Whatever is changed or taken out is told in the audit log.</summary>
public sealed class AuditedRoutesTests
{
    private static readonly string[] Changing = ["POST", "PUT", "PATCH", "DELETE"];

    /// <summary>What somebody might type, one after the other, into every field at once.</summary>
    private static readonly string[] Typed = ["1", "2024-03-05", "小包装", "13800138000"];

    [Fact]
    public async Task Every_route_that_changes_something_or_hands_out_a_file_says_what_the_log_tells()
    {
        await using var site = await ImportSite.OpenAsync(DatabaseKind.Sqlite);
        var routes = site.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Any(Changing.Contains) == true || route.RoutePattern.RawText!.EndsWith(".csv", StringComparison.Ordinal)).ToList();

        routes.Count.ShouldBeGreaterThan(50);
        routes.Where(route => route.Metadata.GetMetadata<Audited>() is null).Select(route => route.RoutePattern.RawText).ShouldBeEmpty("say .Audits(…), or .AuditsNothing() where nothing that lasts is changed");
        var named = site.Service<IEnumerable<AuditAction>>().ToList();
        named.Select(action => action.Code).ShouldBeUnique();
        routes.Select(route => route.Metadata.GetMetadata<Audited>()!.Action).OfType<AuditAction>().Where(action => !named.Contains(action)).ShouldBeEmpty("the log's page has no name for these");
    }

    [Theory, OnBothDatabases]
    public async Task Every_form_that_changes_something_leaves_an_entry(DatabaseKind kind)
    {
        await using var site = await BusyShop.OpenAsync(kind);
        var wrong = new List<string>();
        foreach (var (route, form) in await BadFormTests.FormsAsync(site))
        {
            if (route is "/sign-in" or "/sign-out" || form.IsUpload) continue;
            foreach (var typed in Typed)
            {
                var (status, page) = await site.GetAsync(form.Page);
                if ((int)status != 200 || FoundForm.On(form.Page, page).FirstOrDefault(found => found.Action == form.Action) is not { } now) continue;
                var before = Look(site);
                var (answer, _, _) = await site.SubmitAsync(now.Action, now.With(typed, now.Names));
                if ((int)answer >= 500) wrong.Add($"{route} with {typed}: {answer}");
                if (Unaudited(before, Look(site))) wrong.Add($"{route} with {typed}");
            }
            var shown = Look(site);
            await site.SubmitAsync(form.Action, form.Fields);
            if (Unaudited(shown, Look(site))) wrong.Add($"{route} as shown");
        }
        wrong.ShouldBeEmpty(string.Join('\n', wrong));

        using var session = site.Database.OpenSession();
        var told = new List<string>();
        using (var rows = session.Read("SELECT DISTINCT action FROM audit_entry ORDER BY action"))
            while (rows.Next()) told.Add(rows.Text(0));
        told.ShouldBeSubsetOf(site.Service<IEnumerable<AuditAction>>().Select(action => action.Code));
        string[] sure = ["asset.make", "asset.repair", "customer.merge", "date.add", "field.make", "handover.do", "import.receive", "import.take-in", "need.add", "order.enter", "relation.add", "segment.save"];
        sure.Except(told, StringComparer.Ordinal).ShouldBeEmpty("the walk got nowhere there");
    }

    [Theory, OnBothDatabases]
    public async Task Every_call_that_changes_something_leaves_an_entry(DatabaseKind kind)
    {
        await using var site = await BusyShop.OpenAsync(kind);
        var wrong = new List<string>();
        foreach (var (call, sound) in BadCallTests.Sound)
        {
            var before = Look(site);
            using var content = new StringContent(sound, Encoding.UTF8, "application/json");
            var (status, _) = await site.CallAsync(new HttpMethod(call.Split(' ')[0]), call.Split(' ')[1], content);
            if (Unaudited(before, Look(site))) wrong.Add($"{call}: {status}");
        }
        wrong.ShouldBeEmpty(string.Join('\n', wrong));
    }

    [Theory, OnBothDatabases]
    public async Task A_form_that_comes_twice_is_told_once_and_one_refused_not_at_all(DatabaseKind kind)
    {
        await using var site = await BusyShop.OpenAsync(kind);
        var page = (await site.GetAsync("/customers/new")).Page;
        var count = Look(site).Entries;
        await site.SubmitAsync(page, "/customers", ("name", ""));
        Look(site).Entries.ShouldBe(count);
        await site.SubmitAsync(page, "/customers", ("name", "新来的"));
        await site.SubmitAsync(page, "/customers", ("name", "新来的"));
        Look(site).Entries.ShouldBe(count + 1);
    }

    [Theory, OnBothDatabases]
    public async Task An_entry_names_the_fields_and_never_what_they_hold(DatabaseKind kind)
    {
        await using var site = await BusyShop.OpenAsync(kind);
        var page = (await site.GetAsync("/customers/1/edit")).Page;
        await site.SubmitAsync(page, "/details", ("name", "改了的名字"), ("occupation", "茶艺师"));

        using var session = site.Database.OpenSession();
        session.Scalar<string>("SELECT details FROM audit_entry WHERE action = 'customer.change' AND customer_id = 1 ORDER BY id DESC LIMIT 1").ShouldBe("""{"fields":"Name, Occupation"}""");
    }

    private static (List<string> Rows, long Entries) Look(ImportSite site)
    {
        using var session = site.Database.OpenSession();
        return (DatabaseContent.Of(site.Database), session.Scalar<long>("SELECT count(*) FROM audit_entry"));
    }

    private static bool Unaudited((List<string> Rows, long Entries) before, (List<string> Rows, long Entries) after) =>
        after.Entries == before.Entries && !after.Rows.SequenceEqual(before.Rows, StringComparer.Ordinal);
}
