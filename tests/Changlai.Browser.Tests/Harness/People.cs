using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.People;
using Microsoft.Playwright;

namespace Changlai.Browser.Tests.Harness;

/// <summary>People who can sign in, for tests that start from an empty database.</summary>
internal static class People
{
    public const string Password = "long enough for a test";

    public static void Add(string database, string signInName, string role, string? store = null)
    {
        using var opened = new Database(database);
        using var session = opened.OpenSession();
        session.Begin();
        long? storeId = null;
        if (store is not null)
        {
            storeId = session.ReserveIds("store", 1);
            session.Execute("INSERT INTO store (id, name, time_zone, currency, closed_weekdays) VALUES (@id, @name, 'Asia/Shanghai', 'CNY', 0)", ("id", storeId), ("name", store));
        }
        session.Execute("""
            INSERT INTO staff (id, name, sign_in_name, password_hash, security_stamp, role, store_id, working_weekdays, daily_capacity, language, active)
            VALUES (@id, @name, @name, @hash, 'stamp', @role, @store, 127, 30, 'zh', 1)
            """, ("id", session.ReserveIds("staff", 1)), ("name", signInName), ("hash", Passwords.Hash(Password)), ("role", role), ("store", storeId));
        session.Commit();
    }

    public static async Task SignInAsync(IPage page, string signInName)
    {
        await page.GotoAsync("/sign-in");
        await page.Locator("[name=userName]").FillAsync(signInName);
        await page.Locator("[name=password]").FillAsync(Password);
        await page.Locator("form[action='/sign-in'] button[type=submit]").ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
    }
}
