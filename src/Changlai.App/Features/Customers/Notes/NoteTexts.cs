using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Notes;

internal static class NoteTexts
{
    public static readonly Text Notes = new("备注", "Notes");
    public static readonly Text Note = new("备注", "Note");
    public static readonly Text Write = new("记一笔", "Write a note");
    public static readonly Text Hint = new("下次谁接待这位客户，都该知道的事。", "What whoever serves them next should know.");
    public static readonly Text Save = new("记下", "Keep it");
    public static readonly Text Saved = new("已记下。", "Noted.");
    public static readonly Text Empty = new("请写点什么再保存。", "Please write something first.");
    public static readonly Text Long = new("最多 {0} 个字，现在是 {1} 个。", "At most {0} characters; these are {1}.");
    public static readonly Text Changes = new("负责人与门店", "Owner and store");
    public static readonly Text NewOwner = new("负责人改为{0}", "Owner is now {0}");
    public static readonly Text NewStore = new("门店改为{0}", "Store is now {0}");
    public static readonly Text Company = new("公司", "the company");
    public static readonly Text NoStore = new("未定", "none");
}
