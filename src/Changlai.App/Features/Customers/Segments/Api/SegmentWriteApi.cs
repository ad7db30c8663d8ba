using System.Text.Json;
using System.Text.RegularExpressions;
using Changlai.App.Features.Customers.Api;
using Changlai.App.Features.Customers.Contracts.Segments;
using Changlai.App.Features.Customers.Segments.Model;
using Changlai.App.Features.Customers.Segments.Pages;
using Changlai.App.Features.Customers.Segments.Storage;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Api;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Ui;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.Customers.Segments.Api;

/// <summary>Segments made by other programs: what can be asked, whom a rule would choose, save, change, delete.</summary>
internal static partial class SegmentWriteApi
{
    private static readonly Text NoRule = new("请给出规则：{match, rules}。", "Give the rule: {match, rules}.");
    private static readonly Text MayNotShare = new("共享的细分由店长或总部保存。", "A segment for all is saved by a manager or the head office.");

    public static void Map(IEndpointRouteBuilder routes)
    {
        var segments = routes.MapGroup("/api/segments");
        segments.MapGet("/fields", Fields).For(Access.ReadCustomers).NeedsScope(ApiScope.SegmentsRead)
            .Says("规则可以用的条件", "What a rule can ask for", typeof(SegmentCatalogue));
        segments.MapGet("/values", Values).For(Access.ReadCustomers).NeedsScope(ApiScope.SegmentsRead)
            .Says("查找一个条件可选的值", "Find the values that a field can be compared with", typeof(SegmentValueList));
        segments.MapPost("/count", CountAsync).For(Access.ChangeCustomers).NeedsScope(ApiScope.SegmentsRead).AuditsNothing()
            .Says("一条规则会选出多少客户", "How many customers a rule would choose", typeof(SegmentForecast), typeof(SegmentRuleBody));
        segments.MapPost("", SaveAsync).For(Access.ChangeCustomers).NeedsScope(ApiScope.SegmentsWrite).Audits(CustomerAudit.SegmentSaved)
            .Says("保存细分", "Save a segment", typeof(SegmentEntry), typeof(SegmentBody), 201);
        segments.MapPut("/{id:long}", ChangeAsync).For(Access.ChangeCustomers).NeedsScope(ApiScope.SegmentsWrite).Audits(CustomerAudit.SegmentChanged, "segment", "id")
            .Says("修改细分", "Change a segment", typeof(SegmentEntry), typeof(SegmentBody), hasVersion: true);
        segments.MapDelete("/{id:long}", Delete).For(Access.ChangeCustomers).NeedsScope(ApiScope.SegmentsWrite).Audits(CustomerAudit.SegmentDeleted, "segment", "id")
            .SaysRemoval("删除细分", "Delete a segment", hasVersion: true);
    }

    private static IResult Fields(HttpContext http, SegmentWork work, UiContext ui)
    {
        using var session = work.Database.OpenSession();
        var desk = work.DeskOf(session, Viewer.Of(http.User));
        return Results.Ok(new SegmentCatalogue([.. desk.Fields.All.Where(field => !field.IsRetired).Select(field => new SegmentCatalogue.Field(
            field.Code, ui[field.Topic], ui[field.Name], Code(field.Kind), field.Unit is { } unit ? ui[unit] : null,
            [.. SegmentOperator.Of(field).Select(question => new SegmentCatalogue.Question(question.Code, ui[question.Name], Code(question.Operand), question.Count))],
            field.Choices is null ? [.. field.Options.Where(option => !option.IsRetired).Select(option => new SegmentValue(option.Value, ui[option.Name]))] : null))], null));
    }

    private static IResult Values(HttpContext http, SegmentWork work, UiContext ui, string? field, string? q)
    {
        using var session = work.Database.OpenSession();
        var desk = work.DeskOf(session, Viewer.Of(http.User));
        if (!desk.Fields.ByCode.TryGetValue(field ?? "", out var known) || known.Kind != SegmentFieldKind.Choice) return Wrong(ui, "field", SegmentProblems.UnknownField.With(Short(field)));
        var words = (q ?? "").Trim();
        if (words.Length > SegmentLimits.TextLength || words.Contains('\0')) return Wrong(ui, "q", SegmentProblems.TextTooLong.With(SegmentLimits.TextLength));
        return Results.Ok(new SegmentValueList([.. ValueSearch.Find(session, known, words).Select(option => new SegmentValue(option.Value, ui[option.Name]))], null));
    }

    private static async Task<IResult> CountAsync(HttpContext http, SegmentWork work, UiContext ui)
    {
        var (body, refusal) = await JsonRequests.ReadAsync<SegmentRuleBody>(http);
        if (body is null) return refusal!;
        if (Rule(body.Rule) is not { } rule) return Wrong(ui, "rule", NoRule);
        using var session = work.Database.OpenSession();
        var desk = work.DeskOf(session, Viewer.Of(http.User));
        if (SegmentCheck.Problems(rule, desk.Fields.ByCode) is { Count: > 0 } problems) return JsonRequests.Invalid(ui, Named(problems));
        return Results.Ok(new SegmentForecast(desk.Customers().Count(rule), ui[desk.Fields.SentenceOf(session, rule)]));
    }

    private static async Task<IResult> SaveAsync(HttpContext http, SegmentWork work, UiContext ui)
    {
        var (body, refusal) = await JsonRequests.ReadAsync<SegmentBody>(http);
        if (body is null) return refusal!;
        var viewer = Viewer.Of(http.User);
        using var session = work.Database.OpenSession();
        var desk = work.DeskOf(session, viewer);
        if (Rule(body.Rule) is not { } rule) return Wrong(ui, "rule", NoRule);
        if (body.IsShared == true && !desk.MayShare) return Wrong(ui, "isShared", MayNotShare);
        var taken = work.Add(session, viewer, desk, body.Name?.Trim() ?? "", body.IsShared == true, rule, JsonRequests.KeyOf(http));
        if (taken.IsRefused) return Refused(ui, taken);
        return taken.Id is { } id && SegmentStore.Find(session, viewer, id) is { } stored
            ? ETags.Made(http, $"{stored.Version}", $"/api/segments/{id}", SegmentApi.Entry(session, desk, ui, stored), taken.Again)
            : JsonRequests.NotFound(ui);
    }

    private static async Task<IResult> ChangeAsync(HttpContext http, SegmentWork work, UiContext ui, long id)
    {
        var (body, refusal) = await JsonRequests.ReadAsync<SegmentBody>(http);
        if (body is null) return refusal!;
        var viewer = Viewer.Of(http.User);
        using var session = work.Database.OpenSession();
        var desk = work.DeskOf(session, viewer);
        if (SegmentWork.Open(session, viewer, id) is not { } stored) return JsonRequests.NotFound(ui);
        if (!desk.MayChange(stored)) return JsonRequests.Forbidden(ui);
        if (ETags.Refusal(http, ui, stored.Version) is { } stale) return stale;
        if (Rule(body.Rule) is not { } rule) return Wrong(ui, "rule", NoRule);
        var shared = body.IsShared ?? stored.IsShared;
        if (shared != stored.IsShared && !desk.MayShare) return Wrong(ui, "isShared", MayNotShare);
        var taken = work.Change(session, viewer, desk, stored, stored.Version, body.Name?.Trim() ?? "", shared, rule);
        if (taken.IsRefused) return Refused(ui, taken);
        var now = SegmentStore.Find(session, viewer, id);
        return now is null ? JsonRequests.NotFound(ui)
            : taken.IsStale ? ETags.Stale(http, ui, now.Version)
            : ETags.Answer(http, now.Version, SegmentApi.Entry(session, desk, ui, now));
    }

    private static IResult Delete(HttpContext http, SegmentWork work, UiContext ui, long id)
    {
        var viewer = Viewer.Of(http.User);
        using var session = work.Database.OpenSession();
        var desk = work.DeskOf(session, viewer);
        if (SegmentWork.Open(session, viewer, id) is not { } stored) return JsonRequests.NotFound(ui);
        if (!desk.MayChange(stored)) return JsonRequests.Forbidden(ui);
        if (ETags.Refusal(http, ui, stored.Version) is { } stale) return stale;
        return work.Delete(session, stored) is { } used ? Results.Problem(ui[used], statusCode: StatusCodes.Status409Conflict) : Results.NoContent();
    }

    private static SegmentGroup? Rule(JsonElement? sent) => sent is { } json ? SegmentJson.ReadRule(json) : null;

    private static IResult Refused(UiContext ui, SegmentTaken taken)
    {
        if (taken.Hindrance is { } hindrance) return Results.Problem(ui[hindrance], statusCode: StatusCodes.Status409Conflict);
        var errors = Named(taken.Problems);
        if (taken.NameProblem is { } name) errors["name"] = name;
        if (taken.SharedProblem is { } shared) errors["isShared"] = shared;
        return JsonRequests.Invalid(ui, errors);
    }

    private static IResult Wrong(UiContext ui, string field, Text problem) => JsonRequests.Invalid(ui, new Dictionary<string, Text>(StringComparer.Ordinal) { [field] = problem });

    /// <summary>Places as the caller wrote them: <c>0-2-1</c> is <c>rule.rules[2].rules[1]</c>.</summary>
    private static Dictionary<string, Text> Named(IReadOnlyList<SegmentProblem> problems) =>
        problems.GroupBy(problem => problem.At, StringComparer.Ordinal).ToDictionary(at => "rule" + Step().Replace(at.Key[1..], ".rules[${at}]"), at => at.First().Words, StringComparer.Ordinal);

    [GeneratedRegex(@"-(?<at>\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Step();

    private static string Code<T>(T kind)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());

    private static string Short(string? typed) => typed is null ? "" : typed.Length <= 20 ? typed : typed[..20];
}

/// <param name="IsShared">For all, instead of for its maker alone.</param>
/// <param name="Rule">As it is read: groups <c>{match, rules}</c> of conditions <c>{field, is, values}</c>; money as its currency and minor units.</param>
internal sealed record SegmentBody(string? Name, bool? IsShared, JsonElement? Rule);

internal sealed record SegmentRuleBody(JsonElement? Rule);

internal sealed record SegmentForecast(long Customers, string Sentence);

/// <param name="Next">Always null: all come at once.</param>
internal sealed record SegmentCatalogue(IReadOnlyList<SegmentCatalogue.Field> Items, string? Next)
{
    /// <param name="Kind">What its values are.</param>
    /// <param name="Values">What can be chosen; null where it is found with <c>/api/segments/values</c>.</param>
    internal sealed record Field(string Code, string Topic, string Name, string Kind, string? Unit, IReadOnlyList<Question> Questions, IReadOnlyList<SegmentValue>? Values);

    /// <param name="Takes">What its values are.</param>
    /// <param name="Count">How many it takes; of a choice at least so many. An amount has its currency in front.</param>
    internal sealed record Question(string Is, string Name, string Takes, int Count);
}

internal sealed record SegmentValue(string Value, string Name);

internal sealed record SegmentValueList(IReadOnlyList<SegmentValue> Items, string? Next);
