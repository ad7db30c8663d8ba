using System.Security.Claims;
using Changlai.App.Features.Platform.Contracts.Api;

namespace Changlai.App.Features.Platform.Contracts.Audit;

/// <summary>Who did what the audit log tells.</summary>
/// <param name="Kind">One of <c>person</c>, <c>key</c> (a program with an API key), <c>command</c> (the command line), <c>system</c> (a sweep) and <c>nobody</c> (not signed in).</param>
/// <param name="StaffId">The person; for a key whose it is.</param>
/// <param name="Name">As it was at the time: the log must read the same when the person has another name or is gone.</param>
internal sealed record AuditActor(string Kind, long? StaffId, string Name)
{
    public static readonly AuditActor Nobody = new("nobody", null, "");

    public static AuditActor Of(Viewer viewer) => new("person", viewer.StaffId, viewer.Name);

    public static AuditActor Of(ClaimsPrincipal user)
    {
        if (user.Identity?.IsAuthenticated != true) return Nobody;
        var viewer = Viewer.Of(user);
        return KeyHolder.Of(user) is { } key ? new("key", viewer.StaffId, $"{viewer.Name} · {key.Name}") : Of(viewer);
    }

    public static AuditActor Command(string user) => new("command", null, user);

    public static AuditActor System(string sweep) => new("system", null, sweep);
}
