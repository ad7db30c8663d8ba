using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Contracts.Segments;
using Changlai.App.Features.Customers.Editing;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Segments.Fields;

/// <summary>How customers wish to be contacted, and not to be.</summary>
internal sealed class WishSegmentFields : ISegmentField
{
    private static readonly Text Wishes = new("联系意愿", "Wishes");

    /// <summary>A refusal of calls stands in a column of its own.</summary>
    private static readonly string Refused = $"(customer.refused_channels | CASE WHEN customer.phone_refused THEN {ContactChannel.Phone.Bit} ELSE 0 END)";

    private static readonly IReadOnlyList<SegmentOption> Channels =
        [.. ContactChannel.All.Select(channel => SegmentOption.Word(channel.Bit.ToString(), channel.Name))];

    private static readonly IReadOnlyList<SegmentOption> Weekdays = [.. Enumerable.Range(0, 7).Select(day =>
        new SegmentOption((1 << day).ToString(), Core.Calendars.Weekdays.FromBits(1 << day).Words))];

    public IEnumerable<SegmentField> Read(DatabaseSession session) =>
    [
        YesNo("customer.do-not-contact", new("要求不再联系", "asked not to be contacted"), "customer.do_not_contact",
            new("要求不再联系", "a wish not to be contacted"), new("可以联系", "no objection to being contacted")),
        new("customer.liked-channels", Wishes, new("喜欢的联系方式", "channel liked"), SegmentFieldKind.Choice, "customer.liked_channels")
        {
            Values = SegmentValues.Bits, Options = Channels, Phrases = new(new("喜欢{0}", "a liking for {0}"), new("没说喜欢{0}", "no liking told for {0}")),
        },
        new("customer.refused-channels", Wishes, new("拒绝的联系方式", "channel refused"), SegmentFieldKind.Choice, Refused)
        {
            Values = SegmentValues.Bits, Options = Channels, Phrases = new(new("拒绝{0}", "a refusal of {0}"), new("没有拒绝{0}", "no refusal of {0}")),
        },
        YesNo("customer.not-at-work", new("不要打到单位", "never to be called at work"), "customer.not_at_work",
            new("不要打到单位", "a wish never to be called at work"), new("没说不要打到单位", "no objection to calls at work")),
        YesNo("customer.consented", new("同意隐私条款", "consented to the privacy wording"), "customer.privacy_consent_at IS NOT NULL",
            new("同意了隐私条款", "a privacy consent"), new("没有同意隐私条款", "no privacy consent")),
        YesNo("customer.phone-wrong", new("号码打不通", "phone does not reach them"), "customer.phone_wrong",
            new("号码打不通", "a phone that does not reach them"), new("号码没有错", "no wrong phone number")),
        // The channels that are refused say the same, and more.
        YesNo("customer.phone-refused", new("不愿接电话", "does not want calls"), "customer.phone_refused",
            new("不愿接电话", "a refusal of calls"), new("愿意接电话", "no refusal of calls")) with { IsRetired = true },
        new("customer.weekdays", Wishes, new("方便的日子", "good days"), SegmentFieldKind.Choice, "customer.preferred_weekdays") { Values = SegmentValues.Bits, Options = Weekdays },
        new("customer.topics", Wishes, new("感兴趣的话题", "topic of interest"), SegmentFieldKind.Choice, "customer_tag.tag_id")
        {
            History = new("customer_tag", "customer_tag.customer_id"), Values = SegmentValues.Id, IsIndexed = true, Choices = new TagChoices(Tags.Topic),
            Phrases = new(new("对“{0}”感兴趣", "an interest in “{0}”"), new("没说对“{0}”感兴趣", "no interest told in “{0}”")),
        },
    ];

    private static SegmentField YesNo(string code, Text name, string expression, Text holds, Text holdsNot) =>
        new(code, Wishes, name, SegmentFieldKind.YesNo, expression) { Phrases = new(holds, holdsNot) };
}
