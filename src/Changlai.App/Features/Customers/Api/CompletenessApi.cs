using Changlai.App.Features.Customers.Completing;
using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Rules;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Api;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Features.Platform.Contracts.Tables;
using Changlai.App.Ui;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.Customers.Api;

/// <summary>What is worth knowing of a customer for other programs: how much each thing weighs, how much is known of one, what to ask next.</summary>
internal static class CompletenessApi
{
    private static readonly Text NoItem = new("没有“{0}”这一项，可用的是：{1}。", "There is no item {0}; there are: {1}.");

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/completeness", Show).For(Access.ManageStore).NeedsScope(ApiScope.SettingsRead)
            .Says("完整度各项的分量", "What each thing on a card weighs", typeof(WeightListing), hasVersion: true);
        routes.MapPut("/api/completeness", ChangeAsync).For(Access.ManageStore).NeedsScope(ApiScope.SettingsWrite).Audits(CustomerAudit.WeightsChanged)
            .Says("修改各项的分量", "Change what each thing weighs", typeof(WeightListing), typeof(WeightsBody), hasVersion: true);
        routes.MapGet("/api/customers/{id:long}/completeness", ShowOne).For(Access.ReadCustomers).NeedsScope(ApiScope.CustomersRead)
            .Says("一位客户的完整度和接下来可以问的", "How much is known of a customer, and what is worth asking next", typeof(CompletenessAnswer));
    }

    private static IResult Show(HttpContext http, Database database, UiContext ui)
    {
        using var session = database.OpenSession();
        var weights = CardWeights.Read(session);
        return ETags.Answer(http, weights.Version, WeightListing.Of(weights, ui));
    }

    private static async Task<IResult> ChangeAsync(HttpContext http, Database database, UiContext ui)
    {
        var (body, refusal) = await JsonRequests.ReadAsync<WeightsBody>(http);
        if (body is null) return refusal!;
        using var session = database.OpenSession();
        var stored = CardWeights.Open(session);
        if (ETags.Refusal(http, ui, stored.Version) is { } stale) return stale;
        var (weights, errors) = Check(body);
        if (weights is null) return JsonRequests.Invalid(ui, errors);
        if (!weights.IsSame(stored)) weights.Replace(session, stored);
        return ETags.Answer(http, weights.Version, WeightListing.Of(weights, ui));
    }

    private static IResult ShowOne(HttpContext http, Database database, UiContext ui, long id)
    {
        using var session = database.OpenSession();
        if (CustomerAccess.Find(session, Viewer.Of(http.User), id) is null) return JsonRequests.NotFound(ui);
        var card = CardCompleteness.Read(session, id);
        return Results.Ok(new CompletenessAnswer(card.Score, [.. card.Ask.Select(ask => new CompletenessAnswer.Question(ui[ask.What], ui[ask.Question]))]));
    }

    /// <summary>All of them are to be given: a thing left out by mistake would weigh something nobody meant.</summary>
    private static (CardWeights? Weights, Dictionary<string, Text> Errors) Check(WeightsBody body)
    {
        var errors = new Dictionary<string, Text>(StringComparer.Ordinal);
        var given = body.Weights ?? new Dictionary<string, int?>(StringComparer.Ordinal);
        foreach (var unknown in given.Keys.Where(code => CardItem.All.All(item => item.Code != code)))
            errors[$"weights.{CellText.Shorten(unknown)}"] = NoItem.With(CellText.Shorten(unknown), string.Join(", ", CardItem.All.Select(item => item.Code)));
        foreach (var item in CardItem.All.Where(item => given.GetValueOrDefault(item.Code) is not (>= 0 and <= CardWeights.Heaviest)))
            errors[$"weights.{item.Code}"] = CompletenessTexts.Wrong;
        if (errors.Count == 0 && given.Values.All(weight => weight == 0)) errors["weights"] = CompletenessTexts.AllNothing;
        return errors.Count > 0 ? (null, errors) : (new CardWeights(CardItem.All.ToDictionary(item => item.Code, item => given[item.Code]!.Value, StringComparer.Ordinal)), errors);
    }
}

/// <param name="Weights">Every item by its code: 0 to 100, at least one more than 0; 0 leaves it out.</param>
internal sealed record WeightsBody(IReadOnlyDictionary<string, int?>? Weights);

internal sealed record WeightListing(IReadOnlyList<WeightListing.Entry> Items, string? Next)
{
    /// <param name="AfterPurchases">Not asked before so many purchases.</param>
    internal sealed record Entry(string Code, string Name, string Question, int Weight, int AfterPurchases);

    public static WeightListing Of(CardWeights weights, UiContext ui) => new(
        [.. CardItem.All.Select(item => new Entry(item.Code, ui[item.Name], item.Code == CardItem.OwnField ? "" : ui[item.Question], weights.Of(item), item.AfterPurchases))], null);
}

/// <param name="Score">0 for an empty card to 100 for a full one.</param>
internal sealed record CompletenessAnswer(int Score, IReadOnlyList<CompletenessAnswer.Question> Ask)
{
    internal sealed record Question(string What, string Words);
}
