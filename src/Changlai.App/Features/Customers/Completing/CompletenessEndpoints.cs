using Changlai.App.Features.Customers.Rules;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Ui;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.Customers.Completing;

/// <summary>The organisation says how much each thing on a card is worth to it.</summary>
internal static class CompletenessEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var weights = routes.MapGroup("/settings/completeness").For(Access.ManageStore);
        weights.MapGet("", Show);
        weights.MapPost("", Change).Audits(CustomerAudit.WeightsChanged);
    }

    private static IResult Show(Database database)
    {
        using var session = database.OpenSession();
        var weights = CardWeights.Read(session);
        return UiSetup.Page<CompletenessPage>(new { Weights = CardItem.All.Select(item => new WeightField(item, weights.Of(item).ToString(), IsWrong: false)).ToList(), Was = weights.Version });
    }

    private static IResult Change(HttpContext http, Database database, UiContext ui, [FromForm] IFormCollection typed)
    {
        var fields = CardItem.All.Select(item => Check(item, typed[item.Code].ToString().Trim())).ToList();
        var was = typed["was"].ToString();
        var allNothing = fields.TrueForAll(field => field.Typed == "0");
        if (allNothing || fields.Exists(field => field.IsWrong))
            return UiSetup.Page<CompletenessPage>(new { Weights = fields, AllNothing = allNothing, Was = was }, StatusCodes.Status422UnprocessableEntity);
        using var session = database.OpenSession();
        var stored = CardWeights.Open(session);
        var weights = new CardWeights(fields.ToDictionary(field => field.Item.Code, field => int.Parse(field.Typed), StringComparer.Ordinal));
        if (!weights.IsSame(stored))
        {
            if (was != stored.Version)
                return UiSetup.Page<CompletenessPage>(new { Weights = fields, Was = stored.Version, Conflict = new Conflict(Difference.Between(Lines(weights), Lines(stored)), LastChange.Words(http, session, null, null, CustomerAudit.WeightsChanged)) }, StatusCodes.Status409Conflict);
            weights.Replace(session, stored);
        }
        Notice.Leave(http, ui[CompletenessTexts.Saved]);
        return Results.LocalRedirect("/settings/completeness");
    }

    private static IEnumerable<(Text What, string Words)> Lines(CardWeights weights) => CardItem.All.Select(item => (item.Name, weights.Of(item).ToString()));

    private static WeightField Check(CardItem item, string typed) =>
        int.TryParse(typed, out var weight) && weight is >= 0 and <= CardWeights.Heaviest ? new WeightField(item, weight.ToString(), false) : new WeightField(item, typed, true);
}

/// <summary>One weight as the form holds it.</summary>
public sealed record WeightField(CardItem Item, string Typed, bool IsWrong);
