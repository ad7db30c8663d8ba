using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Contracts;

/// <summary>Why a customer is not contacted, as their own wish.</summary>
internal static class WishTexts
{
    public static readonly Text DoNotContact = new("客户要求不再联系。", "The customer asked not to be contacted.");
    public static readonly Text ChannelRefused = new("客户不愿以这种方式被联系。", "The customer does not want to be reached this way.");
    public static readonly Text PhoneWrong = new("这个号码打不通，等待更正。", "The number does not reach them and waits to be corrected.");
    public static readonly Text NotAtWork = new("客户要求不要打到单位。", "The customer asked never to be called at work.");
    public static readonly Text AnotherHour = new("客户希望在另外的时间被联系。", "The customer wishes to be contacted at another time.");
}
