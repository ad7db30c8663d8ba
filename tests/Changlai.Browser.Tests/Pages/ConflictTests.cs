using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Tests.Shell;
using Changlai.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Changlai.Browser.Tests.Pages;

/// <summary>Two people with the same form open, whichever it is.</summary>
public sealed class ConflictTests(Chromium chromium, ConflictTests.Business business) : BrowserTest(chromium), IClassFixture<ConflictTests.Business>
{
    private const string OrderRoute = "/customers/{customerId:long}/orders/{orderId:long}/change";

    [Theory]
    [OnPhoneAndDesktop("/products/{id:long}", "name", "明前龙井")]
    [OnPhoneAndDesktop(OrderRoute, "quantity-0", "1")]
    [OnPhoneAndDesktop("/customers/{customerId:long}/assets/{assetId:long}/change", "serialNumber", "SN-2026-")]
    [OnPhoneAndDesktop("/customers/{id:long}/edit", "occupation", "茶艺师")]
    [OnPhoneAndDesktop("/customers/{id:long}/wishes", "topics", "新茶上市")]
    [OnPhoneAndDesktop("/customers/{id:long}/dates/{dateId:long}", "year", "198")]
    [OnPhoneAndDesktop("/settings/fields/{id:long}", "nameEnglish", "Pastime ")]
    [OnPhoneAndDesktop("/settings/completeness", "phone", "1")]
    [OnPhoneAndDesktop("/settings/stores/{id:long}", "city", "苏州")]
    [OnPhoneAndDesktop("/staff/{staffId:long}", "name", "王芳")]
    [OnPhoneAndDesktop("/segments/{id:long}", "name", "金卡客户")]
    public async Task The_second_to_save_reads_both_versions_loses_nothing_typed_and_decides(View view, string route, string field, string words)
    {
        var address = await business.AddressOfAsync(this, route);
        string Version(int number) => words + (view.Screen == Screen.Phone ? number : number + 4);
        var first = await OpenAsync(business.Program.Address, view, address, await business.CookiesAsync(this, SampleExtras.Administrator));
        var second = await OpenAsync(business.Program.Address, view, address, await business.CookiesAsync(this, Business.Colleague));
        var (conflict, typed) = (second.Locator("#conflict"), second.Locator($"[name={field}]"));
        var look = new PageLook(second, view, ScriptErrors);

        (await SaveAsync(first, field, Version(1))).ShouldBeLessThan(400);
        (await SaveAsync(second, field, Version(2))).ShouldBe(409);
        await Assertions.Expect(conflict).ToBeFocusedAsync();
        await Assertions.Expect(conflict).ToContainTextAsync(Version(1));
        await Assertions.Expect(conflict).ToContainTextAsync(Version(2));
        await Assertions.Expect(conflict).ToContainTextAsync(SampleExtras.Administrator);
        await Assertions.Expect(typed).ToHaveValueAsync(Version(2));
        await look.HereAsync($"conflict{address}");
        look.Found.ShouldBeEmpty(string.Join('\n', look.Found));

        await conflict.GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(conflict).ToHaveCountAsync(0);
        await second.GotoAsync(address);
        await Assertions.Expect(typed).ToHaveValueAsync(Version(1));

        await first.GotoAsync(address);
        (await SaveAsync(first, field, Version(3))).ShouldBeLessThan(400);
        (await SaveAsync(second, field, Version(4))).ShouldBe(409);
        await Assertions.Expect(conflict).ToBeFocusedAsync();
        (await SaveAsync(second, field, Version(4))).ShouldBeLessThan(400);
        await Assertions.Expect(second.Locator("main > .notice").First).ToBeVisibleAsync();
        await second.GotoAsync(address);
        await Assertions.Expect(typed).ToHaveValueAsync(Version(4));
    }

    private static async Task<int> SaveAsync(IPage page, string field, string value)
    {
        var input = page.Locator($"[name={field}]");
        await input.FillAsync(value);
        var save = page.Locator("form:has([name=version], [name=was]) .btn-primary[type=submit]").Last;
        var answer = await page.RunAndWaitForResponseAsync(() => save.ClickAsync(), answer => answer.Request.Method == "POST" && answer.Request.IsNavigationRequest);
        await page.WaitForLoadStateAsync();
        return answer.Status;
    }

    /// <summary>A business that these tests change at will, and two who work in it.</summary>
    public sealed class Business(SampleBusiness sample) : IAsyncLifetime
    {
        public const string Colleague = "mei";
        private Task<string>? order;
        private readonly Dictionary<string, string> cookies = new(StringComparer.Ordinal);

        internal ChanglaiProcess Program { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Program = await sample.StartOwnAsync();
            People.Add(Program.Database, Colleague, "admin");
        }

        internal async Task<string> AddressOfAsync(ConflictTests tests, string route)
        {
            // The sample's orders all come from the till, and those are not changed here.
            if (route == OrderRoute) return await (order ??= EnterOrderAsync(tests));
            using var database = new Database(Program.Database);
            using var session = database.OpenSession();
            return EveryPage.Addresses(session, route)[0];
        }

        private async Task<string> EnterOrderAsync(ConflictTests tests)
        {
            var page = await tests.OpenAsync(Program.Address, new View(Screen.Desktop), "/customers/1/orders/new", await CookiesAsync(tests, Colleague));
            await page.Locator("[name=product-0]").FillAsync("T101");
            (await SaveAsync(page, "quantity-0", "1")).ShouldBeLessThan(400);
            await page.WaitForURLAsync(url => !url.EndsWith("/orders", StringComparison.Ordinal));
            return new Uri(page.Url).AbsolutePath + "/change";
        }

        /// <summary>Each signs in once.</summary>
        internal async Task<string> CookiesAsync(ConflictTests tests, string name)
        {
            if (cookies.TryGetValue(name, out var known)) return known;
            var page = await tests.OpenAsync(Program.Address, new View(Screen.Desktop), "/sign-in");
            await People.SignInAsync(page, name);
            return cookies[name] = await page.Context.StorageStateAsync();
        }

        public async ValueTask DisposeAsync() => await Program.DisposeAsync();
    }
}
