using Changlai.Core.Values;

namespace Changlai.App.Features.Complaints;

internal static class ComplaintTexts
{
    public static readonly Text StillOpen = new("{0} 的投诉还没有解决：", "The complaint of {0} is still open:");
    public static readonly Text NoWords = new("还没有写下内容。", "nobody wrote it down yet.");
}
