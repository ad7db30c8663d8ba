using System.Net;
using Changlai.App.Tests.Features.Orders.Import.Pages;
using Changlai.App.Tests.Features.Platform.Api;
using Changlai.App.Tests.Harness;

namespace Changlai.App.Tests.Features.Customers.Fields;

/// <summary>The organisation's own fields as another program defines them.</summary>
public sealed class FieldApiTests
{
    private static readonly string[] Both = ["settings:read", "settings:write"];

    [Theory, OnBothDatabases]
    public async Task A_field_is_made_changed_retired_and_asked_for_again(DatabaseKind kind)
    {
        await using var site = await CardSite.OpenAsync(kind, "manager");
        using var program = await ApiProgram.OpenAsync(site, 1, Both);
        var body = new { type = "choice", nameChinese = "口味", nameEnglish = "Taste", choices = new[] { new { nameChinese = "浓", nameEnglish = "Strong" } } };
        var made = await program.CallAsync(HttpMethod.Post, "/api/fields", body, ("Idempotency-Key", "k"));
        made.Status.ShouldBe(HttpStatusCode.Created);
        (await program.CallAsync(HttpMethod.Post, "/api/fields", body, ("Idempotency-Key", "k"))).Status.ShouldBe(HttpStatusCode.OK);
        var address = made.Headers.Location!.ToString();
        (await program.CallAsync(HttpMethod.Put, address, body)).Status.ShouldBe(HttpStatusCode.PreconditionRequired);
        var more = new { type = "choice", nameChinese = "口味", nameEnglish = "Taste", choices = new object[] { new { id = 1, nameChinese = "浓郁", nameEnglish = "Strong" }, new { nameChinese = "淡", nameEnglish = "Mild" } } };
        var changed = await program.CallAsync(HttpMethod.Put, address, more, ("If-Match", made.ETag!));
        changed.Json.GetProperty("choices").EnumerateArray().Select(choice => choice.GetProperty("nameChinese").GetString()).ShouldBe(["浓郁", "淡"]);
        (await program.CallAsync(HttpMethod.Put, address, more, ("If-Match", made.ETag!))).Status.ShouldBe(HttpStatusCode.PreconditionFailed);

        var id = await site.RegisterAsync(("name", "王小明"), ($"field-{made.Json.GetProperty("id").GetInt64()}", "1"));
        id.ShouldBe(1);
        (await program.CallAsync(HttpMethod.Delete, address, null, ("If-Match", made.ETag!))).Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await program.CallAsync(HttpMethod.Delete, address, null, ("If-Match", changed.ETag!))).Status.ShouldBe(HttpStatusCode.NoContent);
        (await program.GetAsync(address)).Json.GetProperty("isRetired").GetBoolean().ShouldBeTrue("a customer has a value of it");
        (await program.CallAsync(HttpMethod.Post, $"{address}/restoration")).Json.GetProperty("isRetired").GetBoolean().ShouldBeFalse();
    }

    [Theory, OnBothDatabases]
    public async Task What_is_wrong_with_a_field_is_named_and_who_does_not_lead_makes_none(DatabaseKind kind)
    {
        await using var site = await CardSite.OpenAsync(kind, "manager");
        using var program = await ApiProgram.OpenAsync(site, 1, Both);
        using var staff = await ApiProgram.OpenAsync(site, 3, Both);
        foreach (var (wrong, field) in new (object, string)[] { (new { type = "colour", nameChinese = "a", nameEnglish = "a" }, "type"), (new { type = "text", nameEnglish = "a" }, "nameChinese"), (new { type = "choice", nameChinese = "a", nameEnglish = "a" }, "choices"),
            (new { type = "choice", nameChinese = "a", nameEnglish = "a", choices = new[] { new { id = 7, nameChinese = "a", nameEnglish = "a" } } }, "choices[0]"), (new { type = "number", nameChinese = "a", nameEnglish = "a", least = "x" }, "least"),
            (new { type = "number", nameChinese = "a", nameEnglish = "a", least = "2", most = "1" }, "most"), (new { type = "text", nameChinese = "a", nameEnglish = "a", position = -1 }, "position") })
            (await program.CallAsync(HttpMethod.Post, "/api/fields", wrong)).Fields.ShouldBe([field]);
        (await site.CountAsync("customer_field")).ShouldBe(0);
        (await staff.CallAsync(HttpMethod.Post, "/api/fields", new { type = "text", nameChinese = "a", nameEnglish = "a" })).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await staff.GetAsync("/api/fields")).Status.ShouldBe(HttpStatusCode.OK, "they fill them in");
        (await program.GetAsync("/api/fields/99")).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
