using Changlai.App.Features.Platform.Api;
using Changlai.App.Features.Platform.Api.Document;
using Changlai.App.Features.Platform.Api.Keys;
using Changlai.App.Features.Platform.Api.Pages;
using Changlai.App.Features.Platform.Audit;
using Changlai.App.Features.Platform.Audit.Pages;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Features.Platform.Holidays;
using Changlai.App.Features.Platform.Imports;
using Changlai.App.Features.Platform.Imports.Pages;
using Changlai.App.Features.Platform.Keys;
using Changlai.App.Features.Platform.Limits;
using Changlai.App.Features.Platform.People;
using Changlai.App.Features.Platform.People.Days;
using Changlai.App.Features.Platform.People.Links;
using Changlai.App.Features.Platform.People.Pages;
using Changlai.App.Features.Platform.People.Passkeys;
using Changlai.App.Features.Platform.People.Proofs;
using Changlai.App.Features.Platform.People.SecondStep;
using Changlai.App.Features.Platform.People.Sessions;
using Changlai.App.Features.Platform.Settings;
using Changlai.App.Features.Platform.Storage;
using Changlai.App.Features.Platform.Stores;
using Changlai.App.Features.Platform.Sweeps;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Changlai.App.Features.Platform;

/// <summary>What every feature stands on: database, people, sign-in, files, sweeps.</summary>
public static class PlatformFeature
{
    /// <summary>Brings the database to the newest schema, and the public holidays that have been announced.</summary>
    public static void Migrate(Database database, TimeProvider time)
    {
        Migrator.Apply(database, time);
        OfficialDays.Bring(database);
    }

    public static IServiceCollection AddPlatform(this IServiceCollection services, Database database, bool isSecure)
    {
        services.AddSingleton(database);
        services.AddScoped(_ => database.NewContext());
        services.AddSingleton<StoreDirectory>();
        services.AddSingleton<StoreWork>();
        services.AddSingleton<HolidayWork>();
        services.AddSingleton<StaffWork>();
        services.AddSingleton<StaffDayWork>();
        services.AddSingleton<SweepSignal>();
        services.AddHostedService<SweepHost>();
        services.AddSingleton(_ => AuditKey.FromEnvironment());
        services.AddSingleton<ISweep, AuditSweep>();
        services.AddSingleton<AuditReads>();
        services.AddAuditActions([AuditActions.Exported, AuditActions.SawMany, .. ImportAudit.All, .. PeopleAudit.All, .. StoreAudit.All, .. HolidayAudit.All, .. StaffDayAudit.All]);
        services.AddAuditWords(AuditWords.Own);
        services.AddSingleton(new SettingsEntry(1, "/settings/stores", StoreTexts.Title, StoreTexts.What, "store"));
        services.AddSingleton(new SettingsEntry(2, "/settings/holidays", HolidayTexts.Title, HolidayTexts.What, "today"));
        services.AddImports();
        var names = new CookieNames(isSecure);
        services.AddSingleton(names);
        services.AddSingleton<SeenSessions>();
        services.AddSingleton<ISweep, SessionSweep>();
        services.AddSingleton<HalfWay>();
        services.AddSingleton<Authenticators>();
        services.AddSingleton<PasskeyTickets>();
        services.AddSingleton(new SettingsEntry(91, "/settings/second-factor", DutyTexts.Title, DutyTexts.What, "check") { Access = Access.HeadOffice });
        services.AddSingleton<RateLimits>();
        services.AddResponseCompression(options => options.EnableForHttps = true);
        services.AddDataProtection().SetApplicationName("Changlai");
        services.Configure<KeyManagementOptions>(options => options.XmlRepository = new DatabaseKeys(database));
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.Cookie.Name = names.Of("changlai");
            cookie.Cookie.Path = "/";
            cookie.Cookie.SecurePolicy = isSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            cookie.Events.OnValidatePrincipal = SessionCookie.Validate;
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = Microsoft.AspNetCore.Http.SameSiteMode.Lax;
            cookie.LoginPath = "/sign-in";
            cookie.ReturnUrlParameter = "returnUrl";
            cookie.ExpireTimeSpan = StaffSessions.Staying;
            cookie.SlidingExpiration = false;
            // A program is told to identify itself; a person is shown where.
            var showSignIn = cookie.Events.OnRedirectToLogin;
            cookie.Events.OnRedirectToLogin = context =>
            {
                if (!context.Request.Path.StartsWithSegments("/api", out var operation) || !operation.HasValue) return showSignIn(context);
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                return Task.CompletedTask;
            };
            // Whoever may not see a page is answered like one that is not there, without a detour over another address.
            cookie.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        });
        services.AddApi();
        AccessRules.Add(services.AddAuthorizationBuilder());
        return services;
    }

    /// <summary>Turns away whoever comes too often. Stands after authentication, by which a key is known.</summary>
    public static IApplicationBuilder UseRateLimits(this IApplicationBuilder app) => app.Use(app.ApplicationServices.GetRequiredService<RateLimits>().PassAsync);

    /// <summary>Lets nobody further who came in without the second factor they need, or to an operation of the API whose key or browser may not, and asks anew who somebody is. Stands after authorization.</summary>
    public static IApplicationBuilder UsePlatform(this IApplicationBuilder app) => app.Use(SecondFactorDoor.PassAsync).UseApi().Use(ProofDoor.PassAsync);

    public static void MapPlatform(this IEndpointRouteBuilder routes)
    {
        SignIn.Map(routes);
        CodeEndpoints.Map(routes);
        PasskeyEndpoints.Map(routes);
        ProofEndpoints.Map(routes);
        DutyEndpoints.Map(routes);
        LinkEndpoints.Map(routes);
        AccountEndpoints.Map(routes);
        StaffEndpoints.Map(routes);
        SettingsEndpoints.Map(routes);
        StoreEndpoints.Map(routes);
        HolidayEndpoints.Map(routes);
        StaffDayEndpoints.Map(routes);
        ImportEndpoints.Map(routes);
        AuditEndpoints.Map(routes);
        KeyEndpoints.Map(routes);
        ApiPages.Map(routes);
        AuditApi.Map(routes);
        ImportApi.Map(routes);
        StoreApi.Map(routes);
        HolidayApi.Map(routes);
        StaffApi.Map(routes);
        StaffDayApi.Map(routes);
        ApiDocument.Map(routes);
    }
}
