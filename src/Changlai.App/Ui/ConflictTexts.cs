using Changlai.Core.Values;

namespace Changlai.App.Ui;

/// <summary>What somebody is told who was not the first to save.</summary>
internal static class ConflictTexts
{
    public static readonly Text Title = new("有人刚改过这里", "Somebody has just changed this");
    public static readonly Text Words = new("您打开表单以后，已被别人保存过。下面是不同之处；什么都还没有被覆盖。", "It was saved by somebody else after you opened the form. Here is what differs; nothing has been overwritten.");
    public static readonly Text Same = new("您填的和现在存的完全一样，不用再保存。", "What you typed is what is stored now; there is nothing left to save.");
    public static readonly Text Field = new("项目", "What");
    public static readonly Text Yours = new("您填的", "Yours");
    public static readonly Text Theirs = new("现在存的", "As it is now");
    public static readonly Text TakeTheirs = new("放弃我的，用现在存的", "Drop mine, keep what is stored");
    public static readonly Text Nothing = new("空", "empty");
}
