using Changlai.Core.Values;

namespace Changlai.App.Ui;

/// <summary>What somebody is told who was not the first to save.</summary>
internal static class ConflictTexts
{
    public static readonly Text Title = new("还没有保存：有人刚改过这里。", "Not saved yet: somebody has just changed this.");
    public static readonly Text By = new("最近一次是 {0} 在 {1} 保存的。", "It was last saved by {0}, {1}.");
    public static readonly Text ByYourself = new("最近一次是您自己在 {0} 保存的，可能是在另一个窗口。", "You saved it last yourself, {0}, perhaps in another window.");
    public static readonly Text Words = new("下面是不同之处；什么都还没有被覆盖，您填的都还在表单里。", "Here is what differs. Nothing has been overwritten, and all you typed is still in the form.");
    public static readonly Text Same = new("您填的和现在存的完全一样，不用再保存。", "What you typed is what is stored now; there is nothing left to save.");
    public static readonly Text Next = new("请核对下面的表单，该改的改好，再按「按我的表单保存」：表单里的内容会代替现在存的。", "Check the form below, change what needs changing, and press “Save my form”: what stands in the form then replaces what is stored.");
    public static readonly Text Field = new("项目", "What");
    public static readonly Text Yours = new("您的表单", "Your form");
    public static readonly Text Theirs = new("现在存的", "As it is now");
    public static readonly Text TakeTheirs = new("放弃我的，用现在存的", "Drop mine, keep what is stored");
    public static readonly Text Leave = new("看现在存的", "See what is stored");
    public static readonly Text SaveMine = new("按我的表单保存", "Save my form");
    public static readonly Text Nothing = new("空", "empty");
}
