using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Contracts;

/// <summary>Something stored as a stable code and shown by its name.</summary>
public sealed record Coded(string Code, Text Name);

/// <summary>The codes of a customer card.</summary>
internal static class CustomerCodes
{
    public const string Lead = "lead";
    public const string Direct = "direct";
    public const string Mobile = "mobile";
    public const string Work = "work";
    public const string Birthday = "birthday";
    public const string ChildBirthday = "child-birthday";

    /// <summary>A special date that bears a name of its own.</summary>
    public const string NamedDate = "other";

    public static readonly IReadOnlyList<Coded> Kinds =
    [
        new(Direct, new("直接客户", "Customer")), new(Lead, new("潜在客户", "Lead")), new("partner", new("合作伙伴", "Partner")), new("supplier", new("供应商", "Supplier")),
    ];

    public static readonly IReadOnlyList<Coded> Sources =
    [
        new("walk-in", new("自己上门", "Walked in")), new("referral", new("朋友介绍", "A friend’s introduction")), new("advertising", new("广告", "Advertising")),
        new("own-development", new("自己开发", "Our own effort")), new("web", new("网上", "The web")), new("import", new("导入", "Import")),
    ];

    public static readonly IReadOnlyList<Coded> Genders = [new("female", new("女", "Female")), new("male", new("男", "Male"))];

    public static readonly IReadOnlyList<Coded> Tiers =
    [
        new("standard", new("普通", "Standard")), new("silver", new("银卡", "Silver")), new("gold", new("金卡", "Gold")), new("diamond", new("钻石", "Diamond")),
    ];

    /// <summary>Of a household, a month, in the currency of the store; nobody is asked more exactly.</summary>
    public static readonly IReadOnlyList<Coded> IncomeBands =
    [
        new("under-5000", new("5 千以下", "Under 5,000")), new("5000-10000", new("5 千至 1 万", "5,000 to 10,000")), new("10000-20000", new("1 万至 2 万", "10,000 to 20,000")),
        new("20000-50000", new("2 万至 5 万", "20,000 to 50,000")), new("over-50000", new("5 万以上", "Over 50,000")),
    ];

    public static readonly IReadOnlyList<Coded> PhoneKinds = [new(Mobile, new("手机", "Mobile")), new("home", new("家里", "Home")), new(Work, new("单位", "Work"))];

    public static readonly IReadOnlyList<Coded> Languages = [new("zh", new("中文", "Chinese")), new("en", new("英文", "English"))];

    public static readonly IReadOnlyList<Coded> DateKinds =
    [
        new(Birthday, new("生日", "Birthday")), new("wedding", new("结婚纪念日", "Wedding")), new("spouse-birthday", new("配偶生日", "Spouse’s birthday")),
        new(ChildBirthday, new("孩子生日", "Child’s birthday")), new("first-purchase", new("第一次购买", "First purchase")), new(NamedDate, new("其他", "Another")),
    ];

    public static bool Knows(this IReadOnlyList<Coded> codes, string code) => codes.Any(one => one.Code == code);

    /// <summary>A code nobody knows any more is shown as it is.</summary>
    public static Text NameOf(this IReadOnlyList<Coded> codes, string code) => codes.FirstOrDefault(one => one.Code == code)?.Name ?? new Text(code, code);
}
