using Changlai.Core.Values;

namespace Changlai.App.Features.FollowUps.Card;

internal static class FollowUpCardTexts
{
    public static readonly Text Planned = new("接下来的回访", "Coming follow-ups");
    public static readonly Text NonePlanned = new("目前没有安排。", "Nothing is planned just now.");
    public static readonly Text Late = new("已晚", "Late");
    public static readonly Text Today = new("今天", "Today");
    public static readonly Text NotPlaced = new("未排上", "No day found");
    public static readonly Text HeldOut = new("对照组", "Control group");
    public static readonly Text AtStake = new("关乎 {0}", "{0} at stake");
    public static readonly Text Nobody = new("未分派", "unassigned");
    public static readonly Text Contacts = new("沟通", "Contacts");
    public static readonly Text FollowUps = new("回访", "Follow-ups");
    public static readonly Text Done = new("已完成", "Done");
    public static readonly Text Skipped = new("已跳过：{0}", "Skipped: {0}");
    public static readonly Text Contact = new("{0}：{1}", "{0}: {1}");
}
