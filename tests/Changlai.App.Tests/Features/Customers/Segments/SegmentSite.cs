using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Tests.Features.Orders.Import.Pages;
using Changlai.App.Tests.Harness;
using Changlai.Core.Calendars;

namespace Changlai.App.Tests.Features.Customers.Segments;

/// <summary>The builder as a browser without scripts uses it: a form, its fields and its buttons.</summary>
internal sealed class SegmentSite(ImportSite site) : IAsyncDisposable
{
    public const string Hostile = "<script>alert('x')</script> \u202e王\"&";

    public ImportSite Site => site;

    public static async Task<SegmentSite> OpenAsync(DatabaseKind kind, string role = "head-office") => new(await ImportSite.OpenAsync(kind, role, session =>
    {
        session.Execute("INSERT INTO store (id, name, time_zone, currency, closed_weekdays) VALUES (2, '二店', 'Asia/Shanghai', 'CNY', 0)");
        session.Execute("INSERT INTO product (id, code, name, active) VALUES (1, 'T1', '龙井', @yes)", ("yes", true));
        session.Execute("INSERT INTO product (id, code, name, active) VALUES (2, 'T2', '铁观音', @yes)", ("yes", true));
        NewCustomer Customer(string number, string name, string? phone, long store, string? tier) => new(number, name, null, null, phone, null, "zh", null, tier, store, null,
            Weekdays.None, null, null, FakeTime.On("2026-11-01").GetUtcNow(), []);
        NewCustomers.Write(session, "test",
        [
            Customer("N1", "李明华", "+8613800138000", 1, "gold"), Customer("N2", Hostile, null, 1, "gold"), Customer("N3", "=1+1", "+8613800138009", 2, "gold"), Customer("N4", "王芳", null, 2, null),
        ]);
        session.Execute("INSERT INTO order_line (customer_id, order_id, line, product_id, quantity_milli, unit_price_minor, amount_minor) VALUES (1, 1, 1, 1, 1000, 8800, 8800)");
        session.Execute("INSERT INTO bought_due (customer_id) VALUES (1)");
    }));

    /// <summary>The fields of the builder on a page, as they stand.</summary>
    public static List<KeyValuePair<string, string>> Fields(IHtmlDocument page)
    {
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var field in page.QuerySelectorAll("#segment-form :is(input, select)"))
        {
            var name = field.GetAttribute("name")!;
            if (field is IHtmlSelectElement select) fields.AddRange(select.Options.Where(option => option.IsSelected).Select(option => KeyValuePair.Create(name, option.Value)));
            else if (field.GetAttribute("type") != "checkbox" || field.HasAttribute("checked")) fields.Add(KeyValuePair.Create(name, field.GetAttribute("value") ?? ""));
        }
        return fields;
    }

    /// <summary>A page's fields with some of them given other values; several of one name take its place together.</summary>
    public static List<KeyValuePair<string, string>> With(IEnumerable<KeyValuePair<string, string>> fields, params (string Name, string Value)[] changes) =>
        [.. fields.Where(field => !Array.Exists(changes, change => change.Name == field.Key)), .. changes.Select(change => KeyValuePair.Create(change.Name, change.Value))];

    public async Task<IHtmlDocument> PageAsync(string path)
    {
        var (status, page) = await site.GetAsync(path);
        status.ShouldBe(HttpStatusCode.OK, path);
        return page;
    }

    /// <summary>Presses a button of the builder that only changes the draft.</summary>
    public async Task<IHtmlDocument> PressAsync(IHtmlDocument page, string act, params (string Name, string Value)[] changes)
    {
        var (status, shown, _) = await site.SubmitAsync("/segments/draft", With(Fields(page), [.. changes, ("act", act)]));
        status.ShouldBe(HttpStatusCode.OK, act);
        return shown;
    }

    public Task<(HttpStatusCode Status, IHtmlDocument Page, string Path)> SaveAsync(IHtmlDocument page, params (string Name, string Value)[] changes) =>
        site.SubmitAsync(page.QuerySelector("#segment-form")!.GetAttribute("action")!, With(Fields(page), changes));

    /// <summary>A segment of one condition, saved; the address of its page.</summary>
    public async Task<string> AddAsync(string name, string field, string question, string[] values, bool shared = true)
    {
        var page = await PageAsync("/segments/new");
        (string, string)[] rest = shared ? [("shared", "true")] : [];
        var (status, _, path) = await SaveAsync(page, [("name", name), ("field.0-0", field), ("is.0-0", question), .. values.Select(value => ("value.0-0", value)), .. rest]);
        status.ShouldBe(HttpStatusCode.OK);
        return path;
    }

    public static string? Count(IHtmlDocument page) => page.QuerySelector("[data-count]")?.GetAttribute("data-count");

    public static string[] Problems(IHtmlDocument page) => [.. page.QuerySelectorAll("#segment-form .field-error").Select(problem => problem.TextContent.Trim())];

    public ValueTask DisposeAsync() => site.DisposeAsync();
}
