using System.Net;
using System.Runtime.CompilerServices;
using Changlai.App.Tests.Features.Orders.Import.Pages;
using Changlai.App.Tests.Harness;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Tests.Features.Platform.Limits;

public sealed class RateLimitTests
{
    private const int Tries = 20;

    [Fact]
    public async Task A_program_that_has_stopped_keeps_nothing_running_and_nothing_in_memory()
    {
        var left = await ServeOnceAsync();
        for (var attempt = 0; attempt < Tries && left.IsAlive; attempt++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await Task.Yield();
        }
        left.IsAlive.ShouldBeFalse("something, such as a timer, still holds the stopped program");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> ServeOnceAsync()
    {
        await using var site = await ImportSite.OpenAsync(DatabaseKind.Sqlite);
        (await site.GetAsync("/customers")).Status.ShouldBe(HttpStatusCode.OK);
        return new WeakReference(site.Service<EndpointDataSource>());
    }
}
