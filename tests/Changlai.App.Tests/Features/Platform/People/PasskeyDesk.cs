using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Changlai.App.Tests.Features.Orders.Import.Pages;

namespace Changlai.App.Tests.Features.Platform.People;

/// <summary>Does what the script of the pages does.</summary>
internal static class PasskeyDesk
{
    /// <summary>Signed in: adds the authenticator's passkey.</summary>
    public static async Task<(HttpStatusCode Status, IHtmlDocument Page)> AddAsync(ImportSite site, SoftAuthenticator device, Cheat cheat = Cheat.None)
    {
        var (_, options) = await AskAsync(site, "/account", "/account/passkeys/challenge", ("old", ImportSite.Password));
        var (status, page, _) = await site.SubmitAsync("/account/passkeys", await FieldsAsync(site, "/account", ("credential", device.Make(Parse(options), await AddressAsync(site), cheat))));
        return (status, page);
    }

    /// <summary>In a browser where nobody is signed in yet.</summary>
    public static async Task<HttpStatusCode> SignInAsync(ImportSite site, SoftAuthenticator device, Cheat cheat = Cheat.None)
    {
        await LeaveAsync(site);
        var (_, options) = await AskAsync(site, "/sign-in", "/sign-in/passkey/challenge");
        return await EnterAsync(site, device.Sign(Parse(options), await AddressAsync(site), cheat));
    }

    public static async Task<HttpStatusCode> EnterAsync(ImportSite site, string credential) =>
        (await site.SubmitAsync("/sign-in/passkey", await FieldsAsync(site, "/sign-in", ("credential", credential)))).Status;

    /// <summary>Another browser, nobody signed in.</summary>
    public static async Task LeaveAsync(ImportSite site) => site.Use(await site.BrowserAsync(null, followsRedirects: true)).Dispose();

    public static async Task<(HttpStatusCode Status, string Words)> AskAsync(ImportSite site, string page, string path, params (string, string)[] more)
    {
        using var form = new FormUrlEncodedContent(await FieldsAsync(site, page, more));
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = form };
        using var answer = await site.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    public static async Task<Uri> AddressAsync(ImportSite site)
    {
        using var answer = await site.FetchAsync("/sign-in");
        return answer.RequestMessage!.RequestUri!;
    }

    public static JsonElement Parse(string json) => JsonSerializer.Deserialize<JsonElement>(json);

    public static async Task<List<KeyValuePair<string, string>>> FieldsAsync(ImportSite site, string page, params (string Name, string Value)[] more) =>
        [new("token", (await site.GetAsync(page)).Page.QuerySelector("input[name=token]")!.GetAttribute("value")!), .. more.Select(one => KeyValuePair.Create(one.Name, one.Value))];

    public static async Task<bool> IsOutAsync(ImportSite site) => (await site.GetAsync("/today")).Page.QuerySelector("form[action='/sign-in']") is not null;
}
