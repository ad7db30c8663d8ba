using Microsoft.AspNetCore.Authorization;

namespace Changlai.App.Features.Platform.Contracts;

/// <summary>Names of what not everybody may do, for <c>RequireAuthorization</c>.</summary>
internal static class Permissions
{
    /// <summary>To change what a whole store works with: managers, the head office and administrators.</summary>
    public const string Manage = "manage";

    /// <summary>To read the audit log: auditors, the head office and administrators.</summary>
    public const string Audit = "audit";

    public static void Add(AuthorizationBuilder policies) => policies.AddPolicy(Audit, policy => policy.RequireAssertion(context =>
        context.User.Identity?.IsAuthenticated == true && Viewer.Of(context.User).Role is StaffRole.Auditor or StaffRole.HeadOffice or StaffRole.Admin)).AddPolicy(Manage, policy => policy.RequireAssertion(context =>
        context.User.Identity?.IsAuthenticated == true && Viewer.Of(context.User).Role is StaffRole.Manager or StaffRole.HeadOffice or StaffRole.Admin));
}
