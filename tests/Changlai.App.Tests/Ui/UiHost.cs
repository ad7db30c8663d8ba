using System.Security.Claims;
using Changlai.App.Ui;
using Changlai.App.Ui.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Changlai.App.Tests.Ui;

/// <summary>The kit alone behind a real server on a free port, with one person signed in.</summary>
public sealed class UiHost : IAsyncLifetime
{
    private readonly WebApplication app;

    public UiHost()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddUi(site =>
        {
            site.FindHref = "/customers";
            site.Ways = [new("/ui-kit", KitTexts.Title, "today"), new("/customers", KitTexts.Customers, "customers")];
        });
        app = builder.Build();
        app.Use((http, next) =>
        {
            http.User = new(new ClaimsIdentity([new(ClaimTypes.Name, "陈小红"), new(ClaimTypes.NameIdentifier, "7")], "test"));
            return next(http);
        });
        app.UseUi();
        app.MapAssets();
        app.MapUiKit();
        app.MapPost("/say", http =>
        {
            Notice.Leave(http, "已记下“<b>”。", Tone.Risk);
            http.Response.Redirect("/ui-kit");
            return Task.CompletedTask;
        });
    }

    public HttpClient Client { get; } = new(new HttpClientHandler { UseCookies = true });

    public async ValueTask InitializeAsync()
    {
        await app.StartAsync();
        Client.BaseAddress = new(app.Urls.Single());
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }
}
