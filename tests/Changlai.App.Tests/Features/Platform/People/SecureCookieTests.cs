using System.Net;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Tests.Harness;
using Changlai.Web.CommandLine;

namespace Changlai.App.Tests.Features.Platform.People;

/// <summary>Behind a proxy that ends TLS.</summary>
public sealed class SecureCookieTests
{
    [Fact]
    public async Task Cookies_are_bound_to_the_host_and_only_a_named_proxy_is_believed()
    {
        await using var files = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        using var database = new Database(files.Connection);
        await using var app = ServeCommand.Build(database, "http://127.0.0.1:0", [IPAddress.Loopback]);
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var proxy = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = new Uri(app.Urls.First()) };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sign-in?lang=en");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-Host", "shop.example");
        using var answer = await proxy.SendAsync(request, TestContext.Current.CancellationToken);

        var cookies = answer.Headers.GetValues("Set-Cookie").ToList();
        cookies.Count.ShouldBe(2);
        foreach (var cookie in cookies)
        {
            cookie.ShouldStartWith("__Host-changlai-");
            cookie.ShouldContain("secure", Case.Insensitive);
            cookie.ShouldContain("httponly", Case.Insensitive);
            cookie.ShouldContain("samesite=", Case.Insensitive);
            cookie.ShouldContain("path=/", Case.Insensitive);
            cookie.ShouldNotContain("domain", Case.Insensitive);
        }
        answer.Headers.GetValues("Strict-Transport-Security").Single().ShouldContain("max-age=31536000");
        await app.StopAsync(TestContext.Current.CancellationToken);
    }
}
