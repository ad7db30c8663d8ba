using Changlai.Core.Values;

namespace Changlai.App.Features.Platform.Contracts;

public enum StaffRole
{
    Staff,
    Manager,
    HeadOffice,
    Auditor,
    Admin,
}

internal static class StaffRoles
{
    public static readonly IReadOnlyList<StaffRole> All = Enum.GetValues<StaffRole>();

    public static Text Name(this StaffRole role) => role switch
    {
        StaffRole.Staff => new Text("店员", "Staff"),
        StaffRole.Manager => new Text("店长", "Manager"),
        StaffRole.HeadOffice => new Text("总部", "Head office"),
        StaffRole.Auditor => new Text("审计", "Auditor"),
        StaffRole.Admin => new Text("管理员", "Administrator"),
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    public static string Code(this StaffRole role) => role switch
    {
        StaffRole.Staff => "staff",
        StaffRole.Manager => "manager",
        StaffRole.HeadOffice => "head-office",
        StaffRole.Auditor => "auditor",
        StaffRole.Admin => "admin",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    /// <summary>An unknown code is the role that may least.</summary>
    public static StaffRole Parse(string code) => code switch
    {
        "manager" => StaffRole.Manager,
        "head-office" => StaffRole.HeadOffice,
        "auditor" => StaffRole.Auditor,
        "admin" => StaffRole.Admin,
        _ => StaffRole.Staff,
    };
}
