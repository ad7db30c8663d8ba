using Changlai.App.Features.Platform.Api.Document;
using Changlai.App.Features.Platform.Api.Keys;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Changlai.App.Features.Platform.Api;

/// <summary>What the JSON API of every feature stands on: keys, scopes.</summary>
internal static class ApiSetup
{
    public static void AddApi(this IServiceCollection services)
    {
        services.AddAuditActions(KeyAudit.All);
        services.AddApiLimits();
        services.AddApiDocument();
        services.AddSingleton(new SettingsEntry(90, "/settings/keys", KeyTexts.Title, KeyTexts.What, "file") { Access = Access.Administer });
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, KeyAuthentication>(KeyAuthentication.SchemeName, null);
        // Where a key is brought it alone counts, whatever cookie comes with it.
        services.Configure<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme,
            cookie => cookie.ForwardDefaultSelector = http => KeyAuthentication.IsFor(http.Request) ? KeyAuthentication.SchemeName : null);
    }

    /// <summary>Stands after authorization.</summary>
    public static IApplicationBuilder UseApi(this IApplicationBuilder app) => app.Use(ApiDoor.PassAsync);
}
