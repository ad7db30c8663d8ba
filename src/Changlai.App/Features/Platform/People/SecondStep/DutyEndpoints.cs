using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Features.Platform.People.Proofs;
using Changlai.App.Ui;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.Platform.People.SecondStep;

/// <summary>Who has to come in with a second factor.</summary>
internal static class DutyEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var duty = routes.MapGroup("/settings/second-factor").For(Access.HeadOffice);
        duty.MapGet("", Show);
        duty.MapPost("", Save).AsksAgain().Audits(PeopleAudit.DutyChanged);
    }

    private static IResult Show(Database database)
    {
        using var session = database.OpenSession();
        return UiSetup.Page<DutyPage>(new { Chosen = SecondFactorDuty.Roles(session) });
    }

    private static IResult Save(HttpContext http, Database database, UiContext ui, [FromForm] IFormCollection typed)
    {
        string[] roles = [.. typed["role"].OfType<string>().Where(role => role.Length > 0).Distinct(StringComparer.Ordinal)];
        if (Array.Exists(roles, role => StaffRoles.Parse(role).Code() != role)) return UiSetup.Page<DutyPage>(new { Chosen = roles.ToList(), Problem = Pages.StaffTexts.BadRole }, StatusCodes.Status422UnprocessableEntity);
        using var session = database.OpenSession();
        session.Begin();
        AuditPen.Current?.Add("from", string.Join(", ", SecondFactorDuty.Roles(session)));
        AuditPen.Current?.Add("to", string.Join(", ", roles));
        SecondFactorDuty.Save(session, roles);
        session.Commit();
        Notice.Leave(http, ui[DutyTexts.Saved]);
        return Results.LocalRedirect("/settings/second-factor");
    }
}

internal static class DutyTexts
{
    public static readonly Text Title = new("第二重验证", "Second factor");
    public static readonly Text What = new("哪些职责登录时必须用动态验证码或通行密钥。", "Which roles must sign in with an authenticator or a passkey.");
    public static readonly Text Who = new("必须用第二重验证的职责", "Roles that need a second factor");
    public static readonly Text Effect = new("马上生效：还没有设置的人，登录后只能先去设置，他们的 API 密钥也暂时不能用。", "It counts at once: whoever has none is led to set one up and gets no further, and their API keys do not work until then.");
    public static readonly Text Save = new("保存", "Save");
    public static readonly Text Saved = new("已保存。", "Saved.");
    public static readonly Text SetUp = new("您的职责要求第二重验证。请先在这里启用动态验证码或添加通行密钥，然后才能继续。", "Your role needs a second factor. Set up an authenticator or add a passkey here; until then nothing else is open to you.");
    public static readonly Text ComeIn = new("您的职责要求第二重验证。请退出，再用通行密钥或验证码登录；也可以在这里启用动态验证码。", "Your role needs a second factor. Sign out and come in with your passkey or a code, or set up an authenticator here.");
}
