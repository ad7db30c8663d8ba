using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Rules;

/// <summary>One thing worth knowing of a customer.</summary>
/// <param name="Question">How to ask, for whoever has the customer before them.</param>
/// <param name="Weight">Its part of the score until the organisation says otherwise.</param>
/// <param name="Trust">Asked in this order: what is easily told comes first.</param>
/// <param name="AfterPurchases">Not asked before so many purchases: trust grows with them.</param>
public sealed record CardItem(string Code, Text Name, Text Question, int Weight, int Trust, int AfterPurchases)
{
    /// <summary>The one code that stands for every field of the organisation's own, each of which is a question.</summary>
    public const string OwnField = "own-field";

    public const string Income = "income";

    public static readonly IReadOnlyList<CardItem> All =
    [
        new("phone", new("电话", "Phone"), new("怎么联系您最方便？", "How do you like to be reached?"), 18, 1, 0),
        new("called", new("怎么称呼", "What they are called"), new("怎么称呼您？", "How may I call you?"), 6, 2, 0),
        new("source", new("怎么来的", "How they came"), new("您是怎么知道我们的？", "How did you hear of us?"), 5, 3, 0),
        new("hours", new("方便的时间", "Good days and hours"), new("什么时候打电话不打扰您？", "When is a good time to call?"), 8, 4, 0),
        new("consent", new("隐私同意", "Privacy consent"), new("我们怎样保存和使用您的资料，您同意吗？", "Do you agree to how we keep and use what you tell us?"), 8, 5, 0),
        new("topics", new("喜好与标签", "Likes and tags"), new("您平常喜欢什么？", "What do you like best?"), 8, 6, 1),
        new("birthday", new("生日", "Birthday"), new("您的生日是哪天，过公历还是农历？", "When is your birthday, by which calendar?"), 12, 7, 1),
        new("wecom", new("企业微信", "WeCom"), new("方便加个企业微信吗？", "May we add you on WeCom?"), 6, 8, 1),
        new("address", new("地址", "Address"), new("您住在哪一带？", "Which part of town do you live in?"), 10, 9, 1),
        new(OwnField, new("自定义的每一项", "Each field of our own"), new("顺便问问：{0}。", "By the way: {0}?"), 4, 10, 1),
        new("email", new("邮箱", "E-mail"), new("留个邮箱吗？", "Would you leave an e-mail?"), 4, 11, 2),
        new("family", new("家里的日子", "Family dates"), new("家里还有哪些值得记住的日子？", "Are there days of the family worth remembering?"), 5, 12, 3),
        new("occupation", new("职业", "Occupation"), new("您是做哪一行的？", "What work do you do?"), 6, 13, 3),
        new(Income, new("收入", "Income"), new("不用问，客户自己说起时记下。", "Do not ask; note it when they mention it."), 2, 14, 12),
    ];
}

/// <summary>A thing worth knowing as it stands with one customer.</summary>
/// <param name="OwnName">The name of the organisation's own field; null for the items above.</param>
internal sealed record CardState(CardItem Item, int Weight, bool IsKnown, Text? OwnName = null)
{
    public Text Question => OwnName is not { } name ? Item.Question
        : new Text(string.Format(Item.Question.Chinese, name.Chinese), string.Format(Item.Question.English, name.English));

    public Text Name => OwnName ?? Item.Name;
}
