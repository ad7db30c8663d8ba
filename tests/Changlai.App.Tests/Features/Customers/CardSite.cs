using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Tests.Features.Orders.Import.Pages;
using Changlai.App.Tests.Harness;

namespace Changlai.App.Tests.Features.Customers;

/// <summary>Short ways for tests of the card's pages.</summary>
internal static class CardSite
{
    /// <summary>The program with one store, a colleague in it who owns customers, and another store.</summary>
    public static Task<ImportSite> OpenAsync(DatabaseKind kind, string role = "staff", Action<DatabaseSession>? before = null, Action<Microsoft.AspNetCore.Builder.WebApplication>? plant = null) => ImportSite.OpenAsync(kind, role, session =>
    {
        session.Execute("INSERT INTO store (id, name, time_zone, currency, closed_weekdays) VALUES (2, '二店', 'Asia/Shanghai', 'CNY', 0)");
        session.ReserveIds("store", 1);
        session.Execute("""
            INSERT INTO staff (id, name, security_stamp, role, store_id, working_weekdays, daily_capacity, language, active) VALUES (3, '陈小红', 's', 'staff', 1, 127, 30, 'zh', @yes)
            """, ("yes", true));
        before?.Invoke(session);
    }, plant);

    public static async Task<IHtmlDocument> PageAsync(this ImportSite site, string path) => (await site.GetAsync(path)).Page;

    /// <summary>Registers somebody through the form; the id.</summary>
    public static async Task<long> RegisterAsync(this ImportSite site, params (string Name, string? Value)[] fields)
    {
        var (_, page) = await site.SubmitAsync(await site.PageAsync("/customers/new"), "/customers", fields);
        Errors(page).ShouldBeEmpty();
        return site.Scalar<long>("SELECT max(customer_id) FROM customer");
    }

    public static T? Scalar<T>(this ImportSite site, string sql)
    {
        using var session = site.Database.OpenSession();
        return session.Scalar<T>(sql);
    }

    public static string[] Errors(IHtmlDocument page) => [.. page.QuerySelectorAll(".field-error").Select(error => error.TextContent.Trim())];

    /// <summary>What stands behind a name among the card's facts.</summary>
    public static string? Fact(IHtmlDocument page, string name) => page.QuerySelectorAll(".facts dt").FirstOrDefault(term => term.TextContent.Trim() == name)
        ?.NextElementSibling?.TextContent.Trim();

    public static string Value(IHtmlDocument page, string field) => page.QuerySelector($"[name='{field}']") switch
    {
        IHtmlSelectElement select => select.Value ?? "",
        IHtmlTextAreaElement area => area.TextContent,
        var input => input?.GetAttribute("value") ?? "",
    };

    public static async Task<string[]> FindAsync(this ImportSite site, string typed) =>
        [.. (await site.PageAsync($"/customers?q={Uri.EscapeDataString(typed)}")).QuerySelectorAll("a[data-row]").Select(row => row.TextContent)];
}
