using System.Net;
using System.Text;
using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Privacy;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Tests.Features.Customers;
using Changlai.App.Tests.Features.Customers.Segments;
using Changlai.App.Tests.Features.Orders.Import.Pages;
using Changlai.App.Tests.Features.Orders.Products;
using Changlai.App.Tests.Harness;
using Changlai.Core.Calendars;
using Microsoft.AspNetCore.Builder;

namespace Changlai.App.Tests.Shell;

/// <summary>
/// A small shop in which every form of the program has something to work on, with an administrator signed in. No sweep runs,
/// so that whatever changes in the database was changed by a form.
/// </summary>
internal static class BusyShop
{
    private const string Orders = "OrderNo,CustomerID,ProductCode,Quantity,UnitPrice,OrderDate\n";
    private static readonly string[] Sweeps = ["plan", "duplicates", "product-cycles", "import-files", "stray-rows", "completeness", "bought-products", "audit-seal", "sessions"];

    /// <param name="before">Who and what is there besides.</param>
    /// <param name="plant">Puts something into the program that a guard must find.</param>
    public static async Task<ImportSite> OpenAsync(DatabaseKind kind, Action<DatabaseSession>? before = null, Action<WebApplication>? plant = null)
    {
        var site = await ImportSite.OpenAsync(kind, "admin", session =>
        {
            foreach (var sweep in Sweeps) session.Execute("INSERT INTO lease (name, holder, until) VALUES (@name, 'nobody', @until)", ("name", sweep), ("until", new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero)));
            session.Execute("INSERT INTO store (id, name, time_zone, currency, closed_weekdays) VALUES (2, '二店', 'Asia/Shanghai', 'CNY', 0)");
            session.ReserveIds("store", 1);
            session.Execute("""
                INSERT INTO staff (id, name, security_stamp, role, store_id, working_weekdays, daily_capacity, language, active) VALUES (3, '陈小红', 's', 'staff', 1, 127, 30, 'zh', @yes)
                """, ("yes", true));
            // She has a phone with an authenticator and is signed in; he left.
            session.Execute("UPDATE staff SET sign_in_name = 'chen', totp_secret = 'x' WHERE id = 3");
            session.Execute("""
                INSERT INTO staff (id, name, sign_in_name, security_stamp, role, store_id, working_weekdays, daily_capacity, language, active) VALUES (4, '赵大力', 'zhao', 's', 'staff', 1, 127, 30, 'zh', @no)
                """, ("no", false));
            foreach (var person in (long[])[1, 3])
                session.Execute("INSERT INTO staff_session (hash, id, staff_id, created_at, seen_at, ends_at, idle_minutes) VALUES (@hash, @id, @staff, @now, @now, @ends, 100000)",
                    ("hash", $"elsewhere {person}"), ("id", 1_000_000 + person), ("staff", person), ("now", TimeProvider.System.GetUtcNow()), ("ends", TimeProvider.System.GetUtcNow().AddDays(1)));
            foreach (var person in (long[])[1, 3])
                session.Execute("INSERT INTO passkey (id, staff_id, handle, credential_id, public_key, sign_count, transports, backup_eligible, backed_up, name, created_at) VALUES (@id, @id, @name, @name, 'eA', 0, 'internal', @no, @no, '手机', @now)",
                    ("id", person), ("name", $"key{person}"), ("no", false), ("now", TimeProvider.System.GetUtcNow()));
            ProductPageTests.Add(session, "T1", "龙井", 30, 12800, "12m");
            ProductPageTests.Add(session, "T2", "盖碗");
            NewCustomers.Write(session, "test", [.. Enumerable.Range(1, 6).Select(number => Person($"N{number}", $"李明{number}"))]);
            // Something is kept from the administrator too, so that there is the form to see it.
            new MaskRules(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { [StaffRole.Admin.Code()] = [MaskedPart.WeCom.Code] }).Write(session);
            before?.Invoke(session);
        }, plant);
        site.Service<IEnumerable<ISweep>>().Select(sweep => sweep.Name).Order(StringComparer.Ordinal).ShouldBe(Sweeps.Order(StringComparer.Ordinal));
        await FillAsync(site);
        return site;
    }

    private static async Task FillAsync(ImportSite site)
    {
        await MadeAsync(site, "/api/customers/1/orders", new { orderedOn = "2024-03-01", lines = new[] { new { product = "T1", quantity = 3 } } });
        await MadeAsync(site, "/api/customers/1/assets", new { product = "T1", serialNumber = "SN1", startedOn = "2024-03-01" });
        foreach (var day in (string[])["2024-04-01", "2024-04-09"]) await MadeAsync(site, "/api/customers/1/assets/1/repairs", new { doneOn = day, fault = "leak", work = "换了垫圈" });
        await SendAsync(site, "/customers/1/dates", "/dates", ("kind", "birthday"), ("month", "2"), ("day", "3"));
        await SendAsync(site, "/customers/1", "/needs", ("words", "想要小包装"));
        await SendAsync(site, "/customers/1/relations?q=李明2", "/relations");
        foreach (var name in (string[])["爱好", "口味", "旧的"]) await SendAsync(site, "/settings/fields/new", "/settings/fields", ("nameChinese", name), ("nameEnglish", name), ("type", "text"), ("least", ""), ("most", ""));
        await SendAsync(site, "/staff/3/days", "/staff/3/days", ("from", "2098-01-01"));
        await SendAsync(site, "/settings/stores/1", "/1/days", ("from", "2098-01-01"), ("reason", "盘点"));
        await SendAsync(site, "/account/keys", "/account/keys", ("name", "收银"), ("scope", "customers:read"));
        await SendAsync(site, "/duplicates/3/4", "/merge");
        await SendAsync(site, "/handover/preview?from=company&to=3", "/handover");
        await new SegmentSite(site).AddAsync("金卡", "customer.tier", "any-of", ["gold"]);
        (await site.UploadAsync(Orders + "A1,c1,T1,1,9,2024-03-01\n")).Status.ShouldBe(HttpStatusCode.OK);
        var (_, done) = await site.UploadAsync(Orders + "A2,c2,T1,1,9,2024-03-01\n");
        await site.SubmitAsync(done, "/confirmation");
        await site.UploadAsync(Orders + "A3,c3,T1,1,9,2024-03-01\n");
        using var session = site.Database.OpenSession();
        session.Execute("UPDATE customer_field SET retired_at = @at WHERE name_zh = '旧的'", ("at", DateTimeOffset.UnixEpoch));
        session.Execute("""
            INSERT INTO follow_up (customer_id, id, plan, step, occasion, state, channel, store_id, assignee_id, earliest_on, ideal_on, latest_on, due_on, priority, value_minor, currency,
                strength, reason, day_reason, value_basis, planned_on)
            VALUES (1, 1, 'thanks', 'next-day', 'order:1', 'planned', 'phone', 1, 1, @day, @day, @day, @day, 1, 0, 'CNY', 0, 'order|2024-03-01|order|1', 'ideal', '1|30|1|500|100', @day)
            """, ("day", new DateOnly(2024, 3, 2)));
    }

    private static async Task MadeAsync(ImportSite site, string path, object body) => (await site.CallAsync(HttpMethod.Post, path, body)).Status.ShouldBe(HttpStatusCode.Created, path);

    private static async Task SendAsync(ImportSite site, string page, string action, params (string Name, string? Value)[] typed)
    {
        var (status, answer) = await site.SubmitAsync(await site.PageAsync(page), action, typed);
        status.ShouldBe(HttpStatusCode.OK, $"{page}: {ImportSite.Notice(answer)}");
    }

    private static NewCustomer Person(string number, string name) =>
        new(number, name, null, null, null, null, null, null, null, 1, null, Weekdays.None, null, null, FakeTime.On("2024-01-01").GetUtcNow(), []);
}
