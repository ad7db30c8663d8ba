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
    private const string NewForm = "customer-field";

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

    private static IResult Create(HttpContext http, Database database, UiContext ui, TimeProvider time, [FromForm] IFormCollection typed)
    {
        var (field, form) = FormOf(typed).Check(null, isUsed: false);
        if (field is null) return Page(form, null, 0, StatusCodes.Status422UnprocessableEntity);
        using var session = database.OpenSession();
        session.Begin();
        if (FormKeys.Take(session, NewForm, typed["idempotencyKey"], time.GetUtcNow()) is null) FieldStore.Add(session, field);
        session.Commit();
        return Done(http, ui, FieldSettingTexts.Saved, field.Name);
    }

    private static IResult Show(Database database, long id)
    {
        using var session = database.OpenSession();
        return CustomerFields.Find(session, id) is { } field ? Page(FieldForm.Of(field), field, FieldStore.CountUses(session, id)) : Results.NotFound();
    }

    private static IResult Change(HttpContext http, Database database, UiContext ui, TimeProvider time, long id, [FromForm] IFormCollection typed)
    {
        using var session = database.OpenSession();
        session.Begin();
        if (CustomerFields.Find(session, id) is not { } before) return Results.NotFound();
        var uses = FieldStore.CountUses(session, id);
        var (field, form) = FormOf(typed).Check(before, uses > 0);
        if (field is null) return Page(form, before, uses, StatusCodes.Status422UnprocessableEntity);
        if (FormKeys.Take(session, $"{NewForm}/{id}", typed["idempotencyKey"], time.GetUtcNow()) is null && !FieldStore.Change(session, field))
        {
            session.Rollback();
            return Page(FieldForm.Of(before) with { Errors = new Dictionary<string, Text>(StringComparer.Ordinal) { [""] = FieldSettingTexts.Changed } }, before, uses, StatusCodes.Status409Conflict);
        }
        session.Commit();
        return Done(http, ui, FieldSettingTexts.Saved, field.Name);
    }

    /// <summary>A field with values is retired; one without goes.</summary>
    private static IResult Retire(HttpContext http, Database database, UiContext ui, TimeProvider time, long id)
    {
        using var session = database.OpenSession();
        session.Begin();
        if (CustomerFields.Find(session, id) is not { } field) return Results.NotFound();
        var isUsed = FieldStore.IsUsed(session, id);
        if (isUsed) FieldStore.Retire(session, id, time.GetUtcNow());
        else FieldStore.Remove(session, id);
        session.Commit();
        return Done(http, ui, isUsed ? FieldSettingTexts.RetiredNotice : FieldSettingTexts.RemovedNotice, field.Name);
    }

    private static IResult Restore(HttpContext http, Database database, UiContext ui, long id)
    {
        using var session = database.OpenSession();
        if (CustomerFields.Find(session, id) is not { } field) return Results.NotFound();
        session.Begin();
        FieldStore.Retire(session, id, null);
        session.Commit();
        return Done(http, ui, FieldSettingTexts.RestoredNotice, field.Name);
    }

    private static IResult Done(HttpContext http, UiContext ui, Text said, Text name)
    {
        Notice.Leave(http, said.In(ui.Language, ui[name]));
        return Results.LocalRedirect("/settings/fields");
    }

    private static IResult Page(FieldForm form, CustomerField? stored, int uses, int status = StatusCodes.Status200OK) =>
        UiSetup.Page<FieldPage>(new { Form = form, Stored = stored, Uses = uses }, status);

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
