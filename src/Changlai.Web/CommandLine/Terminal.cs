using System.CommandLine;
using System.Text.Json;
using Changlai.Core.Values;

namespace Changlai.Web.CommandLine;

/// <summary>Where a command prints: its answer to standard output, everything else to standard error.</summary>
internal sealed class Terminal(TextReader input, TextWriter output, TextWriter error)
{
    public static Terminal Of(ParseResult parsed) => ((TerminalConfiguration)parsed.InvocationConfiguration).Terminal;

    /// <summary>The answer itself, for what is written row by row; flushed when the command ends.</summary>
    public TextWriter Output => output;

    public void Say(Text text, params object?[] values) => Line(CommandLine.Output.Words(text, values));

    public void Line(string words)
    {
        output.WriteLine(words);
        output.Flush();
    }

    public void Json(object value) => Line(JsonSerializer.Serialize(value, CommandLine.Output.Json));

    public TextReader Input => input;

    /// <summary>A question, to standard error.</summary>
    public void Ask(Text words) => error.Write(CommandLine.Output.Words(words));

    /// <summary>A line beside the answer.</summary>
    public void Note(string words) => error.WriteLine(words);

    /// <summary>One line that says what is wrong and what would be right.</summary>
    /// <returns>The exit code of bad input.</returns>
    public int Fail(Text problem, params object?[] values)
    {
        error.WriteLine(CommandLine.Output.Words(problem, values));
        return Cli.BadInput;
    }

    /// <summary>Null unless a person watches standard error.</summary>
    public Ticker? Progress(Text words) => ReferenceEquals(error, Console.Error) && !Console.IsErrorRedirected ? new Ticker(error, words) : null;

    /// <summary>One line of progress that is gone at the end.</summary>
    internal sealed class Ticker(TextWriter error, Text words) : IProgress<long>, IDisposable
    {
        private const string ClearLine = "\r\u001b[K";

        public void Report(long value) => error.Write("\r" + CommandLine.Output.Words(words, value) + " ");

        public void Dispose() => error.Write(ClearLine);
    }
}

/// <summary>Carries the terminal to the commands.</summary>
internal sealed class TerminalConfiguration : InvocationConfiguration
{
    public required Terminal Terminal { get; init; }
}
