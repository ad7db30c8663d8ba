using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Changlai.Browser.Tests.Harness;

/// <summary>The real program as a child process, in an empty folder of its own, on a free loopback port.</summary>
internal sealed partial class ChanglaiProcess : IAsyncDisposable
{
    private const string DatabaseName = "changlai.db";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly ProcessStartInfo start;
    private readonly DirectoryInfo folder;
    private readonly StringBuilder output = new();
    private Process process = null!;
    private TaskCompletionSource<Uri> told = null!;
    private bool stopped;

    private ChanglaiProcess(ProcessStartInfo start, DirectoryInfo folder) => (this.start, this.folder) = (start, folder);

    /// <summary>The address that the program printed.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The SQLite file the program works on.</summary>
    public string Database => Path.Combine(folder.FullName, DatabaseName);

    /// <summary>Everything the program printed so far.</summary>
    public string Output
    {
        get
        {
            lock (output) return output.ToString();
        }
    }

    /// <summary>Starts <c>changlai COMMAND --db … --urls http://127.0.0.1:0 …</c> and waits until it tells its address.</summary>
    /// <exception cref="InvalidOperationException">It ended, or said nothing for two minutes; the message holds what it printed.</exception>
    public static Task<ChanglaiProcess> StartAsync(string command, params string[] more) => StartAsync(Directory.CreateTempSubdirectory("changlai-browser-"), command, more);

    /// <summary>Starts on a copy of a database that no program is at.</summary>
    public static Task<ChanglaiProcess> StartOnCopyAsync(string database, string command)
    {
        var home = Directory.CreateTempSubdirectory("changlai-browser-");
        File.Copy(database, Path.Combine(home.FullName, DatabaseName));
        return StartAsync(home, command);
    }

    private static async Task<ChanglaiProcess> StartAsync(DirectoryInfo home, string command, params string[] more)
    {
        var how = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = home.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        string[] arguments =
            [TestRun.Program, command, "--db", Path.Combine(home.FullName, DatabaseName), "--urls", "http://127.0.0.1:0", .. more];
        foreach (var argument in arguments)
            how.ArgumentList.Add(argument);

        var child = new ChanglaiProcess(how, home);
        try
        {
            await child.WaitForAddressAsync();
            return child;
        }
        catch
        {
            await child.DisposeAsync();
            throw;
        }
    }

    /// <summary>Kills the program in the middle of whatever it is doing, and starts it again on what that left behind, at a new address.</summary>
    public async Task CrashAndStartAgainAsync()
    {
        await KillAsync();
        await WaitForAddressAsync();
    }

    /// <summary>Ends the program and leaves its database.</summary>
    public Task StopAsync() => KillAsync();

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        folder.Delete(recursive: true);
    }

    private async Task KillAsync()
    {
        if (stopped) return;
        stopped = true;
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task WaitForAddressAsync()
    {
        stopped = false;
        told = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        var ended = process.WaitForExitAsync();
        using var patience = new CancellationTokenSource(Patience);
        var first = await Task.WhenAny(told.Task, ended, Task.Delay(Timeout.InfiniteTimeSpan, patience.Token));
        if (first == told.Task)
            Address = await told.Task;
        else if (first == ended)
            throw new InvalidOperationException($"The program ended with code {process.ExitCode} before it told an address:\n{Output}");
        else
            throw new InvalidOperationException($"The program told no address within {Patience.TotalMinutes} minutes:\n{Output}");
    }

    private void Hear(string? line)
    {
        if (line is null)
            return;
        lock (output) output.AppendLine(line);
        if (AddressPattern().Match(line) is { Success: true } match)
            told.TrySetResult(new Uri(match.Value));
    }

    // Not port 0, which the program may repeat from its arguments.
    [GeneratedRegex(@"http://(127\.0\.0\.1|localhost):[1-9]\d*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AddressPattern();
}
