using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;

namespace Changlai.App.Features.Platform.Contracts;

/// <summary>
/// Who may use a route at all, by their role. Whose customers it then shows or changes is decided in the query, by
/// <see cref="Viewer.Scope"/>. Every route states one; a test fails for a route that does not.
/// </summary>
internal enum Access
{
    /// <summary>Everybody, signed in or not.</summary>
    Anonymous,

    /// <summary>Whoever is signed in; only for what is their own, or no secret inside the business.</summary>
    SignedIn,

    /// <summary>To read what is known of customers: everybody who is signed in, auditors too.</summary>
    ReadCustomers,

    /// <summary>To enter and change: everybody who works with customers. An auditor changes nothing.</summary>
    ChangeCustomers,

    /// <summary>To look at the work of others: managers, the head office, auditors.</summary>
    Oversee,

    /// <summary>To change what a whole store works with: managers and the head office.</summary>
    ManageStore,

    /// <summary>To change what all stores share: the head office.</summary>
    HeadOffice,

    /// <summary>To read the audit log: auditors and the head office.</summary>
    Audit,

    /// <summary>To say who may do what: administrators.</summary>
    Administer,
}

/// <summary>What a route says of itself, for whoever checks that every route says it.</summary>
internal sealed record AccessRule(Access Access);

internal static class AccessRules
{
    /// <summary>Says who may use a route, or the routes of a group: <c>routes.MapGet("/customers", Show).For(Access.ReadCustomers)</c>.</summary>
    public static TBuilder For<TBuilder>(this TBuilder route, Access access)
        where TBuilder : IEndpointConventionBuilder
    {
        route.WithMetadata(new AccessRule(access));
        return access == Access.Anonymous ? route.AllowAnonymous() : route.RequireAuthorization(access.ToString());
    }

    public static bool Admits(this Access access, StaffRole role) => access switch
    {
        Access.Anonymous or Access.SignedIn or Access.ReadCustomers => true,
        Access.ChangeCustomers => role != StaffRole.Auditor,
        Access.Oversee => role != StaffRole.Staff,
        Access.ManageStore => role is StaffRole.Manager or StaffRole.HeadOffice or StaffRole.Admin,
        Access.HeadOffice => role is StaffRole.HeadOffice or StaffRole.Admin,
        Access.Audit => role is StaffRole.Auditor or StaffRole.HeadOffice or StaffRole.Admin,
        Access.Administer => role == StaffRole.Admin,
        _ => throw new ArgumentOutOfRangeException(nameof(access)),
    };

    public static bool May(this Viewer viewer, Access access) => access.Admits(viewer.Role);

    /// <summary>A policy for each rule; whatever states none needs somebody signed in.</summary>
    public static void Add(AuthorizationBuilder policies)
    {
        policies.SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        foreach (var access in Enum.GetValues<Access>())
            policies.AddPolicy(access.ToString(), policy => policy.RequireAuthenticatedUser().RequireAssertion(context => IsSignedIn(context.User) && Viewer.Of(context.User).May(access)));
    }

    private static bool IsSignedIn(ClaimsPrincipal user) => user.Identity?.IsAuthenticated == true;
}
