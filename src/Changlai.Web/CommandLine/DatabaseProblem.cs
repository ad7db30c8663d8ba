using System.Net.Sockets;
using Changlai.Core.Values;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Changlai.Web.CommandLine;

/// <summary>Why a database cannot be worked with, in one line that says what would be right. Never the password.</summary>
internal static class DatabaseProblem
{
    private const int Busy = 5;
    private const int ReadOnly = 8;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    public static Text NoFile(string path) => new(
        $"--db：没有 {path} 这个数据库。请检查路径，或先用 changlai import orders、changlai serve 建一个。",
        $"--db: there is no database {path}. Check the path, or make one with changlai import orders or changlai serve.");

    public static Text NoFolder(string path, string folder) => new(
        $"--db：文件夹 {folder} 不存在，没法在里面建 {Path.GetFileName(path)}。请先建好文件夹，或换个路径。",
        $"--db: there is no folder {folder} to make {Path.GetFileName(path)} in. Make the folder first, or give another path.");

    public static Text IsFolder(string path) => new(
        $"--db：{path} 是文件夹。请写数据库文件的路径，如 {Path.Combine(path, "changlai.db")}。",
        $"--db: {path} is a folder. Give the path of a database file, such as {Path.Combine(path, "changlai.db")}.");

    /// <summary>Null when the exception is not about the database.</summary>
    public static Text? Of(Exception problem, string? location) => problem switch
    {
        SqliteException sqlite => OfSqlite(sqlite, location ?? Unnamed),
        PostgresException refused => OfPostgres(refused, Place(location)),
        NpgsqlException or SocketException or TimeoutException => new Text(
            $"--db：连不上 PostgreSQL {Place(location)}。请检查地址和端口，并确认它在运行。",
            $"--db: PostgreSQL does not answer at {Place(location)}. Check host and port, and that it is running."),
        ArgumentException or FormatException when location is not null => new Text(
            "--db：看不懂这个连接串。请写成 Host=localhost;Database=changlai;Username=…;Password=… 或 postgres://用户：密码@主机/数据库。",
            "--db: the connection string cannot be read. Write Host=localhost;Database=changlai;Username=…;Password=… or postgres://user:password@host/database."),
        UnauthorizedAccessException when location is not null => NotAllowed(location),
        InvalidOperationException changed when location is not null => new Text($"--db：{changed.Message}", $"--db: {changed.Message}"),
        _ => null,
    };

    private const string Unnamed = "SQLite";

    private static Text OfSqlite(SqliteException problem, string path) => problem.SqliteErrorCode switch
    {
        NotADatabase => new Text($"--db：{path} 不是 SQLite 数据库。请换一个路径。", $"--db: {path} is not a SQLite database. Give another path."),
        CannotOpen or ReadOnly => NotAllowed(path),
        Busy => new Text($"--db：{path} 正被另一个程序写入，等了 30 秒仍未空出。请稍后再试。", $"--db: another program is writing to {path} and did not finish within 30 seconds. Try again later."),
        Full => new Text($"--db：磁盘满了，{path} 没有变动。请腾出空间再试。", $"--db: the disk is full and {path} is unchanged. Make room and try again."),
        _ => new Text($"--db：{path} 不能用作常来的数据库（{problem.Message}）。请换一个路径。", $"--db: {path} cannot be used as a Changlai database ({problem.Message}). Give another path."),
    };

    private static Text OfPostgres(PostgresException problem, string place) => problem.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => new Text(
            $"--db：PostgreSQL {place} 不接受这个用户名或密码。", $"--db: PostgreSQL at {place} does not accept this user name or password."),
        PostgresErrorCodes.InvalidCatalogName => new Text(
            $"--db：PostgreSQL {place} 上没有这个数据库。请先建好：CREATE DATABASE …", $"--db: PostgreSQL at {place} has no such database. Make it first: CREATE DATABASE …"),
        PostgresErrorCodes.InsufficientPrivilege => new Text(
            $"--db：这个用户在 PostgreSQL {place} 上没有权限建表或读写。", $"--db: this user may not make tables or read and write at PostgreSQL {place}."),
        _ => new Text($"--db：PostgreSQL {place}：{problem.MessageText}（{problem.SqlState}）", $"--db: PostgreSQL at {place}: {problem.MessageText} ({problem.SqlState})"),
    };

    private static Text NotAllowed(string path) => new(
        $"--db：打不开 {path}。请检查这个文件和它所在的文件夹是否可读写。",
        $"--db: {path} cannot be opened. Check that the file and its folder may be read and written.");

    /// <summary>Host, port and database of a connection string; what else it holds stays unsaid.</summary>
    private static string Place(string? location)
    {
        if (location is null) return "";
        try
        {
            if (Uri.TryCreate(location, UriKind.Absolute, out var uri) && uri.Host.Length > 0) return $"{uri.Host}:{(uri.Port > 0 ? uri.Port : 5432)}{uri.AbsolutePath}";
            var parts = new NpgsqlConnectionStringBuilder(location);
            return $"{parts.Host}:{parts.Port}/{parts.Database}";
        }
        catch (ArgumentException)
        {
            return "";
        }
    }
}
