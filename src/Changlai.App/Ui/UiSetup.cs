using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Changlai.App.Ui;

/// <summary>The door of the kit.</summary>
internal static class UiSetup
{
    /// <summary>Adds the renderer and the frame; <paramref name="site"/> says what stands around every page.</summary>
    public static IServiceCollection AddUi(this IServiceCollection services, Action<UiSite> site, bool isSecure = false)
    {
        services.AddRazorComponents();
        // Chinese goes out as it is; as numbered entities a page would be twice as long.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddAntiforgery(options =>
        {
            options.FormFieldName = "token";
            options.Cookie.Name = isSecure ? "__Host-changlai-form" : "changlai-form";
            options.Cookie.Path = "/";
            options.Cookie.SecurePolicy = isSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            options.Cookie.SameSite = SameSiteMode.Strict;
        });
        services.TryAddSingleton(TimeProvider.System);
        services.AddScoped<UiContext>();
        services.AddSingleton(_ =>
        {
            var filled = new UiSite();
            site(filled);
            return filled;
        });
        return services;
    }

    /// <summary>Fills the request's <see cref="UiContext"/>. Stands after authentication.</summary>
    public static IApplicationBuilder UseUi(this IApplicationBuilder app) => app.UseMiddleware<UiMiddleware>();

    /// <summary>The answer that shows one page.</summary>
    public static RazorComponentResult<TPage> Page<TPage>(object? parameters = null, int status = 200)
        where TPage : IComponent =>
        new(parameters ?? new { }) { PreventStreamingRendering = true, StatusCode = status };
}
