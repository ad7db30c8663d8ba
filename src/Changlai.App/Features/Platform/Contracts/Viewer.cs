using System.Security.Claims;

namespace Changlai.App.Features.Platform.Contracts;

/// <summary>Who is asking. What they may see is decided in the query, by <see cref="StoreScope"/>.</summary>
/// <param name="StoreId">Their store; null for those of the head office.</param>
internal sealed record Viewer(long StaffId, string Name, StaffRole Role, long? StoreId)
{
    public const string RoleClaim = "role";
    public const string StoreClaim = "store";
    public const string StampClaim = "stamp";

    /// <summary>Only this store's customers; null for everyone's.</summary>
    public long? StoreScope => Role is StaffRole.HeadOffice or StaffRole.Admin ? null : StoreId ?? 0;

    public bool IsManager => Role is not StaffRole.Staff;

    public static Viewer Of(ClaimsPrincipal user) => new(
        long.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier)!),
        user.Identity?.Name ?? "",
        StaffRoles.Parse(user.FindFirstValue(RoleClaim) ?? ""),
        user.FindFirstValue(StoreClaim) is { } store ? long.Parse(store) : null);
}

internal enum StaffRole
{
    Staff,
    Manager,
    HeadOffice,
    Auditor,
    Admin,
}

internal static class StaffRoles
{
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
