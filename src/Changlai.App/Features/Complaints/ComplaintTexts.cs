using Changlai.Core.Values;

namespace Changlai.App.Features.Complaints;

internal static class ComplaintTexts
{
    public static readonly Text Complaints = new("投诉", "Complaints");
    public static readonly Text StillOpen = new("{0} 的投诉还没有解决：", "The complaint of {0} is still open:");
    public static readonly Text InTheWay = new("其中 {0} 位客户有投诉记录。", "Customers of this import who have complained: {0}.");
    public static readonly Text NoWords = new("还没有写下内容。", "nobody wrote it down yet.");
}
