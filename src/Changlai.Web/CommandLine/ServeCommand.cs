using System.CommandLine;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Shell;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

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
        var (db, urls) = (CommonOptions.Db(), Urls());
        var command = new Command("serve", Output.Words(new Text("打开网页服务", "Serve the web pages"))) { db, urls };
        command.SetAction((parsed, cancellation) =>
        {
            var terminal = Terminal.Of(parsed);
            var database = CommonOptions.Open(parsed.GetValue(db));
            return Serve(database, parsed.GetValue(urls)!, address => Welcome(terminal, database, address), cancellation);
        });
        return command;
    }

    /// <summary>Serves until stopped; <paramref name="opened"/> hears the address once it answers.</summary>
    public static async Task<int> Serve(Database database, string urls, Action<string> opened, CancellationToken cancellation)
    {
        using (database)
        {
            if (AuditCheck.KeyProblem() is { } words) throw new CommandProblem(words);
            await using var app = Build(database, urls);
            await Start(app, urls, cancellation);
            var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
            opened(addresses.First());
            await app.WaitForShutdownAsync(cancellation);
        }
        return 0;
    }

    private static void Welcome(Terminal terminal, Database database, string address)
    {
        terminal.Say(new Text("常来已经打开：{0}", "Changlai is open at {0}"), address);
        using var session = database.OpenSession();
        if (!StaffAccounts.AnybodyCanSignIn(session))
            terminal.Say(new Text("还没有人能登录。请先添加一位：changlai staff add --name 姓名 --sign-in 登录名 --role head-office",
                "Nobody can sign in yet. Add somebody first: changlai staff add --name NAME --sign-in NAME --role head-office"));
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

    public static WebApplication Build(Database database, string urls)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(urls.Split([';', ',', ' '], StringSplitOptions.RemoveEmptyEntries));
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
        builder.Services.AddChanglai(database);
        var app = builder.Build();
        app.UseChanglai();
        return app;
    }
}
