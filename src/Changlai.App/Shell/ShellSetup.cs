using System.Text.Encodings.Web;
using System.Text.Unicode;
using Changlai.App.Features.Complaints;
using Changlai.App.Features.Customers;
using Changlai.App.Features.Customers.Contracts.Segments;
using Changlai.App.Features.FollowUps;
using Changlai.App.Features.Orders;
using Changlai.App.Features.Platform;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Ui;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Changlai.App.Shell;

/// <summary>Puts the features together into one program; the only place that knows them all.</summary>
public static class ShellSetup
{
    public static IServiceCollection AddChanglai(this IServiceCollection services, Database database, bool isSecure = false, string? publicUrl = null)
    {
        services.AddHttpContextAccessor();
        // Chinese goes over the wire as itself, not as numbered entities of eight letters each.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddUi(FillSite, isSecure);
        services.AddPlatform(database, isSecure);
        services.AddSingleton(new PublicAddress(publicUrl));
        AddFeatures(services);
        return services;
    }

    /// <summary>Who belongs to a segment, for commands that run without the rest of the program.</summary>
    internal static SegmentMembership Segments()
    {
        var services = new ServiceCollection();
        AddFeatures(services);
        return services.BuildServiceProvider().GetRequiredService<SegmentMembership>();
    }

    private static void AddFeatures(IServiceCollection services)
    {
        services.AddCustomers();
        services.AddOrders();
        services.AddComplaints();
        services.AddFollowUps();
    }

    public static void UseChanglai(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = http => Problem(http, Refusal(http)),
            SuppressDiagnosticsCallback = context => context.Exception is BadHttpRequestException,
        });
        app.UseStatusCodePages(context => Problem(context.HttpContext, context.HttpContext.Response.StatusCode));
        app.UseResponseCompression();
        app.UseAuthentication();
        // Before authorization: its refusals are pages too, in the reader's language.
        app.UseUi();
        app.UseRateLimits();
        app.Use(FillViewer);
        app.UseAuthorization();
        app.UseFormTokens();
        app.UsePlatform();
        app.Use((http, next) => AuditPen.Hold(http, next, app.Services.GetRequiredService<TimeProvider>()));

        app.MapAssets().For(Access.Anonymous);
        app.MapGet("/", () => Results.LocalRedirect("/today")).For(Access.Anonymous);
        app.MapPlatform();
        app.MapCustomers();
        app.MapOrders();
        app.MapFollowUps();
    }

    private static void FillSite(UiSite site)
    {
        site.Ways =
        [
            new Way("/today", ShellTexts.Today, "today"),
            new Way("/customers", ShellTexts.Customers, "customers"),
            new Way("/segments", ShellTexts.Segments, "filter"),
            new Way("/plans", ShellTexts.Plans, "plans"),
            new Way("/products", ShellTexts.Products, "products"),
            new Way("/assets", ShellTexts.Assets, "assets"),
            new Way("/staff", ShellTexts.People, "customers") { ForManagers = true },
            new Way("/imports", ShellTexts.Import, "import") { ForManagers = true },
            new Way("/audit", ShellTexts.Audit, "note") { ForAuditors = true },
            new Way("/settings", ShellTexts.Settings, "settings") { ForManagers = true },
        ];
        site.FindHref = "/customers";
        site.SuggestHref = "/customers/suggestions";
        site.FindHint = ShellTexts.FindHint;
        site.TimeZone = TimeZoneInfo.FindSystemTimeZoneById(BusinessDay.DefaultTimeZone);
    }

    /// <summary>The day and the post of the person signed in; the day is that of their store, whatever the server's zone.</summary>
    private static Task FillViewer(HttpContext http, RequestDelegate next)
    {
        if (http.User.Identity?.IsAuthenticated == true)
        {
            var ui = http.RequestServices.GetRequiredService<UiContext>();
            var viewer = Viewer.Of(http.User);
            var stores = http.RequestServices.GetRequiredService<StoreDirectory>();
            ui.UserRole = $"{ui[viewer.Role.Name()]}{(stores.NameOf(viewer.StoreId) is { } store ? " · " + store : "")}";
            ui.Today = stores.TodayOf(viewer.StoreId);
            ui.Audits = viewer.May(Access.Audit);
            ui.Manages = viewer.May(Access.ManageStore);
        }
        return next(http);
    }

    private static int Refusal(HttpContext http) =>
        http.Features.Get<IExceptionHandlerFeature>()?.Error is BadHttpRequestException refused ? refused.StatusCode : StatusCodes.Status500InternalServerError;

    private static Task Problem(HttpContext http, int status)
    {
        var isProgram = http.Request.Path.StartsWithSegments("/api");
        var (title, what) = status switch
        {
            StatusCodes.Status429TooManyRequests => (ShellTexts.TooOften, ShellTexts.TooOftenWhat),
            StatusCodes.Status401Unauthorized => (ShellTexts.SignInFirst, ShellTexts.SignInFirstWhat),
            StatusCodes.Status400BadRequest when isProgram => (ShellTexts.NotUnderstood, ShellTexts.NotUnderstoodWhat),
            StatusCodes.Status400BadRequest => (ShellTexts.Refused, ShellTexts.RefusedWhat),
            StatusCodes.Status413PayloadTooLarge => (ShellTexts.TooLarge, ShellTexts.TooLargeWhat),
            StatusCodes.Status404NotFound or StatusCodes.Status403Forbidden or StatusCodes.Status405MethodNotAllowed => (ShellTexts.NotFound, ShellTexts.NotFoundWhat),
            _ => (ShellTexts.Failed, ShellTexts.FailedWhat),
        };
        // Programs read problem details (RFC 9457), people a page.
        if (isProgram)
        {
            var language = http.RequestServices.GetRequiredService<UiContext>().Language;
            return Results.Problem(what.In(language), title: title.In(language), statusCode: status).ExecuteAsync(http);
        }
        return UiSetup.Page<ProblemPage>(new { Title = title, What = what }, status).ExecuteAsync(http);
    }
}
