using System.Globalization;
using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Fields;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Api;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Ui;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.Customers.Api;

/// <summary>The organisation's own fields for other programs.</summary>
internal static class FieldApi
{
    private static readonly Text OtherId = new("没有这个选项；新的选项不要写编号。", "There is no such choice; a new one has no id.");

    public static void Map(IEndpointRouteBuilder routes)
    {
        var fields = routes.MapGroup("/api/fields");
        fields.MapGet("", List).For(Access.ReadCustomers).NeedsScope(ApiScope.SettingsRead)
            .Says("自定义项清单", "List own fields", typeof(FieldListing));
        fields.MapGet("/{id:long}", Show).For(Access.ReadCustomers).NeedsScope(ApiScope.SettingsRead)
            .Says("一个自定义项", "One own field", typeof(FieldEntry), hasVersion: true);
        fields.MapPost("", AddAsync).For(Access.ManageStore).NeedsScope(ApiScope.SettingsWrite).Audits(CustomerAudit.FieldMade)
            .Says("新增自定义项", "Make an own field", typeof(FieldEntry), typeof(FieldBody), 201);
        fields.MapPut("/{id:long}", ChangeAsync).For(Access.ManageStore).NeedsScope(ApiScope.SettingsWrite).Audits(CustomerAudit.FieldChanged, "field", "id")
            .Says("修改自定义项", "Change an own field", typeof(FieldEntry), typeof(FieldBody), hasVersion: true);
        fields.MapDelete("/{id:long}", Retire).For(Access.ManageStore).NeedsScope(ApiScope.SettingsWrite).Audits(CustomerAudit.FieldRetired, "field", "id")
            .SaysRemoval("停用自定义项；没有客户用过的直接删除", "Retire an own field; one that no customer has a value of goes", hasVersion: true);
        fields.MapPost("/{id:long}/restoration", Restore).For(Access.ManageStore).NeedsScope(ApiScope.SettingsWrite).Audits(CustomerAudit.FieldRestored, "field", "id")
            .SaysAct("恢复停用的自定义项", "Ask for a retired field again", typeof(FieldEntry));
    }

    private static IResult List(FieldWork work)
    {
        using var session = work.Database.OpenSession();
        return Results.Ok(new FieldListing([.. CustomerFields.Read(session).Select(FieldEntry.Of)], null));
    }

    private static IResult Show(HttpContext http, FieldWork work, UiContext ui, long id)
    {
        using var session = work.Database.OpenSession();
        return CustomerFields.Find(session, id) is { } field ? ETags.Answer(http, field.Version, FieldEntry.Of(field)) : JsonRequests.NotFound(ui);
    }

    private static async Task<IResult> AddAsync(HttpContext http, FieldWork work, UiContext ui)
    {
        var (body, refusal) = await JsonRequests.ReadAsync<FieldBody>(http);
        if (body is null) return refusal!;
        if (Problems(body, null) is { Count: > 0 } problems) return JsonRequests.Invalid(ui, problems);
        using var session = work.Database.OpenSession();
        var taken = work.Add(session, body.Form(0, FieldStore.NextPosition(session)), JsonRequests.KeyOf(http));
        if (taken.Field is null) return JsonRequests.Invalid(ui, taken.Form.Errors);
        return taken.Id is { } id && CustomerFields.Find(session, id) is { } field
            ? ETags.Made(http, $"{field.Version}", $"/api/fields/{id}", FieldEntry.Of(field), taken.Again)
            : JsonRequests.NotFound(ui);
    }

    private static async Task<IResult> ChangeAsync(HttpContext http, FieldWork work, UiContext ui, long id)
    {
        var (body, refusal) = await JsonRequests.ReadAsync<FieldBody>(http);
        if (body is null) return refusal!;
        using var session = work.Database.OpenSession();
        session.Begin();
        if (CustomerFields.Find(session, id) is not { } before) return JsonRequests.NotFound(ui);
        if (ETags.Refusal(http, ui, before.Version) is { } stale) return stale;
        if (Problems(body, before) is { Count: > 0 } problems) return JsonRequests.Invalid(ui, problems);
        var taken = work.Change(session, before, FieldStore.CountUses(session, id), body.Form(before.Version, before.Position), null);
        if (taken.Field is null && !taken.IsStale) return JsonRequests.Invalid(ui, taken.Form.Errors);
        return CustomerFields.Find(session, id) is not { } now ? JsonRequests.NotFound(ui)
            : taken.IsStale ? ETags.Stale(http, ui, now.Version)
            : ETags.Answer(http, now.Version, FieldEntry.Of(now));
    }

    private static IResult Retire(HttpContext http, FieldWork work, UiContext ui, long id)
    {
        using var session = work.Database.OpenSession();
        session.Begin();
        if (CustomerFields.Find(session, id) is not { } field) return JsonRequests.NotFound(ui);
        if (ETags.Refusal(http, ui, field.Version) is { } stale) return stale;
        work.Retire(session, field);
        return Results.NoContent();
    }

    private static IResult Restore(FieldWork work, UiContext ui, long id)
    {
        using var session = work.Database.OpenSession();
        session.Begin();
        if (CustomerFields.Find(session, id) is not { } field) return JsonRequests.NotFound(ui);
        FieldWork.Restore(session, field);
        return Results.Ok(FieldEntry.Of(CustomerFields.Find(session, id)!));
    }

    /// <summary>What a form cannot hold in the first place, and so cannot be wrong in it.</summary>
    private static Dictionary<string, Text> Problems(FieldBody body, CustomerField? before)
    {
        var problems = new Dictionary<string, Text>(StringComparer.Ordinal);
        var given = body.Choices ?? [];
        foreach (var (index, choice) in given.Index())
            if (choice is null || choice.Id is { } id && (before?.Choices.Any(known => known.Id == id) != true || given.Take(index).Any(other => other?.Id == id))) problems[$"choices[{index}]"] = OtherId;
        return problems;
    }
}

/// <summary>A field as another program sends it. A choice that is left out stays as it was; retire it to offer it no more.</summary>
/// <param name="Type"><c>text</c>, <c>number</c>, <c>date</c>, <c>choice</c>, <c>choices</c> or <c>yes-no</c>.</param>
/// <param name="Least">Number: the smallest; date: the earliest; text: the fewest characters.</param>
/// <param name="Initial">What a new customer's form holds already.</param>
internal sealed record FieldBody(
    string? Type, string? NameChinese, string? NameEnglish, bool? Required, bool? Searchable, string? Least, string? Most, string? Initial, int? Position, IReadOnlyList<FieldChoiceBody?>? Choices)
{
    public FieldForm Form(int version, int position) => new()
    {
        Type = Type ?? "",
        NameChinese = NameChinese ?? "",
        NameEnglish = NameEnglish ?? "",
        Required = Required ?? false,
        Searchable = Searchable ?? false,
        Least = Least ?? "",
        Most = Most ?? "",
        Initial = Initial ?? "",
        Position = (Position ?? position).ToString(CultureInfo.InvariantCulture),
        Version = version,
        Choices = [.. (Choices ?? []).OfType<FieldChoiceBody>().Select(choice => new ChoiceForm(choice.Id ?? 0, choice.NameChinese ?? "", choice.NameEnglish ?? "", choice.IsRetired ?? false))],
    };
}

/// <param name="Id">None for a new one.</param>
internal sealed record FieldChoiceBody(long? Id, string? NameChinese, string? NameEnglish, bool? IsRetired);

internal sealed record FieldEntry(
    long Id, string Type, string NameChinese, string NameEnglish, bool Required, bool Searchable, string? Least, string? Most, string? Initial, int Position, bool IsRetired, IReadOnlyList<FieldChoiceBody> Choices)
{
    public static FieldEntry Of(CustomerField field) => new(field.Id, field.Type.Code(), field.Name.Chinese, field.Name.English, field.Required, field.Searchable, field.Least, field.Most, field.Initial,
        field.Position, field.IsRetired, [.. field.Choices.Select(choice => new FieldChoiceBody(choice.Id, choice.Name.Chinese, choice.Name.English, choice.IsRetired))]);
}

/// <param name="Next">Always null: all come at once.</param>
internal sealed record FieldListing(IReadOnlyList<FieldEntry> Items, string? Next);
