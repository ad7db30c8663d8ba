using Changlai.Core.Values;

namespace Changlai.App.Ui;

/// <summary>The words of the frame and the parts.</summary>
public static class UiTexts
{
    /// <summary>The product's name.</summary>
    /// <summary>Between the entries of a list.</summary>
    public static readonly Text ListComma = new("、", ", ");
    public static readonly Text Product = new("常来", "Changlai");

    public static readonly Text Tagline = new("让客户常来。", "Keeps customers coming back.");
    public static readonly Text Skip = new("跳到正文", "Skip to content");
    public static readonly Text MainNavigation = new("主导航", "Main");
    public static readonly Text More = new("更多", "More");
    public static readonly Text Account = new("账户", "Account");
    public static readonly Text Find = new("姓名、拼音首字母、手机、卡号", "Name, pinyin initials, phone or card number");
    public static readonly Text FindLabel = new("查找", "Find");
    public static readonly Text OtherLanguage = new("English", "中文");
    public static readonly Text Keys = new("API 密钥", "API keys");
    public static readonly Text SignOut = new("退出", "Sign out");
    public static readonly Text SignIn = new("登录", "Sign in");
    public static readonly Text UserName = new("用户名", "User name");
    public static readonly Text Password = new("密码", "Password");

    public static readonly Text Today = new("今天", "today");
    public static readonly Text Tomorrow = new("明天", "tomorrow");
    public static readonly Text Yesterday = new("昨天", "yesterday");
    public static readonly Text InDays = new("{0} 天后", "in {0} days");
    public static readonly Text DaysAgo = new("{0} 天前", "{0} days ago");

    public static readonly Text Why = new("为什么？", "Why?");
    public static readonly Text Next = new("下一页", "Next");
    public static readonly Text Previous = new("上一页", "Previous");
    public static readonly Text FirstPage = new("回到第一页", "Back to the first page");
    public static readonly Text Pages = new("翻页", "Pages");
    public static readonly Text Close = new("关闭", "Close");
    public static readonly Text Needed = new("必填", "needed");
    public static readonly Text Optional = new("选填", "optional");
    public static readonly Text ShowTable = new("看数字", "Show the figures");
    public static readonly Text Queued = new("网络不畅，{0} 条结果已存在本机，恢复后自动发送。", "Poor reception: {0} outcomes are kept on this device and go out when it returns.");
    public static readonly Text QueueRefused = new("有一条结果未被接受，请打开这位客户核对。", "One outcome was not accepted; please open that customer and check.");

    public static readonly Text Load = new("{0}：{1} 个回访", "{0}: {1} follow-ups");
    public static readonly Text LoadOf = new("{0}：{1} 个回访，可承担 {2} 个", "{0}: {1} follow-ups, room for {2}");
    public static readonly Text LoadOver = new("{0}：{1} 个回访，超出可承担的 {2} 个", "{0}: {1} follow-ups, more than the {2} there is room for");
    public static readonly Text LoadClosed = new("{0}：休息", "{0}: closed");
}
