using Changlai.Core.Values;

namespace Changlai.App.Features.Platform.People.Pages;

internal static class AccountTexts
{
    public static readonly Text Title = new("我的账户", "My account");
    public static readonly Text Purpose = new("密码、动态验证码、通行密钥，以及在哪些设备上登录着。", "Your password, your authenticator, your passkeys, and where you are signed in.");
    public static readonly Text Password = new("修改密码", "Change the password");
    public static readonly Text Old = new("现在的密码", "Present password");
    public static readonly Text WrongOld = new("现在的密码不对。", "The present password is not right.");
    public static readonly Text ChangePassword = new("修改密码", "Change it");
    public static readonly Text PasswordChanged = new("密码改好了，其他设备上的登录都已结束。", "The password is changed, and you are signed out everywhere else.");
    public static readonly Text Authenticator = new("动态验证码", "Authenticator");
    public static readonly Text IsOn = new("已启用。备用码还剩 {0} 个。", "On. {0} recovery codes are left.");
    public static readonly Text IsOff = new("没有启用。启用后，登录时除了密码还要手机上的验证码。", "Off. With it, signing in takes a code from your phone besides the password.");
    public static readonly Text SetUp = new("启用", "Set it up");
    public static readonly Text Manage = new("管理", "Manage");
    public static readonly Text Sessions = new("登录着的设备", "Where you are signed in");
    public static readonly Text This = new("这台设备", "this device");
    public static readonly Text Seen = new("最近使用 {0}", "last used {0}");
    public static readonly Text Since = new("{0} 登录", "since {0}");
    public static readonly Text End = new("结束", "End");
    public static readonly Text EndOthers = new("结束其他所有登录", "End all others");
    public static readonly Text Ended = new("已结束。", "Ended.");
    public static readonly Text UnknownBrowser = new("不明的程序", "an unknown program");

    public static readonly Text ScanTitle = new("启用动态验证码", "Set up an authenticator");
    public static readonly Text Scan = new("用手机上的验证器扫这个方块，或者手工输入下面的密钥，然后输入它显示的 6 位数字。", "Scan this square with the authenticator on your phone, or type the key below, then enter the six digits that it shows.");
    public static readonly Text Key = new("密钥", "Key");
    public static readonly Text Code = new("6 位验证码", "The six digits");
    public static readonly Text WrongCode = new("验证码不对。请看手机的时间准不准，再输一次新的。", "The code is not right. See whether your phone's clock is, and enter a new one.");
    public static readonly Text TurnOn = new("启用", "Turn it on");
    public static readonly Text CodesTitle = new("备用码", "Recovery codes");
    public static readonly Text CodesWhat = new("手机丢了时，用其中一个代替验证码登录；每个只能用一次。请抄下来或打印好收着，这里只显示这一次。", "When the phone is lost, one of these signs you in; each works once. Write them down or print them now: they are shown this once.");
    public static readonly Text Done = new("收好了", "I have kept them");
    public static readonly Text NewCodes = new("重新生成备用码", "Make new recovery codes");
    public static readonly Text TurnOff = new("停用动态验证码", "Turn it off");
    public static readonly Text TurnedOff = new("动态验证码已停用。", "The authenticator is off.");
    public static readonly Text Confirm = new("请输入现在的密码，确认是您本人。", "Enter your present password, to be sure it is you.");
}
