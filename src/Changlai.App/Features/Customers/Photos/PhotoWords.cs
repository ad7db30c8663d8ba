using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Photos;

internal static class PhotoWords
{
    public static readonly Text Photo = new("照片", "Photo");
    public static readonly Text Of = new("{0}的照片", "Photo of {0}");
    public static readonly Text Choose = new("拍一张或选一张", "Take or choose one");
    public static readonly Text Another = new("换一张", "Take or choose another");
    public static readonly Text Hint = new(
        "先征得客户同意。JPEG、PNG 或 WebP，最大 3 MB；拍摄地点等信息会自动删除。",
        "Ask the customer first. JPEG, PNG or WebP, 3 MB at most; where it was taken and the like is removed.");
    public static readonly Text Remove = new("删除这张照片", "Remove this photo");
    public static readonly Text ChooseAgain = new("表单里还有别的要改正，照片没有保存，请再选一次。", "Something else is to be put right and the photo was not kept; please choose it again.");
}
