using System.Collections.Concurrent;
using System.Net;
using Changlai.App.Tests.Features.Customers;
using Changlai.App.Tests.Features.Orders.Import.Pages;
using Changlai.App.Tests.Features.Platform.Api;
using Changlai.App.Tests.Harness;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Changlai.App.Tests.Shell;

/// <summary>What the server writes about itself tells nothing of a customer, and no secret.</summary>
public sealed class ServerLogTests
{
    private const string Marker = "欧阳绝密";
    private static readonly string[] Secrets = [Marker, "13766667777", "secret@example.com", "my own password", ImportSite.Password];

    [Theory, OnBothDatabases]
    public async Task No_name_number_password_or_key_stands_in_the_log_whatever_goes_wrong(DatabaseKind kind)
    {
        using var log = new KeptLog();
        await using var site = await CardSite.OpenAsync(kind, "head-office", plant: app =>
        {
            app.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
            app.MapPost("/planted", void () => throw new InvalidOperationException("it broke")).AllowAnonymous().DisableAntiforgery();
        });
        var id = await site.RegisterAsync(("name", Marker), ("phone-0", "13766667777"), ("email-0", "secret@example.com"));
        using var program = await ApiProgram.OpenAsync(site, 1, "customers:read", "customers:write");
        foreach (var path in (string[])[$"/customers?q={Marker}", "/customers?q=13766667777", $"/customers/{id}", $"/customers/{Marker}", "/api/customers?q=secret@example.com", "/audit?customer=13766667777"]) (await site.FetchAsync(path)).Dispose();
        await program.CallAsync(HttpMethod.Post, "/api/customers", new { name = Marker, phones = 13766667777 });
        await program.CallAsync(HttpMethod.Put, $"/api/customers/{id}", new { name = Marker, nothing = "secret@example.com" });
        using (var own = await site.BrowserAsync(null)) await own.GetAsync($"/join/{Marker}");
        await site.SubmitAsync(await site.PageAsync("/account"), "/account/password", ("old", "my own password"), ("password", "my own password"), ("again", "my own password"));
        // Something breaks while a customer's words are in the form and in the address.
        using var body = new FormUrlEncodedContent([new("words", Marker), new("phone", "13766667777")]);
        (await site.PostAsync("/planted?q=13766667777", body)).ShouldBe(HttpStatusCode.InternalServerError);

        log.Lines.ShouldContain(line => line.Contains("it broke", StringComparison.Ordinal), "the log was listened to");
        foreach (var secret in Secrets.Append(program.Secret).Append(Uri.EscapeDataString(Marker)))
            log.Lines.ShouldNotContain(line => line.Contains(secret, StringComparison.OrdinalIgnoreCase), secret);
    }

    private sealed class KeptLog : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
