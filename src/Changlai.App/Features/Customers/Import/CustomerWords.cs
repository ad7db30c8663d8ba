using Changlai.App.Features.Customers.Contracts;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Import;

/// <summary>What people write in a cell for one of our codes.</summary>
internal static class CustomerWords
{
    private static readonly Dictionary<string, string> Synonyms = new (string Code, string[] Words)[]
    {
        ("male", ["男士", "男性", "m", "man"]),
        ("female", ["女士", "女性", "f", "woman"]),
        ("lead", ["潜客", "意向客户"]),
        ("direct", ["客户", "会员", "个人"]),
        ("supplier", ["供货商"]),
        ("partner", ["合作方"]),
        ("walk-in", ["到店", "自然到店"]),
        ("referral", ["转介绍", "老客介绍", "介绍"]),
        ("web", ["网络", "线上", "online", "website"]),
        ("advertising", ["广告投放", "ads"]),
        ("standard", ["普通会员"]),
        ("silver", ["银卡会员", "白银"]),
        ("gold", ["金卡会员", "黄金"]),
        ("diamond", ["钻石会员", "钻卡"]),
        ("zh", ["汉语", "普通话"]),
        ("en", ["英语"]),
        ("phone", ["打电话", "来电", "手机", "call", "calls"]),
        ("sms", ["手机短信", "text", "texts", "text messages"]),
        ("wecom", ["微信", "企微", "wechat"]),
        ("email", ["邮箱", "电子邮件", "mail", "emails"]),
        ("letter", ["信件", "信", "贺卡", "邮寄", "letters", "post", "cards"]),
        ("visit", ["拜访", "上门拜访", "visits"]),
    }.SelectMany(entry => entry.Words.Select(word => (word, entry.Code))).ToDictionary(entry => entry.word, entry => entry.Code, StringComparer.Ordinal);

    private static readonly string[] Nothing = ["-", "--", "—", "/", "无", "没有", "null", "nan", "none", "na", "n/a", "#n/a"];
    private static readonly string[] Yes = ["是", "有", "对", "勿扰", "免打扰", "请勿联系", "yes", "y", "true", "1", "x", "√", "✓"];
    private static readonly string[] No = ["否", "不是", "没", "可以", "可联系", "no", "n", "false", "0", "×"];

    /// <summary>Whether a cell holds what programs and people write where there is nothing.</summary>
    public static bool IsNothing(string cell) => Array.IndexOf(Nothing, Plain(cell)) >= 0;

    /// <summary>The code behind a word: itself, its name in either language, or what else people say; null for an unknown one.</summary>
    public static string? CodeOf(IReadOnlyList<Coded> codes, string word)
    {
        var plain = Plain(word);
        var known = codes.FirstOrDefault(code => Plain(code.Code) == plain || Plain(code.Name.Chinese) == plain || Plain(code.Name.English) == plain)?.Code;
        return known ?? (Synonyms.TryGetValue(plain, out var meant) && codes.Knows(meant) ? meant : null);
    }

    public static bool? YesOrNo(string word) => Plain(word) is var plain && Array.IndexOf(Yes, plain) >= 0 ? true : Array.IndexOf(No, plain) >= 0 ? false : null;

    public static string Plain(string word) => FullWidth.Fold(word).Trim().ToLowerInvariant();
}
