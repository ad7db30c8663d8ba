using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Values;

namespace Changlai.App.Features.Platform.Api.Pages;

internal static class ApiTexts
{
    public static readonly Text Title = new("接口说明", "The API");
    public static readonly Text Purpose = new("让收银、网店、报表等别的程序读写常来里的资料。", "For other programs, a till, a web shop, a report, to read and write what Changlai holds.");
    public static readonly Text Begin = new("怎么开始", "How to begin");
    public static readonly Text MakeKey = new("给每个程序单独建一个密钥，只勾选它要做的事。密钥只显示一次，最长一年；它能做的永远不会超过您自己此刻能做的。",
        "Make a key for each program and tick only what it does. A key is shown once and lasts a year at most; it never does more than you may at that moment.");
    public static readonly Text ToKeys = new("建密钥", "Make a key");
    public static readonly Text Call = new("每次请求带上密钥：", "Send the key with each call:");
    public static readonly Text Read = new("查找客户", "Find customers");
    public static readonly Text Enter = new("登记客户：同一个 Idempotency-Key 再发一次，什么都不会重复", "Enter a customer: the same Idempotency-Key sent again enters nothing twice");
    public static readonly Text Change = new("修改：先读，记下 ETag，修改时放进 If-Match；别人先改了就答 412，什么都不会被覆盖", "Change: read first, keep the ETag, send it as If-Match; where somebody was quicker the answer is 412 and nothing is overwritten");
    public static readonly Text Rules = new("约定", "Rules");
    public static readonly Text RuleLists = new("清单是 {0}；把 {1} 放进 {2} 就是下一页，最后一页没有。", "Lists are {0}; send {1} as {2} for the following page; the last has none.");
    public static readonly Text RuleErrors = new("出错时回答 application/problem+json；写错的字段列在 {0} 里，说明哪里不对、怎样才对。多写的字段会被拒绝。",
        "Errors are application/problem+json; {0} names each wrong field, what is wrong and what would be right. Fields that nobody knows are refused.");
    public static readonly Text RuleDays = new("日期写成 2026-11-23；名字里带 {0} 的金额以分（币种的最小单位）计。", "Days are written 2026-11-23; amounts called {0} are in minor units of their currency.");
    public static readonly Text RuleRates = new("一个密钥每分钟最多 600 次；超过时回答 429，Retry-After 说明等多久。", "A key may call 600 times a minute; beyond that the answer is 429, and Retry-After says how long to wait.");
    public static readonly Text Document = new("机器可读的说明（OpenAPI 3.1）", "For machines: OpenAPI 3.1");
    public static readonly Text Operations = new("可以做的事", "What it can do");
    public static readonly Text OperationsWords = new("共 {0} 项，由程序自己列出。“密钥要勾选”是密钥需要的权限。", "{0} operations, listed by the program itself. “Scope” is what a key needs.");
    public static readonly Text Operation = new("操作", "Operation");
    public static readonly Text What = new("做什么", "What it does");
    public static readonly Text Scope = new("密钥要勾选", "Scope");
    public static readonly Text Who = new("谁能用", "Who may");
    public static readonly Text Versioned = new("有版本", "versioned");
    public static readonly Text Example = new("示例：{0}", "Example: {0}");

    public static Text Of(Access access) => access switch
    {
        Access.Anonymous => new("所有人", "Everybody"),
        Access.SignedIn => new("登录的人", "Whoever is signed in"),
        Access.ReadCustomers => new("登录的人，只看到自己范围内的客户", "Whoever is signed in, of the customers in their reach"),
        Access.ChangeCustomers => new("除审计以外的人", "All but auditors"),
        Access.Oversee => new("店长、总部、审计", "Managers, head office, auditors"),
        Access.ManageStore => new("店长、总部", "Managers, head office"),
        Access.HeadOffice => new("总部", "Head office"),
        Access.Audit => new("审计、总部", "Auditors, head office"),
        Access.Administer => new("管理员", "Administrators"),
        _ => throw new ArgumentOutOfRangeException(nameof(access)),
    };
}
