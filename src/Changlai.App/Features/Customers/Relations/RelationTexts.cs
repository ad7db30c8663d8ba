using Changlai.App.Features.Customers.Contracts;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Relations;

internal static class RelationTexts
{
    public const string Family = "family";
    public const string IntroducedBy = "introduced-by";
    public const string Introduced = "introduced";

    public static readonly Text Title = new("关系", "Relations");
    public static readonly Text TitleOf = new("{0}的关系", "Relations of {0}");
    public static readonly Text Purpose = new("家人、同事、介绍人：两边的卡上都看得到。", "Family, colleagues, who introduced whom: shown on both cards.");
    public static readonly Text None = new("还没有记下关系。", "None noted yet.");
    public static readonly Text Edit = new("添加或修改", "Add or change");
    public static readonly Text Who = new("和谁", "With whom");
    public static readonly Text WhoHint = new("姓名、拼音、电话或编号。", "Name, pinyin, phone or number.");
    public static readonly Text Find = new("查找", "Find");
    public static readonly Text Kind = new("什么关系", "What they are to each other");
    public static readonly Text Found = new("选一位", "Choose one");
    public static readonly Text FoundNone = new("没有找到这样的客户。", "No such customer was found.");
    public static readonly Text Add = new("添加", "Add");
    public static readonly Text Remove = new("删除", "Remove");
    public static readonly Text RemoveOf = new("删除与{0}的关系", "Remove the relation with {0}");
    public static readonly Text Saved = new("关系已记下，对方的卡上也有。", "Noted, on the other card too.");
    public static readonly Text Removed = new("关系已删除。", "The relation is removed.");
    public static readonly Text NoKind = new("请选择是什么关系。", "Please choose what they are to each other.");
    public static readonly Text NoOther = new("请选一位客户，不能是本人。", "Please choose a customer other than themselves.");

    public static readonly Text Since = new("后来给其中的客户记下了 {0} 条关系。", "Relations noted since with customers of this import: {0}.");

    /// <summary>What the other is to this customer.</summary>
    public static readonly IReadOnlyList<Coded> Kinds =
    [
        new(Family, new("家人", "Family")), new("colleague", new("同事", "Colleague")), new(IntroducedBy, new("介绍人", "Introduced by")), new(Introduced, new("介绍来的", "Introduced")),
    ];

    /// <summary>What this customer is to the other.</summary>
    public static string Mirror(string kind) => kind switch { IntroducedBy => Introduced, Introduced => IntroducedBy, _ => kind };
}
