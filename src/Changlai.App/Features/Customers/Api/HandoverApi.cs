using System.Globalization;
using Changlai.App.Features.Customers.Handover;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Api;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Ui;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;

namespace Changlai.App.Features.Customers.Api;

/// <summary>Giving customers to others, for other programs: what it would do, do it, take it back.</summary>
internal static class HandoverApi
{
    private const int Lately = 50;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var handovers = routes.MapGroup("/api/handovers").For(Access.ManageStore);
        handovers.MapGet("", List).NeedsScope(ApiScope.CustomersRead)
            .Says("最近的交接", "List the latest handovers", typeof(HandoverListing));
        handovers.MapPost("/preview", PreviewAsync).NeedsScope(ApiScope.CustomersRead).AuditsNothing()
            .Says("交接前先看会怎样", "See what a handover would do", typeof(HandoverForecast), typeof(HandoverBody));
        handovers.MapPost("", HandOverAsync).NeedsScope(ApiScope.CustomersWrite).Audits(CustomerAudit.HandedOver)
            .Says("交接客户", "Hand customers over", typeof(HandoverAnswer), typeof(HandoverBody), 201);
        handovers.MapPost("/{id:long}/undo", Undo).NeedsScope(ApiScope.CustomersWrite).Audits(CustomerAudit.HandoverUndone, "handover", "id")
            .SaysAct("撤销一天之内的交接", "Take a handover of the last day back", typeof(HandoverAnswer));
    }

    private static IResult List(HttpContext http, HandoverWork work)
    {
        using var session = work.Database.OpenSession();
        return Results.Ok(new HandoverListing([.. StoredHandover.Latest(session, Viewer.Of(http.User), Lately).Select(one => HandoverAnswer.Of(one, work.MayUndo(session, one)))], null));
    }

    private static async Task<IResult> PreviewAsync(HttpContext http, HandoverWork work, UiContext ui)
    {
        var (body, refusal) = await JsonRequests.ReadAsync<HandoverBody>(http);
        if (body is null) return refusal!;
        var viewer = Viewer.Of(http.User);
        using var session = work.Database.OpenSession();
        var rule = work.Rule(session, viewer, body.Field);
        return rule.Errors.Count > 0 ? JsonRequests.Invalid(ui, Named(rule)) : Results.Ok(HandoverForecast.Of(work.Preview(session, viewer, rule), ui));
    }

    private static async Task<IResult> HandOverAsync(HttpContext http, HandoverWork work, UiContext ui)
    {
        var (body, refusal) = await JsonRequests.ReadAsync<HandoverBody>(http);
        if (body is null) return refusal!;
        var viewer = Viewer.Of(http.User);
        using var session = work.Database.OpenSession();
        var rule = work.Rule(session, viewer, body.Field);
        var errors = Named(rule);
        if (body.Customers is null) errors["customers"] = HandoverTexts.ChangedNow;
        var byHand = new Dictionary<long, long>();
        foreach (var (customer, to) in body.ByHand ?? new Dictionary<string, long>())
            if (long.TryParse(customer, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && rule.To.Contains(to)) byHand[id] = to;
            else errors[$"byHand.{customer}"] = HandoverTexts.NotOffered;
        if (errors.Count > 0) return JsonRequests.Invalid(ui, errors);
        var taken = work.HandOver(session, viewer, rule, byHand, body.Customers, JsonRequests.KeyOf(http));
        if (taken.Id is null && !taken.Again) return Results.Problem(ui[HandoverTexts.ChangedNow], statusCode: StatusCodes.Status409Conflict);
        return taken.Id is { } done && StoredHandover.Find(session, viewer, done) is { } handover
            ? Results.Json(HandoverAnswer.Of(handover, work.MayUndo(session, handover)), statusCode: taken.Again ? StatusCodes.Status200OK : StatusCodes.Status201Created)
            : JsonRequests.NotFound(ui);
    }

    private static IResult Undo(HttpContext http, HandoverWork work, UiContext ui, long id)
    {
        var viewer = Viewer.Of(http.User);
        using var session = work.Database.OpenSession();
        var (handover, back) = work.Undo(session, viewer, id);
        if (handover is null) return JsonRequests.NotFound(ui);
        if (back is null) return Results.Problem(ui[handover.UndoneAt is null ? HandoverTexts.TooLate : HandoverTexts.UndoneBefore], statusCode: StatusCodes.Status409Conflict);
        return Results.Ok(HandoverAnswer.Of(StoredHandover.Find(session, viewer, id) ?? handover, false) with { Back = back });
    }

    private static Dictionary<string, Text> Named(HandoverRule rule) =>
        rule.Errors.ToDictionary(error => error.Key switch { "from" => "fromId", "store" => "storeId", _ => error.Key }, error => error.Value, StringComparer.Ordinal);
}

/// <summary>Whose customers go to whom.</summary>
/// <param name="FromId">The person whose customers they are.</param>
/// <param name="OfCompany">Those that are nobody's.</param>
/// <param name="Region">Path of a region; all that lies in it.</param>
/// <param name="To">Who takes them; several share evenly by load.</param>
/// <param name="Customers">How many the preview had; where it is another number now, nothing is done.</param>
/// <param name="ByHand">By the id of a customer: who takes them instead.</param>
internal sealed record HandoverBody(
    long? FromId, bool? OfCompany, long? StoreId, string? Tier, string? Region, IReadOnlyList<long>? To, long? Customers, IReadOnlyDictionary<string, long>? ByHand)
{
    public StringValues Field(string name) => name switch
    {
        "from" => OfCompany == true ? HandoverRule.Company : Number(FromId),
        "store" => Number(StoreId),
        "tier" => Tier ?? "",
        "region" => Region ?? "",
        "to" => new StringValues([.. (To ?? []).Select(id => Number(id))]),
        _ => StringValues.Empty,
    };

    private static string Number(long? id) => id?.ToString(CultureInfo.InvariantCulture) ?? "";
}

/// <param name="Listed">The first of them, each with who takes them.</param>
internal sealed record HandoverForecast(int Customers, IReadOnlyList<HandoverForecast.Share> Shares, IReadOnlyList<HandoverForecast.Listing> Listed)
{
    /// <param name="Along">How much of each kind goes along.</param>
    internal sealed record Share(long StaffId, string Name, int Owns, int Gets, IReadOnlyDictionary<string, int> Along);

    internal sealed record Listing(long CustomerId, string Name, string? Owner, long To);

    public static HandoverForecast Of(HandoverPreview preview, UiContext ui) => new(preview.Customers,
        [.. preview.Shares.Select(share => new Share(share.Person.Id, share.Person.Name, share.Owns, share.Gets,
            preview.Parts.Zip(share.Along).GroupBy(part => ui[part.First], StringComparer.Ordinal).ToDictionary(part => part.Key, part => part.Sum(one => one.Second), StringComparer.Ordinal)))],
        [.. preview.Listed.Select(one => new Listing(one.Id, one.Name, one.Owner, one.To))]);
}

internal sealed record HandoverAnswer(long Id, string? From, int Customers, int FollowUps, DateTimeOffset DoneAt, string? DoneBy, DateTimeOffset? UndoneAt, bool MayUndo)
{
    /// <summary>How many customers are back, where it was just undone.</summary>
    public int? Back { get; init; }

    public static HandoverAnswer Of(StoredHandover handover, bool mayUndo) =>
        new(handover.Id, handover.From, handover.Customers, handover.FollowUps, handover.At, handover.By, handover.UndoneAt, mayUndo);
}

internal sealed record HandoverListing(IReadOnlyList<HandoverAnswer> Items, string? Next);
