using System.Security.Claims;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace Changlai.App.Ui;

/// <summary>Fills <see cref="UiContext"/> and sets the headers that keep foreign script and styles out.</summary>
internal sealed class UiMiddleware(RequestDelegate next, UiSite site, TimeProvider clock)
{
    internal const string Policy =
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public async Task InvokeAsync(HttpContext http, UiContext ui, IAntiforgery antiforgery)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(self), geolocation=(), microphone=(), payment=(), usb=()";
        // What is known of customers stays in nobody's cache; files that never change say otherwise themselves.
        headers.CacheControl = "no-cache, no-store";
        headers.Pragma = "no-cache";
        headers.Vary = "Accept-Language, Cookie, HX-Request";

        var request = http.Request;
        ui.Language = Languages.Choose(http);
        ui.Today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), site.TimeZone).DateTime);
        ui.Path = request.PathBase + request.Path;
        ui.Query = request.Query.ToDictionary(q => q.Key, q => q.Value, StringComparer.Ordinal);
        ui.IsFragment = request.Headers.ContainsKey("HX-Request") && !request.Headers.ContainsKey("HX-Boosted");
        if (http.User.Identity?.IsAuthenticated == true)
        {
            ui.UserId = http.User.FindFirstValue(ClaimTypes.NameIdentifier);
            ui.UserName = http.User.Identity.Name;
        }

        if (HttpMethods.IsGet(request.Method) && !ui.IsFragment) ui.Notice = Notice.Take(http);
        ui.Token = () =>
        {
            var tokens = antiforgery.GetAndStoreTokens(http);
            return new(tokens.FormFieldName, tokens.RequestToken ?? "");
        };
        await next(http);
    }
}
