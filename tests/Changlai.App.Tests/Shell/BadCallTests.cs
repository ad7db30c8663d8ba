using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Changlai.App.Tests.Features.Platform.Imports;
using Changlai.App.Tests.Harness;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Tests.Shell;

/// <summary>Every call of the API that changes something, with each value of a sound body made unsound in turn.</summary>
public sealed class BadCallTests
{
    private const string Order = """{"orderedOn":"2024-03-05","storeId":1,"lines":[{"product":"T1","quantity":1,"priceMinor":9000,"discountMinor":100}]}""";
    private const string Product = """{"code":"T9","name":"毛尖","category":"茶","priceMinor":1000,"costMinor":500,"currency":"CNY","repurchaseDays":30}""";
    private const string Device = """{"product":"T1","serialNumber":"SN7","kind":"sold","startedOn":"2024-03-01","place":"厨房"}""";
    private const string Customer = """
        {"name":"李明一","salutation":"先生","gender":"male","kind":"direct","tier":"gold","storeId":1,"ownerId":1,"occupation":"教师","weCom":"wx1","phones":[{"number":"13800138001","kind":"mobile"}],"emails":["a@example.com"],
        "numbers":[{"label":"会员卡","number":"88"}],"addresses":[{"province":"浙江","city":"杭州","district":"西湖","street":"一号"}],"tags":["喝茶"],"fields":{"1":["看书"]}}
        """;
    private const string Segment = """{"name":"金卡客户","isShared":true,"rule":{"match":"all","rules":[{"field":"customer.tier","is":"any-of","values":["gold"]}]}}""";
    private const string Date = """{"kind":"other","name":"店庆","calendar":"lunar","month":2,"day":3,"leapMonth":false,"year":2001}""";
    private const string Wishes = """
        {"days":[1,6],"from":"18:30","until":"20:00","liked":["phone"],"refused":["sms"],"notAtWork":true,"doNotContact":false,"reason":"","topics":["新茶"],"consented":true,"consentSource":"phone","wording":"别发短信"}
        """;
    private const string Store = """{"name":"三店","city":"杭州","timeZone":"Asia/Shanghai","currency":"CNY","holidays":"open","openDays":[1,2,3,4,5,6],"hours":{"1":"09:00-18:00"}}""";
    private const string Field = """
        {"type":"choice","nameChinese":"口感","nameEnglish":"Taste","required":false,"searchable":false,"least":"","most":"","initial":"","position":40,"choices":[{"nameChinese":"浓","nameEnglish":"Strong","isRetired":false}]}
        """;
    private const string Placeholder = "\"here\"";

    /// <summary>By method and address: what a sound caller sends.</summary>
    internal static readonly Dictionary<string, string> Sound = new(StringComparer.Ordinal)
    {
        ["POST /api/customers"] = Customer,
        ["PUT /api/customers/1"] = Customer,
        ["POST /api/customers/1/reveal"] = """{"reason":"other","words":"客户在店里等着"}""",
        ["POST /api/customers/1/notes"] = """{"words":"喜欢靠窗"}""",
        ["POST /api/customers/1/orders"] = Order,
        ["POST /api/customers/1/orders/expectation"] = Order,
        ["PUT /api/customers/1/orders/1"] = Order,
        ["POST /api/customers/1/orders/1/returns"] = """{"returnedOn":"2024-03-06","lines":[{"product":"T1","quantity":1}]}""",
        ["POST /api/products"] = Product,
        ["PUT /api/products/2"] = Product,
        ["PUT /api/products/2/sale"] = """{"active":true}""",
        ["PUT /api/assets/threshold"] = """{"storeId":1,"times":2,"days":60}""",
        ["POST /api/customers/1/assets"] = Device,
        ["PUT /api/customers/1/assets/1"] = Device,
        ["POST /api/customers/1/assets/1/repairs"] = """{"doneOn":"2024-05-01","fault":"leak","faultWords":"漏水","work":"换垫圈","staffId":1,"costMinor":1000,"underWarranty":false}""",
        ["POST /api/customers/1/assets/1/settlement"] = """{"words":"换新"}""",
        ["POST /api/customers/1/follow-ups/1/outcome"] = """{"outcome":"reached","mood":"neutral","note":"好","channel":"phone","callBackAt":"2099-01-01T10:00:00+08:00"}""",
        ["POST /api/segments"] = Segment,
        ["POST /api/segments/count"] = """{"rule":{"match":"any","rules":[{"field":"customer.tier","is":"any-of","values":["gold"]}]}}""",
        ["PUT /api/segments/1"] = Segment,
        ["PUT /api/customers/1/photo"] = "{}",
        ["DELETE /api/customers/1/photo"] = "{}",
        ["PUT /api/completeness"] = """{"weights":{"phone":18,"called":6,"source":5,"hours":8,"consent":8,"topics":8,"birthday":12,"wecom":6,"address":10,"own-field":4,"email":4,"family":5,"occupation":6,"income":3}}""",
        ["POST /api/customers/1/dates"] = Date,
        ["PUT /api/customers/1/dates/1"] = Date,
        ["PUT /api/customers/1/wishes"] = Wishes,
        ["POST /api/customers/1/needs"] = """{"words":"想要小包装","product":"T1"}""",
        ["PUT /api/customers/1/needs/1"] = """{"state":"answered","answer":"三月到货"}""",
        ["POST /api/customers/1/relations"] = """{"otherId":2,"kind":"colleague"}""",
        ["POST /api/stores"] = Store,
        ["PUT /api/stores/1"] = Store,
        ["POST /api/stores/1/days"] = """{"kind":"closed","from":"2098-02-01","to":"2098-02-03","reason":"装修"}""",
        ["POST /api/holidays"] = """{"days":[{"day":"2098-01-01","kind":"holiday","name":"元旦"}],"source":"公告"}""",
        ["POST /api/staff"] = """{"name":"新来的","signIn":"newone","role":"staff","storeId":1,"reach":"own","furtherStores":[2],"capacity":20}""",
        ["PUT /api/staff/3"] = """{"name":"陈红","role":"staff","storeId":1,"reach":"stores","furtherStores":[2]}""",
        ["POST /api/staff/3/days"] = """{"from":"2098-03-01","to":"2098-03-02","kind":"holiday","capacity":0,"note":"探亲"}""",
        ["PUT /api/staff/3/days/usual"] = """{"weekdays":[1,2,3,4,5],"capacity":25}""",
        ["POST /api/staff/3/leaving"] = "{}",
        ["POST /api/staff/3/return"] = "{}",
        ["POST /api/fields"] = Field,
        ["PUT /api/fields/1"] = Field,
        ["POST /api/imports"] = "{}",
        ["POST /api/imports/1/confirmation"] = """{"check":0}""",
        ["POST /api/imports/1/settings"] = """{"check":0,"store":"一店","newStore":"三店","timeZone":"Asia/Shanghai","currency":"CNY","source":"till","columns":{"order-number":"OrderNo"},"dateOrder":"YearMonthDay"}""",
        ["POST /api/imports/3/withdrawal"] = """{"check":0}""",
        ["POST /api/imports/2/undo"] = """{"check":0}""",
        ["POST /api/duplicates/5/6/merge"] = """{"keep":5,"lowVersion":1,"highVersion":1,"sides":{"name":"low"}}""",
        ["POST /api/duplicates/5/6/not-same"] = "{}",
        ["POST /api/duplicates/merges/1/undo"] = "{}",
        ["POST /api/handovers/preview"] = """{"fromId":3,"storeId":1,"tier":"gold","region":"","to":[1]}""",
        ["POST /api/handovers"] = """{"fromId":3,"to":[1],"customers":3,"byHand":{"1":1}}""",
        ["POST /api/handovers/1/undo"] = "{}",
        ["PUT /api/plans/win-back/enabled"] = """{"enabled":false}""",
        ["PUT /api/plans/win-back/audience"] = """{"segmentId":1}""",
        ["POST /api/fields/3/restoration"] = "{}",
        ["DELETE /api/fields/2"] = "{}",
        ["DELETE /api/staff/3/days/1"] = "{}",
        ["DELETE /api/holidays?day=2098-01-01"] = "{}",
        ["DELETE /api/stores/1/days?from=2098-01-01"] = "{}",
        ["DELETE /api/customers/1/relations/2/family"] = "{}",
        ["DELETE /api/customers/1/dates/1"] = "{}",
        ["DELETE /api/segments/1"] = "{}",
    };

    private static readonly string[] Bodies = ["", "{", "[]", "null", "42", "\"x\"", "{}", "{\"x\":", "\u0000"];

    private static readonly string[] Values =
    [
        "null", "\"\"", "\"a\\u0000b\"", "\"\\ud800\"", "-1", "2.5e300", "[]", "{}", "true", "\"0000-00-00\"", "\"2026-02-30\"", "9223372036854775808", "\"<script>alert(1)</script>\"", "\"' OR 1=1 --\"",
        "0.0001", $"\"{new string('长', 10_000)}\"",
    ];

    [Theory, OnBothDatabases]
    public async Task No_call_breaks_and_what_is_refused_is_named_and_changes_nothing(DatabaseKind kind)
    {
        await using var site = await BusyShop.OpenAsync(kind);
        var sources = new[] { site.Service<EndpointDataSource>() };
        var routes = ((string[])["POST", "PUT", "PATCH", "DELETE"]).SelectMany(method => EveryPage.Of(sources, method).Where(route => route.StartsWith("/api/", StringComparison.Ordinal)).Select(route => (method, route)));
        routes.Where(call => !Sound.Keys.Any(sound => sound.Split(' ') is [var method, var path] && method == call.method && new FoundForm("", path.Split('?')[0], IsUpload: false, []).GoesTo(call.route)))
            .ShouldBeEmpty("nobody told what a sound call of these holds");

        using var shelf = new Shelf(site.Database);
        var wrong = new List<string>();
        foreach (var (call, sound) in Sound)
            foreach (var body in Bodies.Concat(Spoilt(sound)))
            {
                shelf.Look();
                using var content = new StringContent(body, Encoding.UTF8, "application/json");
                var (status, answer) = await site.CallAsync(new HttpMethod(call.Split(' ')[0]), call.Split(' ')[1], content);
                var changed = (int)status >= 400 && shelf.HasChanged();
                if (Complaint(status, answer, changed) is { } complaint) wrong.Add($"{call} with {(body.Length > 300 ? body[..300] : body)}: {complaint}");
            }
        wrong.ShouldBeEmpty(string.Join('\n', wrong));
        DatabaseContent.Of(site.Database).ShouldAllBe(row => !row.Contains(new string('长', 5_000)), "nothing of any length is stored");
    }

    private static string? Complaint(HttpStatusCode status, JsonElement answer, bool changed) => (int)status switch
    {
        >= 500 => $"{status}",
        >= 400 when changed => $"{status}, but the database changed",
        422 when !answer.TryGetProperty("errors", out var errors) || !errors.EnumerateObject().Any() => $"{status} names no field",
        >= 400 when !answer.TryGetProperty("title", out _) => $"{status} without a problem in words",
        _ => null,
    };

    /// <summary>The body with one of its values after another replaced by each that is unsound.</summary>
    private static IEnumerable<string> Spoilt(string sound) =>
        from path in Paths(JsonNode.Parse(sound)!)
        let body = With(sound, path)
        from value in Values
        select body.Replace(Placeholder, value, StringComparison.Ordinal);

    private static List<string> Paths(JsonNode node) => node switch
    {
        JsonObject properties => [.. properties.SelectMany(property => Paths(property.Value!).Append(property.Value!.GetPath())).Distinct(StringComparer.Ordinal)],
        JsonArray items => [.. items.SelectMany(item => Paths(item!).Append(item!.GetPath()))],
        _ => [],
    };

    private static string With(string sound, string path)
    {
        var root = JsonNode.Parse(sound)!;
        Find(root, path)!.ReplaceWith("here");
        return root.ToJsonString();
    }

    private static JsonNode? Find(JsonNode? node, string path) => node?.GetPath() == path ? node : node switch
    {
        JsonObject properties => properties.Select(property => Find(property.Value, path)).FirstOrDefault(found => found is not null),
        JsonArray items => items.Select(item => Find(item, path)).FirstOrDefault(found => found is not null),
        _ => null,
    };
}
