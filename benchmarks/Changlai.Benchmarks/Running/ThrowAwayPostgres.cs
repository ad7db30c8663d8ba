using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Changlai.Benchmarks.Running;

/// <summary>
/// A PostgreSQL of our own with the settings it comes with (so fsync and synchronous commits are on), on a loopback port and
/// stopped at the end. Its data lie in the folder of the run. CHANGLAI_BENCH_POSTGRES names another server instead, by a
/// connection string that may create databases.
/// </summary>
internal sealed class ThrowAwayPostgres : IDisposable
{
    private readonly string? bin;
    private static ThrowAwayPostgres? running;

    private ThrowAwayPostgres(string administration, string? bin)
    {
        Administration = administration;
        this.bin = bin;
        running = this;
    }

    private static string Folder => Path.Combine(Places.Made, "postgres");

    /// <summary>Connection string of the database from which others are made.</summary>
    public string Administration { get; }

    /// <summary>Null, with the reason on standard error, where there is no PostgreSQL.</summary>
    public static ThrowAwayPostgres? Start()
    {
        if (Environment.GetEnvironmentVariable("CHANGLAI_BENCH_POSTGRES") is { Length: > 0 } named) return new ThrowAwayPostgres(named, null);
        if (FindBin() is not { } bin)
        {
            Console.Error.WriteLine("No PostgreSQL here (Debian and Ubuntu: apt-get install postgresql); its figures are left out.");
            return null;
        }
        var data = Path.Combine(Folder, "data");
        if (!Directory.Exists(data))
        {
            Directory.CreateDirectory(Folder);
            if (IsRoot) Run("chown", "postgres", Folder);
            AsPostgres(Path.Combine(bin, "initdb"), "-D", data, "-U", "changlai", "-E", "UTF8", "--lc-collate=C", "--lc-ctype=C.UTF-8", "--auth=trust");
        }
        var port = FreePort();
        AsPostgres(Path.Combine(bin, "pg_ctl"), "-D", data, "-l", Path.Combine(Folder, "server.log"), "-w", "-s", "-o",
            $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=''", "start");
        return new ThrowAwayPostgres($"Host=127.0.0.1;Port={port};Username=changlai;Database=postgres;Pooling=false", bin);
    }

    /// <summary>For a run that is ended early.</summary>
    public static void StopRunning() => running?.Dispose();

    public string ConnectionTo(string database) => new NpgsqlConnectionStringBuilder(Administration) { Database = database, Pooling = true }.ToString();

    /// <summary>The database whose name begins so; null when there is none.</summary>
    public string? Find(string beginning)
    {
        using var connection = new NpgsqlConnection(Administration);
        connection.Open();
        using var command = new NpgsqlCommand("SELECT datname FROM pg_database WHERE starts_with(datname, @beginning) LIMIT 1", connection);
        command.Parameters.AddWithValue("beginning", beginning);
        return (string?)command.ExecuteScalar();
    }

    public void Create(string database, string? copyOf = null)
    {
        Drop(database);
        NpgsqlConnection.ClearAllPools();
        Execute($"CREATE DATABASE {database}{(copyOf is null ? "" : $" TEMPLATE {copyOf} STRATEGY file_copy")}");
    }

    public void Rename(string from, string to)
    {
        NpgsqlConnection.ClearAllPools();
        Execute($"ALTER DATABASE {from} RENAME TO {to}");
    }

    public void Drop(string database) => Execute($"DROP DATABASE IF EXISTS {database} WITH (FORCE)");

    /// <summary>Lets work left over from before a measurement happen before it, not in it.</summary>
    public void Settle() => Execute("CHECKPOINT");

    private void Execute(string sql)
    {
        using var connection = new NpgsqlConnection(Administration);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        if (bin is null || running != this) return;
        running = null;
        NpgsqlConnection.ClearAllPools();
        AsPostgres(Path.Combine(bin, "pg_ctl"), "-D", Path.Combine(Folder, "data"), "-m", "fast", "-w", "-s", "stop");
    }

    private static string? FindBin()
    {
        string[] folders = ["/usr/lib/postgresql", "/opt/homebrew/opt/postgresql", "/usr/local/opt/postgresql"];
        return folders.Where(Directory.Exists)
            .SelectMany(folder => Directory.GetDirectories(folder).Select(version => Path.Combine(version, "bin")).Append(Path.Combine(folder, "bin")))
            .Where(candidate => File.Exists(Path.Combine(candidate, "initdb")))
            .OrderDescending(StringComparer.Ordinal).FirstOrDefault();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>PostgreSQL refuses to run as root, so root hands over to the account that the package made.</summary>
    private static void AsPostgres(params string[] command) => Run(IsRoot ? ["runuser", "-u", "postgres", "--", .. command] : command);

    private static bool IsRoot => Environment.UserName == "root";

    private static void Run(params string[] command)
    {
        // The server inherits the output; reading a pipe that it holds would never end.
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", "\"$@\" >/dev/null 2>&1", "sh", .. command]) { WorkingDirectory = "/", UseShellExecute = false })!;
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{string.Join(' ', command)} ended with {process.ExitCode}.");
    }
}
