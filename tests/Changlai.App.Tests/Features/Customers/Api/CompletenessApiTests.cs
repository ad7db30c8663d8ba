using System.Net;
using Changlai.App.Features.Customers.Rules;
using Changlai.App.Tests.Features.Platform.Api;
using Changlai.App.Tests.Harness;

namespace Changlai.App.Tests.Features.Customers.Api;

/// <summary>What is worth knowing, as another program reads it and says how much each thing weighs.</summary>
public sealed class CompletenessApiTests
{
    private const string Address = "/api/completeness";
    private static readonly string[] All = ["settings:read", "settings:write", "customers:read"];

    [Theory, OnBothDatabases]
    public async Task Weights_are_changed_from_their_version_and_count_on_the_cards(DatabaseKind kind)
    {
        await using var site = await CardSite.OpenAsync(kind, "manager");
        await site.RegisterAsync(("name", "李明华"), ("phone-0", "13800138000"));
        using var program = await ApiProgram.OpenAsync(site, 1, All);
        var read = await program.GetAsync(Address);
        read.Json.GetProperty("items").EnumerateArray().Select(item => (item.GetProperty("code").GetString(), item.GetProperty("weight").GetInt32())).ShouldBe(CardItem.All.Select(item => ((string?)item.Code, item.Weight)));
        (await program.GetAsync(Address, ("If-None-Match", read.ETag!))).Status.ShouldBe(HttpStatusCode.NotModified);

        (await program.CallAsync(HttpMethod.Put, Address, new { weights = Weights(("phone", 30), ("email", 10)) })).Status.ShouldBe(HttpStatusCode.PreconditionRequired);
        var changed = await program.CallAsync(HttpMethod.Put, Address, new { weights = Weights(("phone", 30), ("email", 10)) }, ("If-Match", read.ETag!));
        changed.Status.ShouldBe(HttpStatusCode.OK);
        (await program.GetAsync(Address)).ETag.ShouldBe(changed.ETag);
        (await program.CallAsync(HttpMethod.Put, Address, new { weights = Weights(("phone", 1)) }, ("If-Match", read.ETag!))).Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        var known = (await program.GetAsync("/api/customers/1/completeness")).Json;
        (known.GetProperty("score").GetInt32(), known.GetProperty("ask").GetArrayLength()).ShouldBe((75, 0), "e-mail is asked after some purchases only");
        site.Scalar<string>("SELECT details FROM audit_entry WHERE action = 'completeness.weights'")!.ShouldContain("phone");
    }

    [Theory, OnBothDatabases]
    public async Task What_is_wrong_or_left_out_is_named_and_nothing_is_stored(DatabaseKind kind)
    {
        await using var site = await CardSite.OpenAsync(kind, "manager");
        using var program = await ApiProgram.OpenAsync(site, 1, All);
        var whole = Weights(("phone", 1));
        Task<ApiAnswer> PutAsync(object body) => program.CallAsync(HttpMethod.Put, Address, body, ("If-Match", "*"));
        (await PutAsync(new { })).Fields.ShouldContain("weights.phone");
        (await PutAsync(new { weights = whole.Where(one => one.Key != "email").ToDictionary() })).Fields.ShouldBe(["weights.email"]);
        (await PutAsync(new { weights = whole.Append(KeyValuePair.Create("shoe-size", 1)).ToDictionary() })).Fields.ShouldBe(["weights.shoe-size"]);
        (await PutAsync(new { weights = Weights(("phone", 101), ("email", -1)) })).Fields.ShouldBe(["weights.phone", "weights.email"], ignoreOrder: true);
        (await PutAsync(new { weights = Weights() })).Fields.ShouldBe(["weights"]);
        site.Scalar<long>("SELECT count(*) FROM setting WHERE key = 'card-weights'").ShouldBe(0);

        using var staff = await ApiProgram.OpenAsync(site, 3, All);
        (await staff.GetAsync(Address)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await staff.CallAsync(HttpMethod.Put, Address, new { weights = whole }, ("If-Match", "*"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await program.GetAsync("/api/customers/99/completeness")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnBothDatabases]
    public async Task On_the_page_the_second_sees_both_versions(DatabaseKind kind)
    {
        await using var site = await CardSite.OpenAsync(kind, "manager");
        var form = await site.PageAsync("/settings/completeness");
        using var program = await ApiProgram.OpenAsync(site, 1, All);
        (await program.CallAsync(HttpMethod.Put, Address, new { weights = CardItem.All.ToDictionary(item => item.Code, item => item.Code == "phone" ? 50 : item.Weight) }, ("If-Match", "*"))).Status.ShouldBe(HttpStatusCode.OK);
        var (status, conflict) = await site.SubmitAsync(form, "/settings/completeness", ("email", "9"));
        status.ShouldBe(HttpStatusCode.Conflict);
        conflict.QuerySelectorAll("#conflict tbody tr").Select(row => string.Join("|", row.Children.Select(cell => cell.TextContent.Trim()))).ShouldBe(["Phone|50|18", "E-mail|4|9"]);
        (await site.SubmitAsync(conflict, "/settings/completeness")).Status.ShouldBe(HttpStatusCode.OK);
        (await program.GetAsync(Address)).Json.GetProperty("items").EnumerateArray().Single(item => item.GetProperty("code").GetString() == "email").GetProperty("weight").GetInt32().ShouldBe(9);
    }

    private static Dictionary<string, int> Weights(params (string Code, int Weight)[] some) => CardItem.All.ToDictionary(item => item.Code, item => some.FirstOrDefault(one => one.Code == item.Code).Weight);
}
