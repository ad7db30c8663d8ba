using System.Threading.RateLimiting;
using Changlai.App.Features.Platform.Api;
using Changlai.App.Features.Platform.People;
using Microsoft.AspNetCore.Http;

namespace Changlai.App.Features.Platform.Limits;

/// <summary>
/// Turns away whoever comes too often. The library measures; the framework's own middleware around it is not used, because it
/// never disposes of its measures: each start of the program within one process would leave two timers that keep all of it alive.
/// </summary>
internal sealed class RateLimits : IAsyncDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> measures = PartitionedRateLimiter.Create<HttpContext, string>(
        http => Doors.MeasureOf(http) ?? ApiLimits.MeasureOf(http) ?? RateLimitPartition.GetNoLimiter(""));

    public async Task PassAsync(HttpContext http, RequestDelegate next)
    {
        using (var lease = measures.AttemptAcquire(http))
        {
            if (!lease.IsAcquired)
            {
                http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                if (lease.TryGetMetadata(MetadataName.RetryAfter, out var wait)) http.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString();
                return;
            }
        }
        await next(http);
    }

    public ValueTask DisposeAsync() => measures.DisposeAsync();
}
