using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Imports;
using Changlai.App.Features.Platform.Contracts.Tables;
using Changlai.Core.Calendars;
using Changlai.Core.Values;

namespace Changlai.App.Features.Platform.People.Import;

/// <summary>Staff lists, one person to a row, without passwords: somebody new cannot sign in before an administrator gives them one.</summary>
internal sealed class StaffImportTarget : IImportTarget
{
    private static readonly IReadOnlyList<ImportField> AllFields =
    [
        new("name", new("姓名", "Name"), ["姓名", "员工姓名", "员工", "名字", "name", "staff name", "full name", "employee", "employee name"]),
        new("store", new("门店", "Store"), ["门店", "门店名称", "所属门店", "店铺", "分店", "store", "store name", "shop", "branch"]),
        new("role", new("角色", "Role"), ["角色", "岗位", "职位", "职务", "role", "position", "job"]),
        new("weekdays", new("工作日", "Working days"), ["工作日", "上班时间", "上班日", "班次", "working days", "working weekdays", "weekdays", "days"]),
        new("capacity", new("每天联系数", "Contacts a day"), ["每天联系数", "每日联系数", "每天回访数", "每日回访量", "capacity", "daily capacity", "contacts a day", "contacts per day"]),
        new("language", new("语言", "Language"), ["语言", "language"]),
    ];

    public ImportKind Kind => StaffImportTexts.Kind;

    public bool IsFor(Viewer viewer, StoreDirectory stores) => viewer.May(Access.HeadOffice);

    public IReadOnlyList<ImportField> Fields(DatabaseSession session) => AllFields;

    public Text NameOf(string reason) => StaffImportTexts.ReasonName(reason);

    public ImportContents Read(DatabaseSession session, ImportReading reading)
    {
        var seen = new HashSet<(string, long?)>();
        var file = RowFile<StaffLine>.Read(reading, AllFields, [["name"]], row =>
        {
            var line = ReadLine(row, reading);
            if (row.IsRight && !seen.Add((line.Name.ToLowerInvariant(), line.StoreId))) row.Wrong("name", StaffImportTexts.Twice);
            return line;
        });
        return new StaffContents(file.Taken, reading).Of(file.Contents);
    }

    private static StaffLine ReadLine(ImportRow row, ImportReading reading)
    {
        var name = row.Words("name") ?? "";
        if (name.Length is 0 or > StaffImportTexts.LongestName) row.Wrong("name", StaffImportTexts.NameMissing);
        return new StaffLine(row.Line, name, StoreOf(row, reading), RoleOf(row, reading), WeekdaysOf(row), CapacityOf(row), LanguageOf(row));
    }

    private static long? StoreOf(ImportRow row, ImportReading reading)
    {
        if (row.Words("store") is not { } name || StaffImportTexts.IsHeadOffice(name)) return null;
        if (reading.Stores.FirstOrDefault(store => store.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } found) return found.Id;
        row.Wrong("store", RowReasons.StoreUnknown);
        return null;
    }

    /// <summary>Nobody gives a role above their own.</summary>
    private static string? RoleOf(ImportRow row, ImportReading reading)
    {
        if (row.Words("role") is not { } word) return null;
        if (StaffImportTexts.RoleOf(word) is not { } role) row.Wrong("role", StaffImportTexts.RoleUnknown);
        else if (role == StaffRole.Admin && StaffRoles.Parse(reading.Settings.Role) != StaffRole.Admin) row.Wrong("role", StaffImportTexts.RoleNotYours);
        else return role.Code();
        return null;
    }

    private static Weekdays? WeekdaysOf(ImportRow row)
    {
        if (row.Words("weekdays") is not { } word) return null;
        if (WeekdayWords.Parse(word) is { } days) return days;
        row.Wrong("weekdays", StaffImportTexts.WeekdaysUnknown);
        return null;
    }

    private static int? CapacityOf(ImportRow row)
    {
        if (row.Words("capacity") is not { } word) return null;
        if (int.TryParse(FullWidth.Fold(word), out var capacity) && capacity is >= 0 and <= 1000) return capacity;
        row.Wrong("capacity", StaffImportTexts.CapacityInvalid);
        return null;
    }

    private static string? LanguageOf(ImportRow row)
    {
        if (row.Words("language") is not { } word) return null;
        var plain = FullWidth.Fold(word).Trim().ToLowerInvariant();
        if (plain is "中文" or "汉语" or "zh" or "chinese") return "zh";
        if (plain is "英文" or "英语" or "en" or "english") return "en";
        row.Wrong("language", StaffImportTexts.LanguageUnknown);
        return null;
    }
}

/// <summary>What one line says of a person; nothing where it says nothing.</summary>
internal sealed record StaffLine(int Line, string Name, long? StoreId, string? Role, Weekdays? Weekdays, int? Capacity, string? Language);
