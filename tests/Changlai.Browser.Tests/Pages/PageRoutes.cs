using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Tests.Shell;
using Changlai.Web.CommandLine;
using Microsoft.AspNetCore.Routing;

namespace Changlai.Browser.Tests.Pages;

/// <summary>The pages that the program has, by its own account.</summary>
internal static class PageRoutes
{
    public static async Task<IReadOnlyList<string>> AllAsync(Database database)
    {
        // Built and not started: only its routes are asked for.
        await using var program = ServeCommand.Build(database, "http://127.0.0.1:0");
        return EveryPage.Routes(((IEndpointRouteBuilder)program).DataSources);
    }
}
