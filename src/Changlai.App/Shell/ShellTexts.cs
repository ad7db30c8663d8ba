using Changlai.Core.Values;

namespace Changlai.App.Shell;

internal static class ShellTexts
{
    public static readonly Text Today = new("今日", "Today");
    public static readonly Text Customers = new("客户", "Customers");
    public static readonly Text Segments = new("细分", "Segments");
    public static readonly Text Plans = new("计划", "Plans");
    public static readonly Text Products = new("产品", "Products");
    public static readonly Text Assets = new("设备", "Devices");
    public static readonly Text Import = new("导入", "Import");
    public static readonly Text People = new("员工", "People");
    public static readonly Text TooOften = new("试得太频繁", "Too many attempts");
    public static readonly Text TooOftenWhat = new("请过一分钟再试。", "Please try again in a minute.");
    public static readonly Text Audit = new("日志", "Audit log");
    public static readonly Text Settings = new("设置", "Settings");
    public static readonly Text FindHint = new("姓名、拼音、电话、卡号、地址", "Name, pinyin, phone, card, address");
    public static readonly Text NotFound = new("没有这个页面", "There is no such page");
    public static readonly Text NotFoundWhat = new("地址可能写错了，或者内容已经不在。可以从今日重新开始。", "The address may be mistyped, or what was here is gone. Start again from Today.");
    public static readonly Text Failed = new("这一步没有做成", "This did not work");
    public static readonly Text FailedWhat = new("已经保存的内容都还在。请再试一次；还不行就告诉管理员。", "What was saved is still there. Please try again; if it fails again, tell your administrator.");
    public static readonly Text TooLarge = new("发来的内容太大", "Too much was sent at once");
    public static readonly Text TooLargeWhat = new("没有改动任何内容。请换一个小一些的文件或照片再试。", "Nothing was changed. Please try again with a smaller file or photo.");
    public static readonly Text Refused = new("表单已经过期", "The form had expired");
    public static readonly Text RefusedWhat = new("没有改动任何内容。请返回上一页，刷新后再提交。", "Nothing was changed. Go back, reload the page and send it again.");
    public static readonly Text SignInFirst = new("请先登录", "Sign in first");
    public static readonly Text SignInFirstWhat = new("这个地址只对登录过的程序开放。", "This address answers programs that have signed in.");
    public static readonly Text NotUnderstood = new("请求读不懂", "The request could not be read");
    public static readonly Text NotUnderstoodWhat = new("没有改动任何内容。请按接口说明检查地址里的数字和正文的 JSON。", "Nothing was changed. Check the numbers in the address and the JSON of the body.");
    public static readonly Text BackToToday = new("回到今日", "Back to Today");
}
