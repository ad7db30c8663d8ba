using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Completing;

internal static class CompletenessTexts
{
    public static readonly Text Title = new("资料完整度", "Completeness");
    public static readonly Text What = new("哪些资料更重要，决定客户卡上的分数和接下来问什么。", "What matters on a card: it makes the score and decides what is asked next.");
    public static readonly Text Purpose = new("每一项的分量，0 表示不计也不问。问的顺序由信任程度决定，收入从不主动问。", "The weight of each thing; 0 leaves it out. The order of asking follows trust, and nobody is asked their income.");
    public static readonly Text SeeTrend = new("看完整度的变化", "See how much is known, over time");
    public static readonly Text History = new("改了分量，客户卡上的分数立刻按新的算；过去各周的平均分保持原样，不重算。", "Changed weights count on the cards at once; the means of past weeks stay as they were and are not worked out anew.");
    public static readonly Text Settings = new("设置", "Settings");
    public static readonly Text Item = new("项目", "What");
    public static readonly Text Question = new("怎么问", "How it is asked");
    public static readonly Text From = new("从第几次购买起问", "Asked from purchase");
    public static readonly Text Weight = new("分量", "Weight");
    public static readonly Text WeightOf = new("“{0}”的分量", "Weight of “{0}”");
    public static readonly Text Wrong = new("请填 0 到 100 的整数。", "A whole number from 0 to 100.");
    public static readonly Text AllNothing = new("至少要有一项大于 0。", "At least one must be more than 0.");
    public static readonly Text Save = new("保存", "Save");
    public static readonly Text Saved = new("已保存，客户卡上的分数已按新的分量计算。", "Saved; the scores on the cards follow the new weights.");
    public static readonly Text AtOnce = new("随时", "At once");
    public static readonly Text Score = new("完整度 {0}", "{0} of 100 known");
    public static readonly Text Known = new("资料完整度", "How much is known");
    public static readonly Text AskNext = new("接下来可以问", "Worth asking next");
    public static readonly Text NothingToAsk = new("目前没有要问的。", "Nothing to ask just now.");
}
