using System.Threading.RateLimiting;
using Changlai.App.Features.Platform.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Changlai.App.Features.Platform.People;

/// <summary>How often one address may knock where nobody is signed in yet, and wherever a secret is tried.</summary>
internal static class Doors
{
    /// <summary>A whole shop may sit behind one address, and sign in on one morning.</summary>
    public const int UsualAMinute = 60;

    private static readonly Door Mark = new();

    /// <summary>Tests come from one address by the thousand; nothing else may open the doors wider.</summary>
    internal static int AMinute { get; set; } = UsualAMinute;

    /// <summary>Counts the requests that come to this route.</summary>
    public static TBuilder CountsKnocks<TBuilder>(this TBuilder route) where TBuilder : IEndpointConventionBuilder => route.WithMetadata(Mark);

    /// <returns>Null where nothing is counted.</returns>
    public static RateLimitPartition<string>? MeasureOf(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<Door>() is null
        ? null
        : RateLimitPartition.GetFixedWindowLimiter($"door:{ApiLimits.NetworkOf(http.Connection.RemoteIpAddress)}",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = AMinute, Window = TimeSpan.FromMinutes(1) });

    private sealed class Door;
}
