using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Ui;
using Changlai.Core.Calendars;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.Platform.People.Links;

/// <summary>What a link leads to: the first administrator with the first store, or a password of one's own.</summary>
internal static class LinkEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/join/{token}", Show).For(Access.Anonymous).CountsKnocks();
        routes.MapPost("/join/{token}", TakeUpAsync).For(Access.Anonymous).AuditsNothing().CountsKnocks();
        routes.MapGet("/set-up/{token}", ShowSetUp).For(Access.Anonymous).CountsKnocks();
        routes.MapPost("/set-up/{token}", SetUpAsync).For(Access.Anonymous).AuditsNothing().CountsKnocks();
    }

    private static IResult Show(Database database, TimeProvider time, string token)
    {
        using var session = database.OpenSession();
        return Open(session, token, time.GetUtcNow()) is var (_, account, signIn) ? UiSetup.Page<JoinPage>(new { Token = token, account.Viewer.Name, SignIn = signIn }) : Gone();
    }

    private static async Task<IResult> TakeUpAsync(HttpContext http, Database database, TimeProvider time, string token, [FromForm] string? password, [FromForm] string? again)
    {
        var now = time.GetUtcNow();
        using var session = database.OpenSession();
        if (Open(session, token, now) is not var (link, account, signIn)) return Gone();
        if (NewPassword.Problem(password, again, signIn, NewPassword.Names(session, account.Viewer.Name)) is { } problem)
            return UiSetup.Page<JoinPage>(new { Token = token, account.Viewer.Name, SignIn = signIn, Problem = problem }, StatusCodes.Status422UnprocessableEntity);
        var hash = Passwords.Hash(password!);
        session.Begin();
        if (!StaffLinks.Use(session, link, now)) return Gone();
        StaffAccounts.ChangePassword(session, signIn, hash);
        AuditLog.Record(session, now, AuditActor.Of(account.Viewer), PeopleAudit.LinkUsed, $"staff:{account.Viewer.StaffId}", storeId: account.Viewer.StoreId, details: ("kind", link.Kind));
        session.Commit();
        // Somebody with an authenticator shows that they have it: a link that fell into wrong hands is not enough.
        if (account.Secret is not null) return Results.LocalRedirect("/sign-in");
        await SignIn.AdmitAsync(http, session, SignInAccount.Of(session, account.Viewer.StaffId)!, stays: false, now, []);
        return Results.LocalRedirect("/today");
    }

    private static IResult ShowSetUp(Database database, TimeProvider time, string token)
    {
        using var session = database.OpenSession();
        return StaffLinks.Find(session, token, time.GetUtcNow()) is { Kind: StaffLinks.SetUp } && !StaffAccounts.AnybodyCanSignIn(session) ? UiSetup.Page<SetUpPage>(new { Token = token, Form = new SetUpForm(), HasStore = HasStore(session) }) : Gone();
    }

    private static async Task<IResult> SetUpAsync(HttpContext http, Database database, StoreDirectory stores, UiContext ui, TimeProvider time, string token, [FromForm] IFormCollection typed)
    {
        var now = time.GetUtcNow();
        using var session = database.OpenSession();
        if (StaffLinks.Find(session, token, now) is not { Kind: StaffLinks.SetUp } link || StaffAccounts.AnybodyCanSignIn(session)) return Gone();
        var form = SetUpForm.Read(typed, HasStore(session), name => StaffAccounts.IsTaken(session, name));
        if (form.Errors.Count > 0) return UiSetup.Page<SetUpPage>(new { Token = token, Form = form, HasStore = HasStore(session) }, StatusCodes.Status422UnprocessableEntity);
        var hash = Passwords.Hash(typed["password"].ToString());
        session.Begin();
        // Since the link was printed somebody else may have come in another way.
        if (!StaffLinks.Use(session, link, now) || StaffAccounts.AnybodyCanSignIn(session)) return Gone();
        if (form.Store.Length > 0) StaffAccounts.StoreNamed(session, form.Store);
        var id = StaffAccounts.Add(session, [new NewStaff(form.Name, form.SignIn, hash, "admin", null, Weekdays.All, StaffAccounts.NewcomerCapacity, ui.Language == Language.Chinese ? "zh" : "en")]);
        AuditLog.Record(session, now, new AuditActor("person", id, form.Name), PeopleAudit.SetUp, $"staff:{id}");
        session.Commit();
        stores.Forget();
        await SignIn.AdmitAsync(http, session, SignInAccount.Of(session, id)!, stays: false, now, []);
        return Results.LocalRedirect("/account/authenticator");
    }

    private static (StaffLink Link, SignInAccount Account, string SignIn)? Open(DatabaseSession session, string token, DateTimeOffset now)
    {
        if (StaffLinks.Find(session, token, now) is not { Kind: StaffLinks.Join or StaffLinks.NewPassword, StaffId: { } staffId } link || SignInAccount.Of(session, staffId) is not { } account) return null;
        return session.Scalar<string>("SELECT sign_in_name FROM staff WHERE id = @id", ("id", staffId)) is { } signIn ? (link, account, signIn) : null;
    }

    private static bool HasStore(DatabaseSession session) => session.Scalar<long>("SELECT count(*) FROM store") > 0;

    private static IResult Gone() => UiSetup.Page<LinkGonePage>(status: StatusCodes.Status404NotFound);
}

/// <summary>A password chosen twice.</summary>
internal static class NewPassword
{
    public static Text? Problem(string? password, string? again, string signIn, params IEnumerable<string> names) =>
        PasswordPolicy.Problem(password ?? "", signIn, names) ?? (password == again ? null : LinkTexts.NotTheSame);

    /// <summary>Names that anybody would try: the person's, and those of the stores.</summary>
    public static List<string> Names(DatabaseSession session, string own)
    {
        var names = new List<string> { own };
        using var rows = session.Read("SELECT name FROM store ORDER BY id LIMIT 1000");
        while (rows.Next()) names.Add(rows.Text(0));
        return names;
    }
}

internal static class LinkTexts
{
    public static readonly Text Welcome = new("欢迎，{0}", "Welcome, {0}");
    public static readonly Text Choose = new("请给自己设一个密码。以后用登录名「{0}」登录。", "Choose a password of your own. From now on you sign in as \"{0}\".");
    public static readonly Text Password = new("新密码", "New password");
    public static readonly Text PasswordHint = new("至少 10 个字符，一句好记的话最好。", "At least 10 characters; a sentence you remember is best.");
    public static readonly Text Again = new("再输一遍", "Once more");
    public static readonly Text NotTheSame = new("两次输入的密码不一样。", "The two passwords are not the same.");
    public static readonly Text Save = new("保存并进入", "Save and go in");
    public static readonly Text Gone = new("这个链接不能用了", "This link works no more");
    public static readonly Text GoneWhat = new("它已经用过、过期，或者抄错了。请向管理员再要一个。", "It was used, is too old, or was copied wrongly. Ask your administrator for another one.");
    public static readonly Text ToSignIn = new("去登录", "To the sign-in");
    public static readonly Text SetUpTitle = new("开始使用常来", "Set up Changlai");
    public static readonly Text SetUpWhat = new("建立第一位管理员和第一家门店。这个链接只能用一次。", "Make the first administrator and the first store. This link works once.");
    public static readonly Text Name = new("您的姓名", "Your name");
    public static readonly Text SignIn = new("登录名", "Sign-in name");
    public static readonly Text SignInHint = new("小写字母、数字、点、横线，例如 chenxiaoyan", "Small letters, digits, dots and dashes, such as chenxiaoyan");
    public static readonly Text Store = new("第一家门店的名称", "Name of the first store");
    public static readonly Text Needed = new("请填写。", "This is needed.");
    public static readonly Text TooLong = new("太长了：最多 60 个字符。", "Too long: at most 60 characters.");
    public static readonly Text BadSignIn = new("登录名只能用小写字母、数字、点和横线，2 到 40 个字符。", "A sign-in name has 2 to 40 small letters, digits, dots and dashes.");
    public static readonly Text Taken = new("这个登录名已经有人用了。", "This sign-in name is taken.");
}
