using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Imports;
using Changlai.Core.Values;

namespace Changlai.App.Features.Platform.People.Import;

/// <summary>The words of an import of staff.</summary>
internal static class StaffImportTexts
{
    public const int LongestName = 100;

    public static readonly ImportKind Kind = new("staff", 40, new Text("员工", "Staff"))
    {
        New = new Text("导入员工", "Import staff"),
        FileLabel = new Text("员工文件", "Staff file"),
        FileHint = new Text("一行一位员工：姓名、门店、角色、工作日、每天联系数。没有密码，导入后由管理员开通登录。", "One person to a row: name, store, role, working days, contacts a day. No passwords; an administrator lets them sign in afterwards."),
        Changes = new Text("新员工", "New people"),
        NothingNew = new Text("这些员工都已经有了，再导入一次也不会改变什么。", "All of these people are here already; importing them again changes nothing."),
        Comparing = new Text("读完 {0} 行，正在和已有的员工比对", "{0} lines read; comparing them with the people stored"),
        Writing = new Text("读完 {0} 行，正在写入员工", "{0} lines read; storing the people"),
        Done = new Text("导入完成，用了 {0} 秒。", "Imported in {0} seconds."),
    };

    public static readonly Text People = new("员工", "People");
    public static readonly Text InFile = new("文件中的人数", "in the file");

    public static readonly RejectReason NameMissing = new("name-missing",
        new Text("这一行没有姓名，或姓名太长。", "The line has no name, or too long a one."),
        new Text("请写姓名，不超过 100 个字。", "Give the name, up to 100 characters."));

    public static readonly RejectReason Twice = new("name-twice",
        new Text("“{0}”在同一家门店已经写过一行。", "“{0}” stands on an earlier line for the same store."),
        new Text("每人只留一行；同名的两位请在姓名里区分。", "Keep one line to a person; tell two of one name apart in their names."));

    public static readonly RejectReason RoleUnknown = new("role-unknown",
        new Text("没有“{0}”这种角色。", "There is no role “{0}”."),
        new Text("请写店员、店长、总部、审计或管理员。", "Write staff, manager, head office, auditor or admin."));

    public static readonly RejectReason RoleNotYours = new("role-not-yours",
        new Text("“{0}”涉及管理员，只有管理员能改。", "“{0}” concerns an administrator, whom only administrators may change."),
        new Text("请换一种角色，或请管理员导入。", "Give another role, or ask an administrator to import this line."));

    public static readonly RejectReason WeekdaysUnknown = new("weekdays-unknown",
        new Text("看不懂工作日“{0}”。", "The working days “{0}” cannot be read."),
        new Text("请写成 周一至周五、一三五 或 1-5。", "Write them like Mon-Fri, 1-5 or 1,3,5."));

    public static readonly RejectReason CapacityInvalid = new("capacity-invalid",
        new Text("“{0}”不能作每天联系数。", "“{0}” cannot be a number of contacts a day."),
        new Text("请写 0 到 1000 的整数。", "Give a whole number from 0 to 1000."));

    public static readonly RejectReason LanguageUnknown = new("language-unknown",
        new Text("不支持“{0}”这种语言。", "The language “{0}” is not supported."),
        new Text("请写中文或英文。", "Write Chinese or English."));

    public static Text ReasonName(string code) => code switch
    {
        "name-missing" => new Text("没有姓名", "No name"),
        "name-twice" => new Text("同一人写了两行", "A person stands twice"),
        "role-unknown" => new Text("没有这种角色", "Unknown role"),
        "role-not-yours" => new Text("涉及管理员", "Concerns an administrator"),
        "weekdays-unknown" => new Text("工作日看不懂", "Working days cannot be read"),
        "capacity-invalid" => new Text("联系数不对", "Not a number of contacts"),
        "language-unknown" => new Text("没有这种语言", "Unknown language"),
        _ => RowReasons.NameOf(code),
    };

    public static bool IsHeadOffice(string store) => store is "总部" or "公司" or "总公司" || store.Equals("head office", StringComparison.OrdinalIgnoreCase);

    public static StaffRole? RoleOf(string word) => FullWidth.Fold(word).Trim().ToLowerInvariant() switch
    {
        "店员" or "员工" or "导购" or "技师" or "顾问" or "staff" or "employee" => StaffRole.Staff,
        "店长" or "经理" or "门店经理" or "manager" or "store manager" => StaffRole.Manager,
        "总部" or "总部人员" or "head-office" or "head office" => StaffRole.HeadOffice,
        "审计" or "稽核" or "auditor" => StaffRole.Auditor,
        "管理员" or "系统管理员" or "admin" or "administrator" => StaffRole.Admin,
        _ => null,
    };
}
