using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Tests.Shell;

/// <summary>
/// Requests nobody would send on purpose: routes of the program with other methods, ids, queries, headers, bodies and encodings than they are
/// meant for. The same seed always gives the same requests.
/// </summary>
internal sealed class FuzzedRequests(int seed, IEnumerable<EndpointDataSource> sources, string token)
{
    /// <summary>Ends the session of the one who asks, which would make every further request anonymous.</summary>
    private static readonly string[] LeftOut = ["/sign-out"];

    private static readonly string[] Methods = ["GET", "GET", "GET", "GET", "POST", "POST", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "PROPFIND", "get", "X"];

    private static readonly string[] Ids =
    [
        "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "0", "-1", "00001", "+1", "1.0", "1e3", "9007199254740993", "9223372036854775807", "9223372036854775808", "99999999999999999999",
        "%00", "%2e%2e%2f", "..", "%2F", "%252F", "a", "%E4%B8%AD", "%ED%A0%80", "%FF%FE", "1;2", "1%20OR%201=1", "'", "%22", "%3Cscript%3E", "2026-02-30", "win-back", "NaN", "null", "~", "*",
    ];

    private static readonly string[] Names =
    [
        "q", "store", "owner", "staff", "after", "before", "show", "sort", "kind", "to", "from", "tier", "region", "view", "tab", "page", "limit", "id", "customerId", "segment", "returnUrl", "day", "year",
        "token", "idempotencyKey", "version", "name", "phone", "words", "state", "outcome", "mood", "note", "reason", "rule", "field", "value", "file", "password", "userName", "serial", "product", "quantity", "",
        "__proto__", "a[]", "a[0].b", "\u0000", "名",
    ];

    private static readonly string[] Values =
    [
        "", "1", "2", "7", "-1", "0", "999999999999", "9223372036854775808", "1.5", "1e400", "true", "me", "all", "王", "wang", "138", "13800138000", "a", "%", "_", "'", "\"", "\\", "\u0000", "a\u0000b", "\ud800",
        "<script>alert(1)</script>", "' OR 1=1 --", "\"; DROP TABLE customer; --", "${7*7}", "{{7*7}}", "../../etc/passwd", "//evil.example/", "javascript:alert(1)", "\r\nSet-Cookie: a=b", "2026-02-30", "2026-02-28",
        "0001-01-01", "9999-12-31", "１２３", "\u202e\u200b", "𠮷", "*", "\"", "AND", "NEAR(", "^", "[]", "{}", "null", "1,2,3", "1-2", "1~2", "\uffff",
    ];

    private static readonly string[] Types =
    [
        "application/x-www-form-urlencoded", "application/x-www-form-urlencoded; charset=gb18030", "application/x-www-form-urlencoded; charset=utf-16", "application/x-www-form-urlencoded; charset=nonsense",
        "multipart/form-data; boundary=x", "multipart/form-data", "multipart/form-data; boundary=", "application/json", "application/json; charset=utf-16", "application/json; charset=gb18030", "text/plain", "application/xml",
        "application/merge-patch+json", "nonsense", "text/html", "application/json; charset=\"",
    ];

    private static readonly (string Name, string[] Values)[] Headers =
    [
        ("Accept-Language", ["zh", "en", "*", "zh;q=nonsense", "xx-YY,,;", "zh-Hant-TW;q=9"]),
        ("Accept", ["*/*", "application/json", "text/html", "nonsense", "application/json;q=x"]),
        ("Accept-Encoding", ["br", "gzip", "identity;q=0", "nonsense", "*;q=0"]),
        ("HX-Request", ["true", "x"]),
        ("HX-Boosted", ["true"]),
        ("HX-Current-URL", ["http://evil.example/", "x"]),
        ("Range", ["bytes=0-1", "bytes=99999999-", "bytes=-1", "nonsense"]),
        ("If-Match", ["\"1\"", "*", "W/\"1\"", "nonsense", ""]),
        ("If-None-Match", ["\"1\"", "*", "nonsense"]),
        ("If-Modified-Since", ["nonsense", "Thu, 01 Jan 1970 00:00:00 GMT"]),
        ("Idempotency-Key", ["x", "", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "' OR 1=1 --"]),
        ("Authorization", ["Bearer x", "Bearer", "Basic YTpi", "Basic !", "Negotiate x", "Bearer ' OR 1=1 --"]),
        ("X-Forwarded-For", ["127.0.0.1", "1.2.3.4, 5.6.7.8", "nonsense"]),
        ("X-Forwarded-Host", ["evil.example"]),
        ("X-Forwarded-Proto", ["https", "gopher"]),
        ("X-HTTP-Method-Override", ["DELETE"]),
        ("Origin", ["http://evil.example", "null"]),
        ("Referer", ["http://evil.example/a?b", "nonsense"]),
        ("Expect", ["100-continue"]),
        ("Cookie", ["culture=xx", "language=xx", "notice=%00", "notice=abc", "token=abc", "changlai=abc", "a=b; a=c", "=;;=", ".AspNetCore.Antiforgery=abc"]),
        ("Content-Encoding", ["gzip", "br", "nonsense"]),
        ("Content-Language", ["xx"]),
        ("Upgrade", ["websocket"]),
    ];

    private readonly Random random = new(seed);
    private readonly IReadOnlyList<(string Route, IReadOnlyList<string> Methods)> routes =
    [
        .. sources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Select(route => ("/" + route.RoutePattern.RawText!.Trim('/'), route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]))
            .Where(route => !LeftOut.Contains(route.Item1, StringComparer.Ordinal)),
    ];

    public HttpRequestMessage Next()
    {
        var (route, methods) = routes[random.Next(routes.Count)];
        // Mostly as the route is meant, so that the fuzz gets past the door.
        var method = random.Next(4) > 0 ? methods[random.Next(methods.Count)] : Methods[random.Next(Methods.Length)];
        var path = System.Text.RegularExpressions.Regex.Replace(route, @"\{[^}]+\}", _ => random.Next(2) == 0 ? $"{random.Next(1, 13)}" : Ids[random.Next(Ids.Length)]);
        var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path + Query(), UriKind.Relative));
        for (var count = random.Next(4); count > 0; count--)
        {
            var (name, values) = Headers[random.Next(Headers.Length)];
            request.Headers.TryAddWithoutValidation(name, values[random.Next(values.Length)]);
        }
        if (path.StartsWith("/api", StringComparison.Ordinal) && random.Next(4) > 0) request.Headers.TryAddWithoutValidation("RequestVerificationToken", token);
        if (method is not ("GET" or "HEAD" or "TRACE" or "get") && random.Next(8) > 0) request.Content = Body(path);
        return request;
    }

    private string Query()
    {
        if (random.Next(3) == 0) return "";
        var pairs = Enumerable.Range(0, random.Next(1, 5)).Select(_ => $"{Escaped(Pick(Names))}={Escaped(Pick(Values))}");
        return "?" + string.Join('&', pairs) + (random.Next(10) == 0 ? "&%" : "");
    }

    private HttpContent Body(string path)
    {
        var isApi = path.StartsWith("/api", StringComparison.Ordinal);
        byte[] bytes = random.Next(10) switch
        {
            0 => Noise(),
            1 => Encoding.UTF8.GetBytes(Deep()),
            < 4 => Encoding.UTF8.GetBytes(isApi ? Form() : Json(0)),
            _ when isApi => Encoding.UTF8.GetBytes(Json(0)),
            4 => Encoding.UTF8.GetBytes($"--x\r\nContent-Disposition: form-data; name=\"{Pick(Names)}\"; filename=\"{Pick(Values)}\"\r\n\r\n{Pick(Values)}\r\n--x{(random.Next(2) == 0 ? "--" : "")}"),
            _ => Encoding.UTF8.GetBytes(Form()),
        };
        var content = new ByteArrayContent(bytes);
        var type = random.Next(4) == 0 ? Pick(Types) : isApi ? "application/json" : "application/x-www-form-urlencoded";
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        if (random.Next(20) == 0) content.Headers.TryAddWithoutValidation("Content-Encoding", "gzip");
        return content;
    }

    private string Form()
    {
        var pairs = Enumerable.Range(0, random.Next(0, 8)).Select(_ => $"{Escaped(Pick(Names))}={Escaped(Pick(Values))}").ToList();
        // Three in four carry the token, so that the form is read at all.
        if (random.Next(4) > 0) pairs.Add($"token={Uri.EscapeDataString(token)}");
        return string.Join('&', pairs);
    }

    private string Json(int depth) => random.Next(depth > 3 ? 4 : 7) switch
    {
        0 => "null",
        1 => random.Next(2) == 0 ? "true" : Pick(["0", "-1", "1.5", "1e400", "9223372036854775808", "00", "NaN"]),
        < 4 => System.Text.Json.JsonSerializer.Serialize(Pick(Values).Replace("\ud800", "?", StringComparison.Ordinal)),
        4 => $"[{string.Join(',', Enumerable.Range(0, random.Next(4)).Select(_ => Json(depth + 1)))}]",
        _ => $"{{{string.Join(',', Enumerable.Range(0, random.Next(5)).Select(_ => $"{System.Text.Json.JsonSerializer.Serialize(Pick(Names))}:{Json(depth + 1)}"))}}}",
    };

    private string Deep() => random.Next(2) == 0 ? new string('[', random.Next(1, 5000)) : string.Concat(Enumerable.Repeat("{\"a\":", random.Next(1, 2000)));

    private byte[] Noise()
    {
        var bytes = new byte[random.Next(0, 400)];
        random.NextBytes(bytes);
        return bytes;
    }

    private string Pick(string[] from) => from[random.Next(from.Length)];

    private string Escaped(string text) => random.Next(6) switch
    {
        0 => Uri.EscapeDataString(text.Replace("\ud800", "", StringComparison.Ordinal)).Replace("%20", "+", StringComparison.Ordinal),
        1 => "%" + text.Length.ToString("X2"),
        2 => "%FF%FE" + Uri.EscapeDataString(text.Replace("\ud800", "", StringComparison.Ordinal)),
        _ => Uri.EscapeDataString(text.Replace("\ud800", "", StringComparison.Ordinal)),
    };
}
