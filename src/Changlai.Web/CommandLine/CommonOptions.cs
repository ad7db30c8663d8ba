using System.CommandLine;
using System.Globalization;
using Changlai.App.Features.Platform;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Values;

namespace Changlai.Web.CommandLine;

/// <summary>Options that several commands share.</summary>
internal static class CommonOptions
{
    public const string DefaultFolder = "data";
    private const string PublicUrlVariable = "CHANGLAI_PUBLIC_URL";
    private static readonly string DefaultLocation = Path.Combine(DefaultFolder, "changlai.db");

    public static Option<string?> Db() => new("--db")
    {
        Description = Output.Words(new Text("数据库：SQLite 文件路径或 PostgreSQL 连接串（也可用环境变量 CHANGLAI_DB；默认 ./data/changlai.db）",
            "Database: a SQLite file or a PostgreSQL connection string (also CHANGLAI_DB; default ./data/changlai.db)")),
    };

    public static Option<bool> Json() => new("--json")
    {
        Description = Output.Words(new Text("在标准输出上打印一个 JSON 对象，不打印别的", "Print one JSON object on standard output and nothing else there")),
    };

    /// <summary>In whose name a command reads; without it whoever has the database reads all of it.</summary>
    public static Option<string?> As() => new("--as")
    {
        HelpName = "SIGN-IN-NAME",
        Description = Output.Words(new Text("以这位员工的名义：只看得到他在页面上看得到的（登录名）", "In the name of this person, seeing what they see on the pages (their sign-in name)")),
    };

    /// <summary>What links begin with that are sent to somebody.</summary>
    public static Option<string?> PublicUrl() => new("--public-url")
    {
        HelpName = "URL",
        Description = Output.Words(new Text("员工打开常来用的地址，邀请和改密码的链接以它开头，如 https://changlai.example.cn（也可用环境变量 CHANGLAI_PUBLIC_URL）",
            "The address at which people open Changlai, with which invitations and password links begin, such as https://changlai.example.com (also CHANGLAI_PUBLIC_URL)")),
        CustomParser = result =>
        {
            var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
            if (PublicAddress.Parse(text) is { } address) return address;
            result.AddError(Output.Words(NoAddress("--public-url", text)));
            return null;
        },
    };

    /// <summary>As the option gives it, or else the environment.</summary>
    public static string? PublicUrl(string? option)
    {
        if (option is not null || Environment.GetEnvironmentVariable(PublicUrlVariable) is not { Length: > 0 } text) return option;
        return PublicAddress.Parse(text) ?? throw new CommandProblem(NoAddress(PublicUrlVariable, text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal)));
    }

    private static Text NoAddress(string name, string text) => new(
        $"{name}：「{text}」不行，请写成 https://changlai.example.cn 这样，不带路径。", $"{name}: \"{text}\" will not do; write it like https://changlai.example.com, without a path.");

    /// <summary>A whole number within bounds; anything else is refused by name, with what would be right.</summary>
    public static Option<int?> Number(string name, int least, int most, Text description) => new(name)
    {
        Description = Output.Words(description),
        HelpName = "N",
        CustomParser = result =>
        {
            var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
            result.AddError(Output.Words(most == int.MaxValue
                ? new Text("{0}：「{1}」不行，请给不小于 {2} 的整数。", "{0}: \"{1}\" will not do; give a whole number of {2} or more.")
                : new Text("{0}：「{1}」不行，请给 {2} 到 {3} 之间的整数。", "{0}: \"{1}\" will not do; give a whole number from {2} to {3}."), name, text, least, most));
            return null;
        },
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

    /// <summary>Opens the database a command names, makes it when there is none, and brings its schema up to date.</summary>
    public static Database Open(string? db) => OpenAt(Location(db));

    /// <summary>Opens a database that must be there already: a mistyped path must not become an empty business.</summary>
    public static Database OpenExisting(string? db)
    {
        var location = Location(db);
        if (!Database.IsPostgreSql(location) && !File.Exists(location) && !Directory.Exists(location)) throw new CommandProblem(DatabaseProblem.NoFile(location));
        return OpenAt(location);
    }

    public static Database OpenAt(string location)
    {
        CheckFolder(location);
        Database? database = null;
        try
        {
            database = new Database(location);
            PlatformFeature.Migrate(database, TimeProvider.System);
            return database;
        }
        catch (Exception problem) when (DatabaseProblem.Of(problem, location) is { } words)
        {
            database?.Dispose();
            throw new CommandProblem(words);
        }
    }

    public static string Location(string? db) =>
        !string.IsNullOrWhiteSpace(db) ? db
        : Environment.GetEnvironmentVariable("CHANGLAI_DB") is { Length: > 0 } fromEnvironment ? fromEnvironment
        : DefaultLocation;

    /// <summary>Only our own ./data is made without being asked for.</summary>
    public static void CheckFolder(string path)
    {
        if (Database.IsPostgreSql(path)) return;
        if (Directory.Exists(path)) throw new CommandProblem(DatabaseProblem.IsFolder(path));
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (folder is null || Directory.Exists(folder) || folder == Path.GetFullPath(DefaultFolder)) return;
        throw new CommandProblem(DatabaseProblem.NoFolder(path, folder));
    }
}
