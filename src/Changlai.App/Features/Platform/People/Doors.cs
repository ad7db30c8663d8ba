using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace Changlai.App.Features.Platform.People;

/// <summary>How often one address may knock where nobody is signed in yet.</summary>
internal static class Doors
{
    public const string Policy = "doors";

    /// <summary>A whole shop may sit behind one address, and sign in on one morning.</summary>
    public const int UsualAMinute = 60;

    /// <summary>Tests come from one address by the thousand; nothing else may open the doors wider.</summary>
    internal static int AMinute { get; set; } = UsualAMinute;

    public static IServiceCollection AddDoors(this IServiceCollection services) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = (rejected, _) =>
        {
            if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait)) rejected.HttpContext.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString();
            return ValueTask.CompletedTask;
        };
        limiter.AddPolicy(Policy, http => RateLimitPartition.GetFixedWindowLimiter(
            http.Connection.RemoteIpAddress?.ToString() ?? "", _ => new FixedWindowRateLimiterOptions { PermitLimit = AMinute, Window = TimeSpan.FromMinutes(1) }));
    });
}
