using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Ui.Kit;

/// <summary>The demonstration of the parts, for those who build pages.</summary>
internal static class KitEndpoint
{
    /// <summary>Maps <c>/ui-kit</c>; only for development.</summary>
    public static void MapUiKit(this IEndpointRouteBuilder app) => app.MapGet("/ui-kit", Show).AllowAnonymous();

    private static IResult Show() => UiSetup.Page<KitPage>();
}
