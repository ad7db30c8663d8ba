using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Changlai.App.Ui;

/// <summary>Forms that change something without a field of their own.</summary>
internal static class FormRoutes
{
    /// <summary>
    /// Takes the form only with the token that proves it came from us. Routes that read a field of their form do so by themselves;
    /// those that read none have to be told.
    /// </summary>
    public static RouteHandlerBuilder ChecksToken(this RouteHandlerBuilder route) => route
        .WithMetadata(new RequireAntiforgeryTokenAttribute())
        .AddEndpointFilter(async (context, next) =>
            context.HttpContext.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: true } ? await next(context) : Results.BadRequest());
}
