using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Changlai.App.Ui;

/// <summary>Forms are taken only with the token that proves they came from us.</summary>
internal static class FormRoutes
{
    /// <summary>Refuses a form without its token before any handler sees it; whoever reads a field of one would fail only there.</summary>
    public static IApplicationBuilder UseFormTokens(this IApplicationBuilder app) => app.UseAntiforgery().Use((http, next) =>
    {
        if (http.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false }) return next(http);
        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    });

    /// <summary>Routes that read a field of their form ask for the token by themselves; those that read none have to be told.</summary>
    public static RouteHandlerBuilder ChecksToken(this RouteHandlerBuilder route) => route.WithMetadata(new RequireAntiforgeryTokenAttribute());
}
