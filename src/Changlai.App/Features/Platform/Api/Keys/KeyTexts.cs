using Changlai.Core.Values;

namespace Changlai.App.Features.Platform.Api.Keys;

internal static class KeyTexts
{
    public static readonly Text Title = new("API 密钥", "API keys");
    public static readonly Text Purpose = new("让别的程序以您的身份使用常来，只能做您勾选的事。", "Let another program use Changlai in your name, for what you tick and no more.");
    public static readonly Text AllPurpose = new("所有人的密钥。怀疑泄露时，在这里停用。", "Everybody's keys. Revoke one here when you suspect that it leaked.");
    public static readonly Text What = new("哪些程序能代表谁使用接口；怀疑泄露时停用。", "Which programs use the API in whose name; revoke one that leaked.");
    public static readonly Text Settings = new("设置", "Settings");
    public static readonly Text HowTo = new("怎么用密钥：示例与全部接口", "How to use a key: examples and all operations");
    public static readonly Text New = new("新建密钥", "New key");
    public static readonly Text Name = new("用途", "What it is for");
    public static readonly Text NameHint = new("例如：收银系统、仓库报表。", "For example: the till, the stock report.");
    public static readonly Text Life = new("有效期", "Works for");
    public static readonly Text LifeDays = new("{0} 天", "{0} days");
    public static readonly Text Scopes = new("可以做什么", "What it may do");
    public static readonly Text Make = new("生成密钥", "Make the key");
    public static readonly Text Made = new("密钥已生成，只显示这一次：", "The key is made. It is shown only this once:");
    public static readonly Text MadeWhat = new("现在就把它存到要用它的程序里。丢了就停用它，另建一个。", "Put it into the program now. If it is lost, revoke it and make another.");
    public static readonly Text MadeBefore = new("这个密钥已经生成过，不能再显示。", "This key was made before and cannot be shown again.");
    public static readonly Text TheKey = new("密钥", "Key");
    public static readonly Text Begins = new("开头", "Begins with");
    public static readonly Text Owner = new("属于", "Belongs to");
    public static readonly Text Until = new("到期", "Until");
    public static readonly Text LastUsed = new("最近使用", "Last used");
    public static readonly Text Never = new("从未", "never");
    public static readonly Text State = new("状态", "State");
    public static readonly Text Working = new("可用", "works");
    public static readonly Text Expired = new("已到期", "expired");
    public static readonly Text Revoked = new("已停用", "revoked");
    public static readonly Text Revoke = new("停用", "Revoke");
    public static readonly Text Sure = new("确定停用", "Yes, revoke");
    public static readonly Text RevokeSure = new("确定停用 {0}，不能恢复", "Yes, revoke {0}, for good");
    public static readonly Text RevokeThis = new("停用 {0}", "Revoke {0}");
    public static readonly Text RevokedNotice = new("密钥“{0}”已停用，立即失效。", "The key “{0}” is revoked and works no more.");
    public static readonly Text None = new("还没有密钥", "No keys yet");
    public static readonly Text NoneWords = new("收银、网店等别的程序要读写客户资料时，给每个程序单独建一个。", "Make one for each program, a till or a web shop, that reads or writes customers.");
    public static readonly Text NoneOfAll = new("员工在自己的“API 密钥”页面生成。", "People make them on their own page “API keys”.");
    public static readonly Text NameMissing = new("请写明这个密钥给谁用，例如“收银系统”。", "Say what the key is for, such as “the till”.");
    public static readonly Text NameLong = new("最多 {0} 个字，现在是 {1} 个。", "At most {0} characters; these are {1}.");
    public static readonly Text NameControl = new("请去掉看不见的控制字符。", "Take out the control characters that cannot be seen.");
    public static readonly Text DaysWrong = new("请选 30、90、180 或 365 天。", "Choose 30, 90, 180 or 365 days.");
    public static readonly Text ScopeMissing = new("请至少勾选一项。", "Tick at least one.");
    public static readonly Text ScopeUnknown = new("没有这一项，请只勾选列出的。", "There is no such thing; tick only what is listed.");
}
