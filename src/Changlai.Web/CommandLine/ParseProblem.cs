using System.CommandLine;
using System.CommandLine.Parsing;
using Changlai.Core.Values;

namespace Changlai.Web.CommandLine;

/// <summary>What is wrong with the words on the command line: one line that names the option.</summary>
internal static class ParseProblem
{
    public static Text Of(ParseResult parsed)
    {
        var help = $"changlai {string.Join(' ', Path(parsed.CommandResult))} --help".Replace("  ", " ", StringComparison.Ordinal);
        if (parsed.Errors.FirstOrDefault(error => IsOurs(error)) is { } ours) return Same(ours.Message);
        if (parsed.UnmatchedTokens is [var unknown, ..])
            return unknown.StartsWith('-')
                ? new Text($"没有 {unknown} 这个选项。有哪些选项，见 {help}。", $"There is no option {unknown}. See {help} for those there are.")
                : new Text($"看不懂「{unknown}」。用法见 {help}。", $"\"{unknown}\" is not understood here. See {help}.");
        if (MissingOption(parsed) is { } missing) return new Text($"缺少 {missing.Name}。用法见 {help}。", $"{missing.Name} is missing. See {help}.");
        var first = parsed.Errors.Count > 0 ? parsed.Errors[0] : null;
        return first?.SymbolResult switch
        {
            OptionResult { Tokens.Count: 0 } option => new Text($"{option.Option.Name} 后面要跟一个值。用法见 {help}。", $"{option.Option.Name} needs a value. See {help}."),
            OptionResult option => new Text($"{option.Option.Name}：「{option.Tokens[^1].Value}」不行。用法见 {help}。", $"{option.Option.Name}: \"{option.Tokens[^1].Value}\" will not do. See {help}."),
            ArgumentResult argument => new Text($"缺少 {argument.Argument.Name}。用法见 {help}。", $"{argument.Argument.Name} is missing. See {help}."),
            _ when parsed.CommandResult.Command.Subcommands.Count > 0 => new Text(
                $"请选一个：{string.Join('、', parsed.CommandResult.Command.Subcommands.Select(command => command.Name))}。",
                $"Choose one of: {string.Join(", ", parsed.CommandResult.Command.Subcommands.Select(command => command.Name))}."),
            _ => Same(first?.Message ?? help),
        };
    }

    /// <summary>Our validators begin with the option's name.</summary>
    private static bool IsOurs(ParseError error) => error.SymbolResult is OptionResult option
        && error.Message.StartsWith(option.Option.Name, StringComparison.Ordinal) && error.Message[option.Option.Name.Length..] is [':' or '\uFF1A', ..];

    private static Option? MissingOption(ParseResult parsed) =>
        parsed.CommandResult.Command.Options.FirstOrDefault(option => option.Required && parsed.GetResult(option) is null or { Implicit: true, Option.Required: true });

    private static IEnumerable<string> Path(CommandResult command) => command.Parent is CommandResult { Parent: not null } parent
        ? [.. Path(parent), command.Command.Name]
        : command.Parent is null ? [] : [command.Command.Name];

    private static Text Same(string words) => new(words, words);
}
