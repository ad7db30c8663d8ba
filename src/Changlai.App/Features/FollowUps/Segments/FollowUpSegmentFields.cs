using Changlai.App.Features.Customers.Contracts.Segments;
using Changlai.App.Features.FollowUps.Model;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Values;

namespace Changlai.App.Features.FollowUps.Segments;

/// <summary>Contacts that were made, and follow-ups that are planned or left out on purpose.</summary>
internal sealed class FollowUpSegmentFields : ISegmentField
{
    private const string Summary = "contact_summary";
    private static readonly Text Contacts = new("回访", "Follow-ups");

    public IEnumerable<SegmentField> Read(DatabaseSession session) =>
    [
        new("contacts.last", Contacts, new("最近一次联系", "last contact"), SegmentFieldKind.Day, "contact_summary.last_contact_on") { Summary = Summary, MayBeUnknown = true, IsUsual = true },
        new("contacts.count", Contacts, new("联系次数", "contacts"), SegmentFieldKind.Number, "coalesce(contact_summary.contacts, 0)") { Summary = Summary, IsForEveryone = true },
        new("contacts.outcome", Contacts, new("最近一次的结果", "last outcome"), SegmentFieldKind.Choice, "contact_summary.last_outcome")
        {
            Summary = Summary, MayBeUnknown = true, Options = [.. Outcome.All.Select(outcome => SegmentOption.Word(outcome.Code, outcome.Name))],
        },
        new("contacts.mood", Contacts, new("最近一次的心情", "last mood"), SegmentFieldKind.Choice, "contact_summary.last_mood")
        {
            Summary = Summary, MayBeUnknown = true, Options = [.. Mood.All.Select(mood => SegmentOption.Word(mood.Code, mood.Name))],
        },
        new("follow-ups.open", Contacts, new("已排回访的计划", "follow-up planned by"), SegmentFieldKind.Choice, "follow_up.plan")
        {
            History = new("follow_up", "follow_up.customer_id", "follow_up.state = 'planned'"), Options = Plans, ComesFromPlanning = true,
            Phrases = new(new("已排“{0}”回访", "a follow-up planned by “{0}”"), new("没排“{0}”回访", "no follow-up planned by “{0}”")),
        },
        new("follow-ups.held-out", Contacts, new("在哪个计划的对照组", "in the control group of"), SegmentFieldKind.Choice, "follow_up.plan")
        {
            History = new("follow_up", "follow_up.customer_id", "follow_up.state = 'held-out'"), Options = Plans, ComesFromPlanning = true,
            Phrases = new(new("在“{0}”的对照组", "a place in the control group of “{0}”"), new("不在“{0}”的对照组", "no place in the control group of “{0}”")),
        },
        new("follow-ups.any", Contacts, new("有未完成的回访", "has a follow-up planned"), SegmentFieldKind.YesNo, "true")
        {
            History = new("follow_up", "follow_up.customer_id", "follow_up.state = 'planned'"), ComesFromPlanning = true,
            Phrases = new(new("有未完成的回访", "a follow-up still to come"), new("没有未完成的回访", "no follow-up still to come")),
        },
    ];

    private static IReadOnlyList<SegmentOption> Plans => [.. ReadyMadePlans.All.Select(plan => new SegmentOption(plan.Code, plan.Name))];
}
