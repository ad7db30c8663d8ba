using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Api;

internal static class CustomerApiTexts
{
    public static readonly Text GivenByUs = new("编号由常来给出，请不要改它。", "The id is given by Changlai; leave it as it is.");
    public static readonly Text GivenByImport = new("这个号码由导入给出，请不要改它。", "This number is given by an import; leave it as it is.");
    public static readonly Text TooMany = new("最多 {0} 项，现在是 {1} 项。", "At most {0}; these are {1}.");
    public static readonly Text NoField = new("没有这个自定义项。", "There is no such field of your own.");
    public static readonly Text OneOf = new("请用其中之一：{0}。", "Give one of: {0}.");
    public static readonly Text NoPlace = new("请用上一次回答里的 next。", "Give the value of next of the answer before.");
    public static readonly Text NoSegment = new("没有这个细分，或现在不能用。", "There is no such segment, or it cannot be used now.");
}
