using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.People.Sessions;
using Changlai.App.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Changlai.App.Features.Platform.People.SecondStep;

/// <summary>Whoever needs a second factor and came in without one gets to where it is set up, and nowhere else.</summary>
internal static class SecondFactorDoor
{
    public static Task PassAsync(HttpContext http, RequestDelegate next)
    {
        if (!SessionCookie.IsBare(http.User) || http.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<AccessRule>() is { Access: Access.Anonymous } || endpoint.Metadata.GetMetadata<OpenToBareSessions>() is not null)
            return next(http);
        return http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            ? Results.Problem(DutyTexts.SetUp.In(http.RequestServices.GetRequiredService<UiContext>().Language), statusCode: StatusCodes.Status403Forbidden).ExecuteAsync(http)
            : Results.LocalRedirect("/account").ExecuteAsync(http);
    }

    /// <summary>One of the few routes that lead to a second factor, or out.</summary>
    public static TBuilder OpenToBare<TBuilder>(this TBuilder route)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new OpenToBareSessions());

    private sealed record OpenToBareSessions;
}
