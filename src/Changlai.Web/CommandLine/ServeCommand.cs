using System.CommandLine;
using System.Net;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Shell;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.HttpOverrides;

namespace Changlai.Web.CommandLine;

internal static class ServeCommand
{
    public const string DefaultUrls = "http://localhost:5080";
    private const long LargestUpload = 256L << 20;

    public static Option<string> Urls() => new("--urls")
    {
        Description = Output.Words(new Text("监听的地址", "Addresses to listen on")),
        DefaultValueFactory = _ => DefaultUrls,
    };

    public static Command Create()
    {
        var (db, urls, proxy, publicUrl) = (CommonOptions.Db(), Urls(), Proxy(), CommonOptions.PublicUrl());
        var command = new Command("serve", Output.Words(new Text("打开网页服务", "Serve the web pages"))) { db, urls, proxy, publicUrl };
        command.SetAction((parsed, cancellation) =>
        {
            var terminal = Terminal.Of(parsed);
            var outside = CommonOptions.PublicUrl(parsed.GetValue(publicUrl));
            var database = CommonOptions.Open(parsed.GetValue(db));
            var proxies = parsed.GetValue(proxy) ?? [];
            return Serve(database, parsed.GetValue(urls)!, address => Welcome(terminal, database, address, outside, proxies.Length > 0), cancellation, proxies, outside);
        });
        return command;
    }

    /// <summary>Serves until stopped; <paramref name="opened"/> hears the address once it answers.</summary>
    public static async Task<int> Serve(Database database, string urls, Action<string> opened, CancellationToken cancellation, IPAddress[]? proxies = null, string? publicUrl = null)
    {
        using (database)
        {
            if (AuditCheck.KeyProblem() is { } words) throw new CommandProblem(words);
            await using var app = Build(database, urls, proxies, publicUrl);
            await Start(app, urls, cancellation);
            var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
            opened(addresses.First());
            await app.WaitForShutdownAsync(cancellation);
        }
        return 0;
    }

    private static Option<IPAddress[]> Proxy() => new("--behind-proxy")
    {
        HelpName = "ADDRESS",
        AllowMultipleArgumentsPerToken = true,
        Description = Output.Words(new Text("前面有一台终止 TLS 的代理，它的地址（可给多个）；只信它说的来访地址和 https", "A proxy that ends TLS stands before this, at this address (several may be given); only it is believed about addresses and https")),
        CustomParser = result =>
        {
            var found = new List<IPAddress>();
            foreach (var token in result.Tokens)
            {
                if (IPAddress.TryParse(token.Value, out var address)) found.Add(address);
                else result.AddError(Output.Words(new Text("--behind-proxy：「{0}」不是 IP 地址，请写成 127.0.0.1 这样。", "--behind-proxy: \"{0}\" is no IP address; write it like 127.0.0.1."), token.Value));
            }
            return [.. found];
        },
    };

    private static void Welcome(Terminal terminal, Database database, string address, string? publicUrl, bool behindProxy)
    {
        using var session = database.OpenSession();
        var setUp = StaffAccounts.AnybodyCanSignIn(session) ? null : StaffAccounts.SetUpLink(session, TimeProvider.System);
        terminal.Say(new Text("常来已经打开：{0}", "Changlai is open at {0}"), address);
        if (setUp is not null)
            terminal.Say(new Text("还没有人能登录。用这个链接建立第一位管理员（24 小时内有效，只能用一次）：\n  {0}/set-up/{1}",
                "Nobody can sign in yet. Make the first administrator with this link (good for 24 hours, once):\n  {0}/set-up/{1}"), publicUrl ?? address.TrimEnd('/'), setUp);
        if (!behindProxy && !IsSecure(address) && !IsOwnMachine(address))
            terminal.Note(Output.Words(new Text("注意：这里没有加密，密码和客户资料在网络上是明文。请在前面放一台终止 TLS 的代理，并用 --behind-proxy 告诉常来。",
                "Careful: nothing is encrypted here; passwords and customers' data cross the network in the clear. Put a proxy that ends TLS in front and tell Changlai with --behind-proxy.")));
    }

    private static async Task Start(WebApplication app, string urls, CancellationToken cancellation)
    {
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (Exception problem) when (NotListening(problem, urls) is { } words)
        {
            // The sweeps have started already; stopped this way they end as at any shutdown.
            await app.StopAsync(CancellationToken.None);
            throw new CommandProblem(words);
        }
    }

    private static Text? NotListening(Exception problem, string urls) => problem switch
    {
        IOException { InnerException: AddressInUseException } => new Text(
            $"--urls：{urls} 已被别的程序占用。请换一个端口，如 --urls http://localhost:5081。",
            $"--urls: {urls} is in use by another program. Give another port, such as --urls http://localhost:5081."),
        FormatException or ArgumentException or InvalidOperationException or IOException or System.Net.Sockets.SocketException => new Text(
            $"--urls：不能在 {urls} 上监听。请写成 http://localhost:5080 这样。",
            $"--urls: cannot listen on {urls}; write it like http://localhost:5080."),
        _ => null,
    };

    private static bool IsSecure(string address) => address.StartsWith("https:", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether nobody on another machine can come there.</summary>
    public static bool StaysAtHome(string urls) => Array.TrueForAll(urls.Split([';', ',', ' '], StringSplitOptions.RemoveEmptyEntries), IsOwnMachine);

    private static bool IsOwnMachine(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.IsLoopback;

    /// <param name="publicUrl">What links begin with that are sent to somebody.</param>
    /// <param name="proxies">Who may say where a request came from and that it came over TLS.</param>
    public static WebApplication Build(Database database, string urls, IPAddress[]? proxies = null, string? publicUrl = null)
    {
        var addresses = urls.Split([';', ',', ' '], StringSplitOptions.RemoveEmptyEntries);
        var isSecure = proxies is { Length: > 0 } || Array.TrueForAll(addresses, IsSecure) && addresses.Length > 0;
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(addresses);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestUpload;
        });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // The keys lie in the database file like everything else; a key to encrypt them with would lie beside it.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        // A start that fails is told in one line, not as a stack; what ends the server later is critical.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        builder.Services.AddChanglai(database, isSecure, publicUrl);
        if (proxies is { Length: > 0 })
            builder.Services.Configure<ForwardedHeadersOptions>(forwarded =>
            {
                forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
                forwarded.KnownIPNetworks.Clear();
                forwarded.KnownProxies.Clear();
                foreach (var proxy in proxies) forwarded.KnownProxies.Add(proxy);
            });
        builder.Services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(365));
        var app = builder.Build();
        if (proxies is { Length: > 0 }) app.UseForwardedHeaders();
        if (isSecure) app.UseHsts();
        app.UseChanglai();
        return app;
    }
}
