using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Changlai.Benchmarks.Running;

namespace Changlai.Benchmarks.Serving;

/// <summary>A server in a process of its own on a free loopback port; stopped when disposed.</summary>
internal sealed partial class Served : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process process;

    private Served(Process process, int port, TimeSpan coldStart)
    {
        this.process = process;
        Port = port;
        ColdStart = coldStart;
    }

    public int Port { get; }

    /// <summary>From the start of the process to the first page answered.</summary>
    public TimeSpan ColdStart { get; }

    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public double? ResidentMegabytes => ProgramRun.ResidentOf(process.Id);

    public double? PeakMegabytes => ProgramRun.PeakOf(process.Id);

    public static Served Changlai(string location) => Start(port => [Places.Program, "serve", "--db", location, "--urls", $"http://127.0.0.1:{port}"]);

    public static Served FromMemory(string location) => Start(port => [typeof(Served).Assembly.Location, MemoryServer.Command, location, $"http://127.0.0.1:{port}"]);

    private static Served Start(Func<int, string[]> arguments)
    {
        var port = FreePort();
        var clock = Stopwatch.StartNew();
        var started = Process.Start(new ProcessStartInfo("dotnet", arguments(port)) { RedirectStandardOutput = true, UseShellExecute = false })!;
        started.OutputDataReceived += static (_, _) => { };
        started.BeginOutputReadLine();
        using var client = new HttpClient();
        while (true)
        {
            if (started.HasExited) throw new InvalidOperationException($"The server ended with {started.ExitCode}.");
            if (clock.Elapsed > Patience) throw new TimeoutException("The server did not answer within a minute.");
            try
            {
                using var answer = client.GetAsync(new Uri($"http://127.0.0.1:{port}/sign-in")).GetAwaiter().GetResult();
                if (answer.IsSuccessStatusCode) return new Served(started, port, clock.Elapsed);
            }
            catch (HttpRequestException)
            {
                started.WaitForExit(5);
            }
        }
    }

    /// <returns>The cookies of somebody signed in.</returns>
    public string SignIn(string name)
    {
        var cookies = new CookieContainer();
        using var client = NewClient(cookies);
        var page = client.GetStringAsync(Address("/sign-in")).GetAwaiter().GetResult();
        var token = Token().Match(page).Groups["value"].Value;
        using var form = new FormUrlEncodedContent([new("token", WebUtility.HtmlDecode(token)), new("userName", name), new("password", ServedShop.Password), new("returnUrl", "/today")]);
        using var answer = client.PostAsync(Address("/sign-in"), form).GetAwaiter().GetResult();
        return answer.StatusCode is HttpStatusCode.Found ? cookies.GetCookieHeader(Address("/")) : throw new InvalidOperationException($"Signing in was answered with {answer.StatusCode}.");
    }

    /// <summary>A browser before the sign-in page.</summary>
    public FrontDoor Door() => new(this);

    /// <summary>Knocks again and again, each time as somebody who was never here.</summary>
    internal sealed class FrontDoor(Served served) : IDisposable
    {
        private readonly HttpClient client = NewClient(null);

        public (HttpStatusCode Status, TimeSpan Took) Knock(string name, string password)
        {
            using var page = client.GetAsync(served.Address("/sign-in")).GetAwaiter().GetResult();
            var token = Token().Match(page.Content.ReadAsStringAsync().GetAwaiter().GetResult()).Groups["value"].Value;
            using var request = new HttpRequestMessage(HttpMethod.Post, served.Address("/sign-in"));
            request.Content = new FormUrlEncodedContent([new("token", WebUtility.HtmlDecode(token)), new("userName", name), new("password", password)]);
            request.Headers.Add("Cookie", string.Join("; ", page.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0])));
            var clock = Stopwatch.StartNew();
            using var answer = client.SendAsync(request).GetAwaiter().GetResult();
            return (answer.StatusCode, clock.Elapsed);
        }

        public void Dispose() => client.Dispose();
    }

    /// <summary>What a first visit to a page takes over the wire, as a browser asks for it: the page, its styles and scripts.</summary>
    public long FirstVisitBytes(string path, string cookie)
    {
        using var client = NewClient(null);
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        var html = client.GetStringAsync(Address(path)).GetAwaiter().GetResult();
        client.DefaultRequestHeaders.Add("Accept-Encoding", "br, gzip");
        return Asset().Matches(html).Select(match => WebUtility.HtmlDecode(match.Groups["address"].Value)).Distinct(StringComparer.Ordinal).Append(path)
            .Sum(address => (long)client.GetByteArrayAsync(Address(address)).GetAwaiter().GetResult().Length);
    }

    public string Page(string path, string cookie)
    {
        using var client = NewClient(null);
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        return client.GetStringAsync(Address(path)).GetAwaiter().GetResult();
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    private Uri Address(string path) => new($"http://127.0.0.1:{Port}{path}");

    private static HttpClient NewClient(CookieContainer? cookies) => new(new HttpClientHandler
    {
        AllowAutoRedirect = false,
        UseCookies = cookies is not null,
        CookieContainer = cookies ?? new CookieContainer(),
    });

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex("name=\"token\"[^>]*value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();

    [GeneratedRegex("(href|src)=\"(?<address>/[^\"]+\\.(css|js|svg|png|ico|webmanifest)[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Asset();
}
