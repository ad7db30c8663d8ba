using System.Net;
using System.Text;
using Changlai.App.Features.Platform.Api;
using Changlai.App.Tests.Features.Customers;
using Changlai.App.Tests.Features.Platform.Api;
using Changlai.App.Tests.Harness;
using Microsoft.Extensions.Options;

namespace Changlai.App.Tests.Features.Platform.Imports;

/// <summary>Importing as another program does it.</summary>
public sealed class ImportApiTests
{
    private const string Orders = "OrderNo,CustomerID,ProductCode,Quantity,UnitPrice,OrderDate\nA1,c1,T1,1,9,2024-03-01\nA2,c2,T1,x,9,2024-03-01\n";
    private static readonly string[] Both = ["imports:read", "imports:write"];

    [Theory, OnBothDatabases]
    public async Task A_file_is_sent_once_looked_at_taken_in_and_undone(DatabaseKind kind)
    {
        await using var site = await CardSite.OpenAsync(kind, "head-office");
        // It asks again and again, without a pause.
        site.Service<IOptions<ApiRates>>().Value.KeyAMinute = 1_000_000;
        using var program = await ApiProgram.OpenAsync(site, 1, Both);
        using var file = File(Orders);
        var sent = await program.CallAsync(HttpMethod.Post, "/api/imports", file, ("Idempotency-Key", "k"));
        sent.Status.ShouldBe(HttpStatusCode.Created);
        var address = sent.Headers.Location!.ToString();
        using var twice = File(Orders);
        var again = await program.CallAsync(HttpMethod.Post, "/api/imports", twice, ("Idempotency-Key", "k"));
        (again.Status, again.Json.GetProperty("id").GetInt64()).ShouldBe((HttpStatusCode.OK, sent.Json.GetProperty("id").GetInt64()));

        var read = await WaitAsync(program, address, "ready");
        (read.Json.GetProperty("rows").GetInt64(), read.Json.GetProperty("rejectedLines").GetInt64()).ShouldBe((2, 1));
        var rejects = (await program.GetAsync($"{address}/rejects")).Json;
        rejects.GetProperty("items")[0].GetProperty("line").GetInt32().ShouldBe(3);
        rejects.GetProperty("items")[0].GetProperty("whatWouldBeRight").GetString().ShouldNotBeNullOrEmpty();

        (await program.CallAsync(HttpMethod.Post, $"{address}/confirmation", new { })).Fields.ShouldBe(["check"]);
        (await program.CallAsync(HttpMethod.Post, $"{address}/confirmation", new { check = 9 })).Status.ShouldBe(HttpStatusCode.Conflict, "it was read otherwise");
        (await program.CallAsync(HttpMethod.Post, $"{address}/confirmation", new { check = read.Json.GetProperty("check").GetInt32() })).Status.ShouldBe(HttpStatusCode.OK);
        var done = await WaitAsync(program, address, "done");
        (await site.CountAsync("customer_order")).ShouldBe(1);
        (await program.CallAsync(HttpMethod.Post, $"{address}/undo", new { check = done.Json.GetProperty("check").GetInt32() })).Status.ShouldBe(HttpStatusCode.OK);
        await WaitAsync(program, address, "undone");
        (await site.CountAsync("customer_order")).ShouldBe(0);
        (await program.GetAsync("/api/imports")).Json.GetProperty("items")[0].GetProperty("state").GetString().ShouldBe("undone");
    }

    [Theory, OnBothDatabases]
    public async Task Columns_are_stated_remembered_for_the_next_file_and_the_rejects_come_whole(DatabaseKind kind)
    {
        await using var site = await CardSite.OpenAsync(kind, "head-office");
        site.Service<IOptions<ApiRates>>().Value.KeyAMinute = 1_000_000;
        using var program = await ApiProgram.OpenAsync(site, 1, Both);
        const string odd = "Beleg,Kunde,Ware,Menge,Preis,Tag\nA1,c1,T1,1,9,2024-03-01\nA2,c2,T1,x,9,2024-03-01\n";
        using var file = File(odd);
        var address = (await program.CallAsync(HttpMethod.Post, "/api/imports", file)).Headers.Location!.ToString();
        var read = await WaitAsync(program, address, "unusable");
        var check = read.Json.GetProperty("check").GetInt32();
        var columns = (await program.GetAsync($"{address}/columns")).Json;
        columns.GetProperty("headings").EnumerateArray().Select(heading => heading.GetString()).ShouldBe(["Beleg", "Kunde", "Ware", "Menge", "Preis", "Tag"]);
        var fields = columns.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("field").GetString()!).ToList();
        fields.ShouldBeSubsetOf(fields.Distinct());

        (await program.CallAsync(HttpMethod.Post, $"{address}/settings", new { })).Fields.ShouldBe(["check"]);
        (await program.CallAsync(HttpMethod.Post, $"{address}/settings", new { check, columns = new Dictionary<string, string> { ["shoe-size"] = "Ware", [fields[0]] = "Nummer" }, dateOrder = "ByMoon" })).Fields
            .ShouldBe(["columns.shoe-size", $"columns.{fields[0]}", "dateOrder"], ignoreOrder: true);
        (await program.CallAsync(HttpMethod.Post, $"{address}/settings", new { check, source = new string('x', 101) })).Fields.ShouldBe(["source"]);
        (await program.CallAsync(HttpMethod.Post, $"{address}/settings", new { check = check + 1 })).Status.ShouldBe(HttpStatusCode.Conflict);

        var map = Stated;
        map.Keys.ShouldBeSubsetOf(fields);
        (await program.CallAsync(HttpMethod.Post, $"{address}/settings", new { check, columns = map, dateOrder = "yearmonthday" })).Status.ShouldBe(HttpStatusCode.OK);
        var ready = await WaitAsync(program, address, "ready");
        (ready.Json.GetProperty("rows").GetInt64(), ready.Json.GetProperty("rejectedLines").GetInt64(), ready.Json.GetProperty("check").GetInt32()).ShouldBe((2, 1, check + 1));
        (await program.GetAsync($"{address}/columns")).Json.GetProperty("items").EnumerateArray().Count(item => item.GetProperty("isStated").GetBoolean()).ShouldBe(map.Count);

        var rejects = await program.DownloadAsync($"{address}/rejects.csv");
        (rejects.Status, rejects.Media).ShouldBe((HttpStatusCode.OK, "text/csv"));
        rejects.Disposition!.ShouldContain("rejects.csv");
        var lines = Encoding.UTF8.GetString(rejects.Bytes).TrimStart('\uFEFF').Split('\n', StringSplitOptions.RemoveEmptyEntries);
        (lines.Length, lines[0].Trim(), lines[1].StartsWith("A2,c2,T1,x,9,2024-03-01,3,", StringComparison.Ordinal)).ShouldBe((2, "Beleg,Kunde,Ware,Menge,Preis,Tag,line,reason", true));
        site.Scalar<long>("SELECT count(*) FROM audit_entry WHERE action = 'import.rejects'").ShouldBe(1);

        (await program.CallAsync(HttpMethod.Post, $"{address}/confirmation", new { check = check + 1 })).Status.ShouldBe(HttpStatusCode.OK);
        await WaitAsync(program, address, "done");
        (await program.CallAsync(HttpMethod.Post, $"{address}/settings", new { check = check + 1 })).Status.ShouldBe(HttpStatusCode.Conflict, "it is taken in");
        using var next = File(odd.Replace("A1", "A3", StringComparison.Ordinal));
        var again = (await program.CallAsync(HttpMethod.Post, "/api/imports", next)).Headers.Location!.ToString();
        (await WaitAsync(program, again, "ready")).Json.GetProperty("columnsRemembered").GetBoolean().ShouldBeTrue();
        (await program.GetAsync("/api/imports/99/rejects.csv")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnBothDatabases]
    public async Task What_is_wrong_is_named_and_who_does_not_lead_imports_nothing(DatabaseKind kind)
    {
        await using var site = await CardSite.OpenAsync(kind, "manager");
        using var program = await ApiProgram.OpenAsync(site, 1, Both);
        using var staff = await ApiProgram.OpenAsync(site, 3, Both);
        (await program.CallAsync(HttpMethod.Post, "/api/imports", new { })).Status.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        using var unknown = File(Orders, ("kind", "dreams"));
        (await program.CallAsync(HttpMethod.Post, "/api/imports", unknown)).Fields.ShouldBe(["kind"]);
        using var empty = File("");
        (await program.CallAsync(HttpMethod.Post, "/api/imports", empty)).Fields.ShouldBe(["file"]);
        using var elsewhere = File(Orders, ("store", "二店"));
        (await program.CallAsync(HttpMethod.Post, "/api/imports", elsewhere)).Fields.ShouldBe(["store"]);
        using var mine = File(Orders);
        (await staff.CallAsync(HttpMethod.Post, "/api/imports", mine)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await program.GetAsync("/api/imports/99")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.CountAsync("import_run")).ShouldBe(0);
    }

    private static Dictionary<string, string> Stated => new(StringComparer.Ordinal)
    {
        ["order-number"] = "Beleg",
        ["customer-number"] = "Kunde",
        ["product-code"] = "Ware",
        ["quantity"] = "Menge",
        ["unit-price"] = "Preis",
        ["ordered-at"] = "Tag",
    };

    private static MultipartFormDataContent File(string text, params (string Name, string Value)[] fields)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields.Append(("kind", "orders")).Append(("store", "一店")).DistinctBy(field => field.Item1)) form.Add(new StringContent(value), name);
        form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "file", "orders.csv");
        return form;
    }

    /// <summary>Asks until the machine has come so far; each question waits for it a moment.</summary>
    private static async Task<ApiAnswer> WaitAsync(ApiProgram program, string address, string state)
    {
        ApiAnswer read;
        do read = await program.GetAsync(address);
        while (read.Text("state") is "checking" or "queued" or "running" or "undoing");
        read.Text("state").ShouldBe(state);
        return read;
    }
}
