using Changlai.Core.Values;

namespace Changlai.App.Features.Platform.People.Passkeys;

internal static class PasskeyTexts
{
    public static readonly Text Title = new("通行密钥", "Passkeys");
    public static readonly Text What = new("用指纹、面容或设备的锁屏密码登录，不用输入登录名、密码和验证码。", "Sign in with your fingerprint, your face or the lock of your device: no name, no password, no code.");
    public static readonly Text None = new("还没有通行密钥。", "There is no passkey yet.");
    public static readonly Text Add = new("添加通行密钥", "Add a passkey");
    public static readonly Text Added = new("通行密钥已添加，下次可以用它登录。", "The passkey is added; the next time it signs you in.");
    public static readonly Text NotAdded = new("没有添加：设备没有确认，或者等得太久。请再试一次。", "It was not added: your device did not confirm it, or it took too long. Try again.");
    public static readonly Text TooMany = new("最多 {0} 个通行密钥，请先删掉一个。", "There are {0} passkeys at most; remove one first.");
    public static readonly Text Name = new("名称", "Name");
    public static readonly Text Rename = new("改名", "Rename");
    public static readonly Text Renamed = new("名称已改。", "Renamed.");
    public static readonly Text Remove = new("删除", "Remove");
    public static readonly Text Removed = new("已删除，它不能再用来登录。", "Removed; it signs nobody in any more.");
    public static readonly Text Manage = new("改名或删除", "Rename or remove");
    public static readonly Text Made = new("{0} 添加", "added {0}");
    public static readonly Text Used = new("最近使用 {0}", "last used {0}");
    public static readonly Text NeverUsed = new("还没用过", "not used yet");
    public static readonly Text Unnamed = new("我的设备", "My device");
    public static readonly Text SignIn = new("用通行密钥登录", "Sign in with a passkey");
    public static readonly Text Failed = new("通行密钥没有通过。请再试一次，或者用密码登录。", "The passkey did not fit. Try again, or sign in with your password.");
    public static readonly Text HasSome = new("有 {0} 个。设备丢了时，可以替本人全部删除。", "There are {0}. When the device is lost, remove them all for them.");
    public static readonly Text RemoveAll = new("全部删除", "Remove them all");
    public static readonly Text AllRemoved = new("通行密钥已全部删除，登录着的设备都已退出。", "The passkeys are removed, and they are signed out everywhere.");
}
