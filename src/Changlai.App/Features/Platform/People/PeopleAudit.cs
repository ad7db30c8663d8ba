using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.Core.Values;

namespace Changlai.App.Features.Platform.People;

/// <summary>What the audit log tells of people and of how they get in.</summary>
internal static class PeopleAudit
{
    public static readonly AuditAction SignedIn = new("sign-in.done", new Text("登录", "Signed in"));
    public static readonly AuditAction Refused = new("sign-in.refused", new Text("登录失败", "Sign-in refused"));
    public static readonly AuditAction Locked = new("sign-in.locked", new Text("连续失败，暂停登录", "Sign-in paused after failures"));
    public static readonly AuditAction SignedOut = new("sign-in.out", new Text("退出", "Signed out"));
    public static readonly AuditAction SessionEnded = new("session.end", new Text("结束登录", "Session ended"));
    public static readonly AuditAction PasswordChanged = new("password.change", new Text("修改密码", "Password changed"));
    public static readonly AuditAction AuthenticatorSet = new("authenticator.set", new Text("启用动态验证码", "Authenticator set up"));
    public static readonly AuditAction AuthenticatorRemoved = new("authenticator.remove", new Text("停用动态验证码", "Authenticator removed"));
    public static readonly AuditAction CodesMade = new("recovery-codes.make", new Text("重新生成备用码", "Recovery codes made anew"));
    public static readonly AuditAction CodeUsed = new("recovery-codes.use", new Text("用备用码登录", "Recovery code used"));
    public static readonly AuditAction PasskeyAdded = new("passkey.add", new Text("添加通行密钥", "Passkey added"));
    public static readonly AuditAction PasskeyRenamed = new("passkey.rename", new Text("通行密钥改名", "Passkey renamed"));
    public static readonly AuditAction PasskeyRemoved = new("passkey.remove", new Text("删除通行密钥", "Passkey removed"));
    public static readonly AuditAction DutyChanged = new("second-factor.duty", new Text("修改谁必须用第二重验证", "Who needs a second factor changed"));
    public static readonly AuditAction Made = new("staff.make", new Text("新增员工", "Person added"));
    public static readonly AuditAction Changed = new("staff.change", new Text("修改员工", "Person changed"));
    public static readonly AuditAction LinkMade = new("staff.link", new Text("生成登录链接", "Sign-in link made"));
    public static readonly AuditAction LinkUsed = new("staff.link-used", new Text("用链接设置密码", "Password set by link"));
    public static readonly AuditAction SetUp = new("business.set-up", new Text("首次设置", "Business set up"));

    public static IReadOnlyList<AuditAction> All =>
    [
        SignedIn, Refused, Locked, SignedOut, SessionEnded, PasswordChanged, AuthenticatorSet, AuthenticatorRemoved, CodesMade, CodeUsed, PasskeyAdded, PasskeyRenamed, PasskeyRemoved, DutyChanged, Made, Changed, LinkMade, LinkUsed, SetUp,
    ];
}
