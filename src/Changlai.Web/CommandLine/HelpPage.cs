using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Changlai.Core.Values;

namespace Changlai.Web.CommandLine;

/// <summary>The page of <c>--help</c>, in the reader's language: what for, how to write it, every option, examples.</summary>
internal sealed class HelpPage : SynchronousCommandLineAction
{
    private static readonly Text Usage = new("用法：", "Usage:");
    private static readonly Text Commands = new("命令：", "Commands:");
    private static readonly Text Options = new("选项：", "Options:");
    private static readonly Text Examples = new("例子：", "Examples:");

    public override bool ClearsParseErrors => true;

    public static void Install(RootCommand root)
    {
        foreach (var option in root.Options)
        {
            option.Description = Output.Words(option is HelpOption ? new Text("显示这页说明", "Show this page") : new Text("显示版本号", "Show the version"));
            if (option is HelpOption help) help.Action = new HelpPage();
        }
    }

    public override int Invoke(ParseResult parseResult)
    {
        var (terminal, command) = (Terminal.Of(parseResult), parseResult.CommandResult.Command);
        var path = string.Join(' ', PathOf(command));
        terminal.Line(command.Description ?? "");
        terminal.Line("");
        terminal.Line(Output.Words(Usage));
        var rest = (command.Subcommands.Count > 0 ? " COMMAND" : "") + string.Concat(command.Arguments.Select(argument => " " + argument.Name))
            + string.Concat(command.Options.Where(option => option.Required).Select(option => " " + Signature(option))) + (command.Options.Any(IsOptional) ? " [OPTION …]" : "");
        terminal.Line($"  {path}{rest}");
        if (command.Arguments.Count > 0)
        {
            terminal.Line("");
            Table(terminal, command.Arguments.Select(argument => (argument.Name, argument.Description)));
        }
        if (command.Subcommands.Count > 0)
        {
            terminal.Line("");
            terminal.Line(Output.Words(Commands));
            Table(terminal, command.Subcommands.Select(one => (one.Name, one.Description)));
        }
        terminal.Line("");
        terminal.Line(Output.Words(Options));
        var inherited = command is RootCommand ? [] : parseResult.RootCommandResult.Command.Options.Where(option => option.Recursive);
        Table(terminal, command.Options.Concat(inherited).Select(option => (Signature(option), option.Description)));
        if (!HelpExamples.Of.TryGetValue(path, out var examples)) return 0;
        terminal.Line("");
        terminal.Line(Output.Words(Examples));
        foreach (var example in examples) terminal.Line("  " + example);
        return 0;
    }

    private static bool IsOptional(Option option) => !option.Required && option is not HelpOption and not VersionOption;

    private static string Signature(Option option) => option.ValueType == typeof(bool) || option.ValueType == typeof(void)
        ? string.Join(", ", new[] { option.Name }.Concat(option.Aliases.Where(alias => alias is "-h")))
        : $"{option.Name} {option.HelpName ?? option.Name.TrimStart('-').ToUpperInvariant()}";

    private static void Table(Terminal terminal, IEnumerable<(string Name, string? Description)> rows)
    {
        var all = rows.ToList();
        var width = all.Max(row => row.Name.Length) + 2;
        foreach (var (name, description) in all) terminal.Line($"  {name.PadRight(width)}{description}");
    }

    private static IEnumerable<string> PathOf(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? [.. PathOf(parent), command.Name] : ["changlai"];
}

internal static class HelpExamples
{
    public static readonly IReadOnlyDictionary<string, string[]> Of = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["changlai"] = ["changlai demo", "changlai import orders orders.csv", "changlai today --json"],
        ["changlai import orders"] =
        [
            "changlai import orders orders.xlsx --dry-run",
            "changlai import orders orders.csv.gz --time-zone Europe/London --currency GBP --rejects rejects.csv",
            "changlai import orders till.csv --map customer-number=会员卡号 --store 西湖店",
        ],
        ["changlai plan"] = ["changlai plan", "changlai plan --date 2026-11-23 --json"],
        ["changlai today"] = ["changlai today --staff 陈晓燕", "changlai today --store 西湖店 --limit 20 --json"],
        ["changlai export orders"] = ["changlai export orders --from 2026-01-01 > orders.csv"],
        ["changlai export follow-ups"] = ["changlai export follow-ups --format json > follow-ups.json"],
        ["changlai staff add"] = ["changlai staff add --name 陈晓燕 --sign-in chenxiaoyan --role staff --store 西湖店"],
        ["changlai serve"] = ["changlai serve --db 'Host=localhost;Database=changlai;Username=changlai' --urls http://0.0.0.0:8080"],
    };
}
