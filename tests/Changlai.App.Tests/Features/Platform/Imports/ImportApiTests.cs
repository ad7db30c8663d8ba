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
