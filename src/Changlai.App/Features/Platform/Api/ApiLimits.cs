using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Changlai.App.Features.Platform.Contracts.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Changlai.App.Features.Platform.Api;

/// <summary>
/// Keeps one program from slowing down the whole shop. A key has its own measure, whoever has none is measured by address. The framework drops measures
/// that are full again, so they are never more than were used of late.
/// </summary>
internal static class ApiLimits
{
    /// <summary>A household or a server has at least so many bits of an IPv6 address to itself, and would be a new stranger with each.</summary>
    private const int NetworkBytes = 8;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public static IServiceCollection AddApiLimits(this IServiceCollection services)
    {
        services.AddOptions<ApiRates>().BindConfiguration("Api:Rates");
        return services;
    }

    /// <returns>Null where nothing is counted.</returns>
    public static RateLimitPartition<string>? MeasureOf(HttpContext http)
    {
        if (!http.Request.Path.StartsWithSegments(ApiDoor.Prefix, StringComparison.OrdinalIgnoreCase)) return null;
        var rates = http.RequestServices.GetRequiredService<IOptions<ApiRates>>().Value;
        if (KeyHolder.Of(http.User) is { } holder) return RateLimitPartition.GetTokenBucketLimiter($"key:{holder.KeyId}", _ => Bucket(rates.KeyAMinute));
        // A person in a browser is no program, and slow by nature.
        if (http.User.Identity?.IsAuthenticated == true) return null;
        return RateLimitPartition.GetTokenBucketLimiter($"from:{NetworkOf(http.Connection.RemoteIpAddress)}", _ => Bucket(rates.StrangerAMinute));
    }

    /// <summary>All of a minute's calls may come at once; then they come back one by one.</summary>
    private static TokenBucketRateLimiterOptions Bucket(int aMinute) => new()
    {
        TokenLimit = Math.Max(1, aMinute),
        TokensPerPeriod = 1,
        ReplenishmentPeriod = Minute / Math.Max(1, aMinute),
        AutoReplenishment = true,
    };

    internal static string NetworkOf(IPAddress? address)
    {
        if (address is null) return "";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, NetworkBytes)) : address.ToString();
    }
}
