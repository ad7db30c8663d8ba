using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Tests.Shell;
using Changlai.Browser.Tests.Harness;

namespace Changlai.Browser.Tests.Pages;

/// <summary>
/// Every page of the program, found by its routes, opened on the sample business: each on a phone in Chinese by daylight, on
/// a desktop in English at night, and in one more view that another page does not get.
/// </summary>
public sealed class EveryPageTests(Chromium chromium, SampleBusiness business) : BrowserTest(chromium)
{
    private static readonly View[] Opposite = [new View(Screen.Phone), new View(Screen.Desktop, "en", Dark: true)];

    private static readonly View[] Others =
    [
        .. from screen in (Screen[])[Screen.Tablet, Screen.Desktop, Screen.Phone]
           from language in (string[])["en", "zh-CN"]
           from dark in (bool[])[false, true]
           let view = new View(screen, language, dark)
           where !Opposite.Contains(view)
           select view,
    ];

    private string? cookies;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Every_page_is_sound_in_opposite_views(int which)
    {
        var look = await OpenAsync(Opposite[which]);
        foreach (var address in await AddressesAsync()) await look.AtAsync(address);
        look.Found.ShouldBeEmpty(string.Join('\n', look.Found));
    }

    [Fact]
    public async Task Every_page_is_sound_in_one_more_view()
    {
        var addresses = (await AddressesAsync()).Index().ToLookup(address => address.Index % Others.Length, address => address.Item);
        var found = new List<string>();
        foreach (var (number, view) in Others.Index())
        {
            var look = await OpenAsync(view);
            foreach (var address in addresses[number]) await look.AtAsync(address);
            found.AddRange(look.Found);
        }
        found.ShouldBeEmpty(string.Join('\n', found));
    }

    [Fact]
    public async Task The_way_in_is_sound()
    {
        foreach (var view in Opposite)
        {
            var look = new PageLook(await OpenAsync(await business.AddressAsync(), view), view, ScriptErrors);
            await look.AtAsync("/sign-in");
            look.Found.ShouldBeEmpty(string.Join('\n', look.Found));
        }
    }

    private async Task<PageLook> OpenAsync(View view) => new(await OpenAsync(await business.AddressAsync(), view, "/ui-kit", await CookiesAsync()), view, ScriptErrors);

    /// <summary>Signed in once, whatever the number of views.</summary>
    private async Task<string> CookiesAsync()
    {
        if (cookies is not null) return cookies;
        var page = await OpenAsync(await business.AddressAsync(), Opposite[0], "/sign-in");
        await People.SignInAsync(page, SampleExtras.Administrator);
        return cookies = await page.Context.StorageStateAsync();
    }

    private async Task<IReadOnlyList<string>> AddressesAsync()
    {
        using var database = new Database(await business.DatabaseAsync());
        using var session = database.OpenSession();
        return [.. (await PageRoutes.AllAsync(database)).Where(route => route != "/sign-in").SelectMany(route => EveryPage.Addresses(session, route))];
    }
}
