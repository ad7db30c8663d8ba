using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Values;

namespace Changlai.App.Features.Platform.People.Pages;

internal static class StaffTexts
{
    public static readonly Text Title = new("员工", "People");
    public static readonly Text Purpose = new("谁在这里工作，能看到什么，怎样登录。", "Who works here, what they may see, and how they sign in.");
    public static readonly Text Add = new("新增员工", "Add somebody");
    public static readonly Text AddPurpose = new("保存后会得到一个链接，交给本人，由本人自己设密码。", "Afterwards you get a link to hand over: they choose their own password.");
    public static readonly Text Name = new("姓名", "Name");
    public static readonly Text Role = new("职责", "Role");
    public static readonly Text Store = new("门店", "Store");
    public static readonly Text NoStore = new("不属于任何门店", "None");
    public static readonly Text FurtherStores = new("还负责的门店", "Further stores");
    public static readonly Text Reach = new("能看到的客户", "Whose customers");
    public static readonly Text ReachUsual = new("按职责", "As usual for the role");
    public static readonly Text ReachOwn = new("只有自己负责的", "Their own only");
    public static readonly Text ReachStores = new("所在门店的", "Those of their stores");
    public static readonly Text ReachAll = new("所有门店的", "Those of all stores");
    public static readonly Text Capacity = new("每天可联系几位", "Contacts a day");
    public static readonly Text Language = new("语言", "Language");
    public static readonly Text Chinese = new("中文", "Chinese");
    public static readonly Text English = new("英文", "English");
    public static readonly Text BadLanguage = new("请从列表里选一种语言。", "Choose a language from the list.");
    public static readonly Text AllRoles = new("所有职责", "All roles");
    public static readonly Text AllStores = new("所有门店", "All stores");
    public static readonly Text SignIn = new("登录名", "Sign-in name");
    public static readonly Text State = new("登录", "Sign-in");
    public static readonly Text CanSignIn = new("可以登录", "can sign in");
    public static readonly Text Invited = new("还没设密码", "no password yet");
    public static readonly Text CannotSignIn = new("不登录", "does not sign in");
    public static readonly Text Left = new("已离职", "left");
    public static readonly Text Days = new("工作日和休假", "Working days and days off");
    public static readonly Text Save = new("保存", "Save");
    public static readonly Text Saved = new("已保存。", "Saved.");
    public static readonly Text LinkTitle = new("把这个链接交给 {0}", "Hand this link to {0}");
    public static readonly Text LinkWhat = new("只能用一次，{0} 小时内有效，这里只显示这一次。请当面或用可信的方式给本人。", "It works once, for {0} hours, and is shown this once. Give it to them in person or by a way you trust.");
    public static readonly Text Done = new("好了", "Done");
    public static readonly Text NewLink = new("重新生成登录链接", "Make a new sign-in link");
    public static readonly Text NewLinkWhat = new("忘了密码、还没设过密码时用。旧密码在本人设新密码之前仍然有效。", "For a forgotten password, or one never chosen. The old one works until they choose a new one.");
    public static readonly Text Authenticator = new("动态验证码", "Authenticator");
    public static readonly Text AuthenticatorOn = new("已启用。手机和备用码都丢了时，可以替本人停用。", "On. When the phone and the recovery codes are lost, turn it off for them.");
    public static readonly Text AuthenticatorOff = new("没有启用。", "Off.");
    public static readonly Text ResetAuthenticator = new("停用", "Turn it off");
    public static readonly Text AuthenticatorReset = new("已停用，登录着的设备都已退出。", "It is off, and they are signed out everywhere.");
    public static readonly Text Sessions = new("登录着的设备", "Where they are signed in");
    public static readonly Text NoSessions = new("现在没有登录。", "Nowhere at present.");
    public static readonly Text EndAll = new("结束所有登录", "End all");
    public static readonly Text Leave = new("标记为离职", "Mark as left");
    public static readonly Text LeaveWhat = new("马上退出所有设备，不能再登录。他负责的客户请随后交接。", "They are signed out at once and cannot sign in again. Hand their customers over afterwards.");
    public static readonly Text Handover = new("去交接", "To the handover");
    public static readonly Text Return = new("恢复在职", "Back at work");
    public static readonly Text HasLeft = new("{0} 已标记为离职。", "{0} is marked as left.");
    public static readonly Text IsBack = new("{0} 已恢复在职。", "{0} is back at work.");
    public static readonly Text None = new("这里没有人", "Nobody here");
    public static readonly Text ShowLeft = new("离职的", "Left");
    public static readonly Text ShowActive = new("在职的", "At work");
    public static readonly Text Show = new("显示", "Show");
    public static readonly Text BadRole = new("请从列表里选一个职责。", "Choose a role from the list.");
    public static readonly Text MayNotGive = new("只有管理员能给这个职责。", "Only an administrator gives this role.");
    public static readonly Text NeedsStore = new("店长和店员要属于一家门店。", "A manager or a member of staff belongs to a store.");
    public static readonly Text UnknownStore = new("请从列表里选一家门店。", "Choose a store from the list.");
    public static readonly Text BadReach = new("请从列表里选一项。", "Choose one from the list.");
    public static readonly Text BadCapacity = new("请填 0 到 500 的整数。", "Give a whole number from 0 to 500.");
    public static readonly Text SignInStays = new("登录名给出以后不再改。", "A sign-in name stays once it is given.");
    public static readonly Text LastAdmin = new("至少要留一位能登录的管理员。", "At least one administrator who can sign in has to stay.");
    public static readonly Text NotYourself = new("不能改自己的职责和范围，请别的管理员来改。", "Nobody changes their own role or reach; ask another administrator.");
    public static readonly Text StaffRole = new("店员", "Staff");
    public static readonly Text ManagerRole = new("店长", "Manager");
    public static readonly Text HeadOfficeRole = new("总部", "Head office");
    public static readonly Text AuditorRole = new("审计", "Auditor");
    public static readonly Text AdminRole = new("管理员", "Administrator");

    public static Text Of(StaffRole role) => role switch
    {
        Contracts.StaffRole.Staff => StaffRole,
        Contracts.StaffRole.Manager => ManagerRole,
        Contracts.StaffRole.HeadOffice => HeadOfficeRole,
        Contracts.StaffRole.Auditor => AuditorRole,
        Contracts.StaffRole.Admin => AdminRole,
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };
}
