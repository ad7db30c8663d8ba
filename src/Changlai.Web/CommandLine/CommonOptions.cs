using System.CommandLine;
using System.Globalization;
using Changlai.App.Features.Platform;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Values;

namespace Changlai.Web.CommandLine;

/// <summary>Options that several commands share.</summary>
internal static class CommonOptions
{
    public static Option<string?> Db() => new("--db")
    {
        Description = Output.Words(new Text("数据库：SQLite 文件路径或 PostgreSQL 连接串（也可用环境变量 CHANGLAI_DB；默认 ./data/changlai.db）",
            "Database: a SQLite file or a PostgreSQL connection string (also CHANGLAI_DB; default ./data/changlai.db)")),
    };

    public static Option<bool> Json() => new("--json")
    {
        Description = Output.Words(new Text("在标准输出上打印一个 JSON 对象，不打印别的", "Print one JSON object on standard output and nothing else there")),
    };

    public static Option<DateOnly?> Day(string name, Text description) => new(name)
    {
        Description = Output.Words(description),
        HelpName = "YYYY-MM-DD",
        CustomParser = result =>
        {
            var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
            result.AddError(Output.Words(new Text("{0}：「{1}」不是日期，请写成 2026-11-23 这样。", "{0}: \"{1}\" is not a date; write it like 2026-11-23."), name, text));
            return null;
        },
    };

    /// <summary>Opens the database a command names and brings its schema up to date.</summary>
    public static Database Open(string? db)
    {
        var database = new Database(Location(db));
        PlatformFeature.Migrate(database, TimeProvider.System);
        return database;
    }

    public static string Location(string? db) =>
        !string.IsNullOrWhiteSpace(db) ? db
        : Environment.GetEnvironmentVariable("CHANGLAI_DB") is { Length: > 0 } fromEnvironment ? fromEnvironment
        : Path.Combine("data", "changlai.db");
}
