using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Changlai.App.Tests.Features.Orders.Import.Pages;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Tests.Shell;

/// <summary>One person trying every route. What they may not see must answer exactly as what is not there.</summary>
internal sealed partial class RoleWalk : IDisposable
{
    private readonly WalkedPerson person;
    private readonly HttpClient browser;
    private readonly IReadOnlyList<(string Route, FoundForm Form)> forms;
    private readonly string token;

    private RoleWalk(WalkedPerson person, HttpClient browser, IReadOnlyList<(string, FoundForm)> forms, string token) =>
        (this.person, this.browser, this.forms, this.token) = (person, browser, forms, token);

    public static async Task<RoleWalk> BeginAsync(ImportSite site, WalkedPerson person, IReadOnlyList<(string, FoundForm)> forms)
    {
        var own = await site.BrowserAsync(person.Name);
        var page = await own.GetStringAsync(person.Name is null ? "/sign-in" : "/products");
        return new RoleWalk(person, own, forms, Token().Match(page).Groups["value"].Value);
    }

    public static IReadOnlyList<WalkedRoute> Routes(ImportSite site) => WalkedRoute.All([site.Service<EndpointDataSource>()]);

    public void Dispose() => browser.Dispose();

    /// <summary>What is wrong with the answers to somebody who may not; null when nothing is, or when they may.</summary>
    public async Task<string?> LeakAsync(WalkedRoute route)
    {
        var expected = Expected(route);
        if (expected.Length == 0) return null;
        var there = await AskAsync(route, route.There);
        if (!expected.Contains(there.Status)) return $"{person}: {route} answers {(int)there.Status} for {route.There}, which is none of theirs";
        if (route.Nowhere is not { } nowhere) return null;
        var missing = await AskAsync(route, nowhere);
        return there == missing ? null : $"{person}: {route} tells that {route.There} exists\n--- there\n{there}\n--- nowhere\n{missing}";
    }

    /// <summary>What is wrong with the answer to somebody who may look; null when nothing is.</summary>
    public async Task<string?> RefusalAsync(WalkedRoute route)
    {
        if (route.Method != "GET" || Expected(route).Length > 0 || route.Route == "/assets/{file}") return null;
        var answer = await AskAsync(route, route.There);
        return answer.Status is HttpStatusCode.OK or HttpStatusCode.Found or HttpStatusCode.UnprocessableEntity ? null : $"{person}: {route} answers {(int)answer.Status} for {route.There}, though they may see it";
    }

    /// <summary>What is wrong with the answer to a change that somebody may make, sent with nothing in it; null when nothing is.</summary>
    public async Task<string?> ForbiddenAsync(WalkedRoute route)
    {
        if (route.Method == "GET" || Expected(route).Length > 0) return null;
        var answer = await AskAsync(route, route.There, isEmpty: true);
        return answer.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden || (int)answer.Status >= 500 ? $"{person}: {route} answers {(int)answer.Status}, though they may" : null;
    }

    /// <summary>Empty where nothing keeps them out.</summary>
    private HttpStatusCode[] Expected(WalkedRoute route) =>
        route.IsForEverybody ? []
        : person.Name is null ? [route.IsApi ? HttpStatusCode.Unauthorized : HttpStatusCode.Found]
        : !route.Admits(person) ? [HttpStatusCode.Forbidden]
        : route.Shows(person) ? []
        : [HttpStatusCode.NotFound, HttpStatusCode.Forbidden];

    private async Task<Answer> AskAsync(WalkedRoute route, string address, bool isEmpty = false)
    {
        using var request = new HttpRequestMessage(new HttpMethod(route.Method), address) { Content = route.Method == "GET" ? null : Content(route, isEmpty) };
        if (route.IsApi) request.Headers.Add("RequestVerificationToken", token);
        using var answer = await browser.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return new Answer(answer.StatusCode, Headers(answer, address), Cleared(text, address));
    }

    private HttpContent Content(WalkedRoute route, bool isEmpty)
    {
        if (route.IsApi)
        {
            var sound = BadCallTests.Sound.FirstOrDefault(call => call.Key.Split(' ') is [var method, var path] && method == route.Method && new FoundForm("", path.Split('?')[0], IsUpload: false, []).GoesTo(route.Route)).Value;
            return new StringContent(isEmpty ? "{}" : sound ?? "{}", Encoding.UTF8, "application/json");
        }
        var found = forms.FirstOrDefault(form => form.Route == route.Route).Form;
        var fields = isEmpty || found is null ? [] : found.Fields.Where(field => field.Key != "token").ToList();
        fields.Add(KeyValuePair.Create("token", token));
        if (found?.IsUpload != true) return new FormUrlEncodedContent(fields);
        var upload = new MultipartFormDataContent();
        foreach (var (name, value) in fields) upload.Add(new StringContent(value), name);
        return upload;
    }

    /// <summary>All headers but those that are other ones each time.</summary>
    private static string Headers(HttpResponseMessage answer, string address) => string.Join('\n', answer.Headers.Concat(answer.Content.Headers)
        .Where(header => header.Key is not ("Date" or "Content-Length" or "Transfer-Encoding"))
        .Select(header => $"{header.Key}: {string.Join(", ", header.Value.Select(value => header.Key == "Set-Cookie" ? value.Split('=')[0] : Cleared(value, address)))}").Order(StringComparer.Ordinal));

    /// <summary>Without what is made anew for each answer, and without the address that was asked for.</summary>
    private static string Cleared(string text, string address)
    {
        foreach (var form in (string[])[address, Uri.EscapeDataString(address), WebUtility.HtmlEncode(address)]) text = text.Replace(form, "HERE", StringComparison.Ordinal);
        return Fresh().Replace(text, "${before}FRESH");
    }

    [GeneratedRegex("""name="token"[^>]*value="(?<value>[^"]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();

    [GeneratedRegex("""(?<before>name="(?:token|idempotencyKey)"[^>]*value="|"traceId":"|nonce="|nonce-)[^"'; ]+""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Fresh();

    private sealed record Answer(HttpStatusCode Status, string Headers, string Body);
}
