using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Privacy;

internal static class PrivacyTexts
{
    public static readonly Text Masked = new("部分资料对您的职责隐藏。确有需要时请说明原因，显示十分钟，并记入操作日志。", "Some of this is hidden from your role. When you need it, say why: it is shown for ten minutes and written into the audit log.");
    public static readonly Text Reason = new("原因", "Reason");
    public static readonly Text Words = new("说明", "In words");
    public static readonly Text Show = new("显示完整资料", "Show in full");
    public static readonly Text Shown = new("完整资料显示到 {0}。", "Shown in full until {0}.");
    public static readonly Text NoReason = new("请选一个原因：联系客户、核对身份、处理投诉或售后、核对资料、其他。", "Choose a reason: contact, identity, trouble, data or other.");
    public static readonly Text NoWords = new("请写明原因，至少 {0} 个字。", "Say why in at least {0} characters.");
    public static readonly Text TooLong = new("最多 {0} 个字。", "At most {0} characters.");
    public static readonly Text Control = new("不能含有控制字符。", "Control characters cannot stand here.");

    public static readonly Text SettingsTitle = new("隐私与脱敏", "Privacy and masking");
    public static readonly Text SettingsWhat = new("哪些职责看不到客户的完整电话、邮箱、号码和地址。", "Which roles do not see phones, e-mails, numbers and addresses in full.");
    public static readonly Text SettingsPurpose = new("勾选的内容对该职责显示为 138****5678 这样。页面、接口、导出和查找都一样；需要时可说明原因查看十分钟。", "What is ticked is shown to the role as 138****5678, on pages, in the API, in exports and in search alike. Whoever needs it says why and sees it for ten minutes.");
    public static readonly Text HiddenFrom = new("对「{0}」隐藏", "Hidden from {0}");
    public static readonly Text Save = new("保存", "Save");
    public static readonly Text Saved = new("已保存，立即生效。", "Saved; it holds from now on.");
    public static readonly Text Unknown = new("有一项不认识：{0}。请刷新页面再选。", "Something is not known: {0}. Load the page again and choose anew.");
    public static readonly Text Settings = new("设置", "Settings");

    public static readonly Text HeldTitle = new("{0}：我们保存的全部资料", "{0}: all that we hold");
    public static readonly Text HeldPurpose = new("客户有权查看和取走。查看和下载都记入操作日志。", "Customers may read it and take it with them. Reading and downloading are written into the audit log.");
    public static readonly Text Download = new("下载 JSON", "Download as JSON");
    public static readonly Text EraseLink = new("应客户要求删除", "Erase at their request");
    public static readonly Text HeldLink = new("保存的全部资料", "All that is held");
    public static readonly Text History = new("往来记录", "What happened");
    public static readonly Text OnlyNewest = new("往来很多，这里只列出最近的 {0} 条；下载的文件是全的。", "There is a great deal; the newest {0} are listed here, the file holds all.");
    public static readonly Text Rows = new("记录数", "Records");
    public static readonly Text What = new("内容", "What");
    public static readonly Text RevealFirst = new("请先在客户卡上说明原因、显示完整资料，再取全部资料。", "Ask on the card to see it in full first, with a reason; then take all that is held.");

    public static readonly Text EraseTitle = new("删除{0}", "Erase {0}");
    public static readonly Text ErasePurpose = new("不能撤销。删除后只留下不含个人信息的交易记录和一张证明。", "It cannot be undone. What stays is the record of sales without a person, and a certificate.");
    public static readonly Text WillGo = new("将删除", "Will be deleted");
    public static readonly Text WillStay = new("依法保留（不再指向任何人）", "Kept by law (leading to nobody)");
    public static readonly Text AskedOn = new("客户提出的日期", "Asked on");
    public static readonly Text AskedHow = new("怎样提出、怎样核实身份", "How they asked, and how we made sure it was they");
    public static readonly Text AskedHowHint = new("写入证明，请不要写姓名、电话。例如：本人到店，核对证件。", "It stands in the certificate: no names or numbers. For example: came in person, showed a card.");
    public static readonly Text ConfirmName = new("请输入客户姓名确认：{0}", "Type the customer's name to confirm: {0}");
    public static readonly Text Erase = new("永久删除", "Erase for good");
    public static readonly Text WrongName = new("和客户姓名不一致，请照「{0}」输入。", "This is not the name; type {0}.");
    public static readonly Text NoDay = new("请写 2019-01-01 到今天之间的一天，例如 {0}。", "Write a day between 2019-01-01 and today, such as {0}.");
    public static readonly Text NoHow = new("请写明，4 到 {0} 个字。", "Say it in 4 to {0} characters.");
    public static readonly Text Personal = new("证明里不能有客户的姓名、电话或邮箱，请去掉「{0}」。", "The certificate must not hold the customer's name, phone or e-mail: take out \"{0}\".");
    public static readonly Text Erased = new("已删除。这是给客户的证明。", "Erased. This is the certificate for the customer.");

    public static readonly Text Erasures = new("删除证明", "Certificates of erasure");
    public static readonly Text ErasuresWhat = new("应客户要求删除了谁的资料，留下了什么。", "What was erased at customers' request, and what was kept.");
    public static readonly Text ErasuresPurpose = new("应客户要求做过的删除。证明里没有个人信息。", "What was erased at customers' request. A certificate holds nothing personal.");
    public static readonly Text NoErasures = new("还没有删除过", "Nothing erased yet");
    public static readonly Text NoErasuresWords = new("客户要求删除时，打开客户卡，在「资料」下面打开「保存的全部资料」，再选「应客户要求删除」。", "When a customer asks for it: open their card, then All that is held under About, then Erase at their request.");
    public static readonly Text Certificate = new("个人信息删除证明", "Certificate of erasure");
    public static readonly Text CertificateNumber = new("编号", "Number");
    public static readonly Text CustomerNumber = new("客户编号（本系统）", "Customer's id (in this system)");
    public static readonly Text DoneAt = new("删除时间", "Erased at");
    public static readonly Text DoneBy = new("经办人", "By");
    public static readonly Text Deleted = new("已删除", "Deleted");
    public static readonly Text Kept = new("依法保留", "Kept by law");
    public static readonly Text Ground = new("依据：{0}", "Ground: {0}");
    public static readonly Text Nothing = new("无", "Nothing");
    public static readonly Text Seal = new("校验值（SHA-256）", "Seal (SHA-256)");
    public static readonly Text SealBroken = new("校验值不符：这张证明被改动过。", "The seal does not fit: this certificate has been changed.");
    public static readonly Text Elsewhere = new("备份和上传过的文件按保存期限到期清除；操作日志只记编号，不含个人信息。", "Backups and uploaded files go when their time is up; the audit log names the id only and holds nothing personal.");
}
