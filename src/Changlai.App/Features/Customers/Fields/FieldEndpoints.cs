using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Ui;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.Customers.Fields;

/// <summary>The organisation defines its own fields.</summary>
internal static class FieldEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var fields = routes.MapGroup("/settings/fields").For(Access.ManageStore);
        fields.MapGet("", List);
        fields.MapPost("", Create).Audits(CustomerAudit.FieldMade);
        fields.MapGet("/new", New);
        fields.MapGet("/{id:long}", Show);
        fields.MapPost("/{id:long}", Change).Audits(CustomerAudit.FieldChanged, "field", "id");
        fields.MapPost("/{id:long}/retirement", Retire).ChecksToken().Audits(CustomerAudit.FieldRetired, "field", "id");
        fields.MapPost("/{id:long}/restoration", Restore).ChecksToken().Audits(CustomerAudit.FieldRestored, "field", "id");
    }

    private static IResult List(Database database)
    {
        using var session = database.OpenSession();
        return UiSetup.Page<FieldsPage>(new { Fields = CustomerFields.Read(session) });
    }

    private static IResult New(Database database)
    {
        using var session = database.OpenSession();
        return Page(new FieldForm { Position = FieldStore.NextPosition(session).ToString() }, null, 0);
    }

    private static IResult Create(HttpContext http, FieldWork work, UiContext ui, [FromForm] IFormCollection typed)
    {
        using var session = work.Database.OpenSession();
        var taken = work.Add(session, FormOf(typed), typed["idempotencyKey"]);
        return taken.Field is { } field ? Done(http, ui, FieldSettingTexts.Saved, field.Name) : Page(taken.Form, null, 0, StatusCodes.Status422UnprocessableEntity);
    }

    private static IResult Show(Database database, long id)
    {
        using var session = database.OpenSession();
        return CustomerFields.Find(session, id) is { } field ? Page(FieldForm.Of(field), field, FieldStore.CountUses(session, id)) : Results.NotFound();
    }

    private static IResult Change(HttpContext http, FieldWork work, UiContext ui, long id, [FromForm] IFormCollection typed)
    {
        using var session = work.Database.OpenSession();
        session.Begin();
        if (CustomerFields.Find(session, id) is not { } before) return Results.NotFound();
        var uses = FieldStore.CountUses(session, id);
        var taken = work.Change(session, before, uses, FormOf(typed), typed["idempotencyKey"]);
        if (taken.Field is { } field) return Done(http, ui, FieldSettingTexts.Saved, field.Name);
        return taken.IsStale
            ? Page(taken.Form with { Version = before.Version }, before, uses, StatusCodes.Status409Conflict,
                new Conflict(FieldLines.Differences(taken.Form, FieldForm.Of(before), ui.Language), LastChange.Words(http, session, $"field:{id}", null, CustomerAudit.FieldChanged, CustomerAudit.FieldRetired, CustomerAudit.FieldRestored)))
            : Page(taken.Form, before, uses, StatusCodes.Status422UnprocessableEntity);
    }

    private static IResult Retire(HttpContext http, FieldWork work, UiContext ui, long id)
    {
        using var session = work.Database.OpenSession();
        session.Begin();
        if (CustomerFields.Find(session, id) is not { } field) return Results.NotFound();
        return Done(http, ui, work.Retire(session, field) ? FieldSettingTexts.RetiredNotice : FieldSettingTexts.RemovedNotice, field.Name);
    }

    private static IResult Restore(HttpContext http, FieldWork work, UiContext ui, long id)
    {
        using var session = work.Database.OpenSession();
        session.Begin();
        if (CustomerFields.Find(session, id) is not { } field) return Results.NotFound();
        FieldWork.Restore(session, field);
        return Done(http, ui, FieldSettingTexts.RestoredNotice, field.Name);
    }

    private static IResult Done(HttpContext http, UiContext ui, Text said, Text name)
    {
        Notice.Leave(http, said.In(ui.Language, ui[name]));
        return Results.LocalRedirect("/settings/fields");
    }

    private static IResult Page(FieldForm form, CustomerField? stored, int uses, int status = StatusCodes.Status200OK, Conflict? conflict = null) =>
        UiSetup.Page<FieldPage>(new { Form = form, Stored = stored, Uses = uses, Conflict = conflict }, status);

    private static FieldForm FormOf(IFormCollection typed) => new()
    {
        Type = typed["type"].ToString(),
        NameChinese = typed["nameChinese"].ToString(),
        NameEnglish = typed["nameEnglish"].ToString(),
        Required = typed["required"] == "true",
        Searchable = typed["searchable"] == "true",
        Least = typed["least"].ToString(),
        Most = typed["most"].ToString(),
        Initial = typed["initial"].ToString(),
        Position = typed["position"].ToString(),
        Version = int.TryParse(typed["version"], out var version) ? version : 0,
        Choices = [.. Enumerable.Range(0, FieldForm.MostChoices + 3).Where(index => typed.ContainsKey($"choiceChinese-{index}")).Select(index => new ChoiceForm(
            long.TryParse(typed[$"choice-{index}"], out var id) ? id : 0, typed[$"choiceChinese-{index}"].ToString(), typed[$"choiceEnglish-{index}"].ToString(),
            typed[$"choiceRetired-{index}"] == "true")).Where(choice => choice.Id != 0 || (choice.Chinese + choice.English).Trim().Length > 0)],
    };
}
