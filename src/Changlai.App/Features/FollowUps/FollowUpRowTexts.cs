using Changlai.Core.Values;

namespace Changlai.App.Features.FollowUps;

internal static class FollowUpRowTexts
{
    public static readonly Text FollowUps = new("回访", "Follow-ups");
    public static readonly Text Open = new("待做回访", "Open follow-ups");
    public static readonly Text Contacts = new("沟通记录", "Contacts");
}
