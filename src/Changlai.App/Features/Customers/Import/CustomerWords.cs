using Changlai.App.Features.Customers.Contracts;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Import;

/// <summary>What people write in a cell for one of our codes.</summary>
internal static class CustomerWords
{
    private static readonly Dictionary<string, string> Synonyms = new(StringComparer.Ordinal)
    {
        ["男士"] = "male", ["男性"] = "male", ["m"] = "male", ["man"] = "male", ["女士"] = "female", ["女性"] = "female", ["f"] = "female", ["woman"] = "female",
        ["潜客"] = "lead", ["意向客户"] = "lead", ["客户"] = "direct", ["会员"] = "direct", ["个人"] = "direct", ["供货商"] = "supplier", ["合作方"] = "partner",
        ["到店"] = "walk-in", ["自然到店"] = "walk-in", ["转介绍"] = "referral", ["老客介绍"] = "referral", ["介绍"] = "referral", ["网络"] = "web", ["线上"] = "web", ["online"] = "web", ["website"] = "web",
        ["广告投放"] = "advertising", ["ads"] = "advertising",
        ["普通会员"] = "standard", ["银卡会员"] = "silver", ["金卡会员"] = "gold", ["钻石会员"] = "diamond", ["钻卡"] = "diamond", ["白银"] = "silver", ["黄金"] = "gold",
        ["中文"] = "zh", ["汉语"] = "zh", ["普通话"] = "zh", ["英语"] = "en", ["英文"] = "en",
    };

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
