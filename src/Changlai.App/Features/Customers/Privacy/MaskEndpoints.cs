using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.Customers.Privacy;

/// <summary>The head office says what each post does not see.</summary>
internal static class MaskEndpoints
{
    private const string Field = "hide";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var settings = routes.MapGroup("/settings/privacy").For(Access.HeadOffice);
        settings.MapGet("", Show);
        settings.MapPost("", Change).Audits(CustomerAudit.MasksChanged);
    }

    private static IResult Show(Database database)
    {
        using var session = database.OpenSession();
        return Page(session, MaskRules.Read(session), null, StatusCodes.Status200OK);
    }

    private static IResult Change(HttpContext http, Database database, UiContext ui, [FromForm] IFormCollection typed)
    {
        using var session = database.OpenSession();
        session.Begin();
        var parts = MaskedPart.All(CustomerFields.Read(session)).Select(part => part.Code).ToHashSet(StringComparer.Ordinal);
        var hidden = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        string? unknown = null;
        foreach (var ticked in typed[Field])
            if (ticked?.Split('/') is [var role, var part] && StaffRoles.All.Any(one => one.Code() == role) && parts.Contains(part))
                hidden[role] = [.. (hidden.GetValueOrDefault(role) ?? []).Append(part).Distinct(StringComparer.Ordinal)];
            else unknown = ticked;
        if (unknown is not null) return Page(session, new MaskRules(hidden), PrivacyTexts.Unknown.In(ui.Language, unknown), StatusCodes.Status422UnprocessableEntity);
        new MaskRules(hidden).Write(session);
        AuditPen.Current?.Add("hidden", string.Join("; ", hidden.Select(role => $"{role.Key}: {string.Join(", ", role.Value)}")));
        session.Commit();
        Notice.Leave(http, ui[PrivacyTexts.Saved]);
        return Results.LocalRedirect("/settings/privacy");
    }

    private static IResult Page(DatabaseSession session, MaskRules rules, string? problem, int status) =>
        UiSetup.Page<MaskPage>(new { Hidden = rules.Hidden, Parts = MaskedPart.All(CustomerFields.Read(session)), Problem = problem }, status);
}
