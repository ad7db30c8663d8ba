using System.CommandLine;
using Changlai.Core.Values;

namespace Changlai.Web.CommandLine;

/// <summary>The command line: parses, runs, and turns every failure into one line and an exit code.</summary>
internal static class Cli
{
    /// <summary>The exit code of bad input: nothing was done.</summary>
    public const int BadInput = 2;

    private static readonly Text About = new("常来：让客户常来。客户关怀与留存系统。", "Changlai keeps customers coming back: customer care and retention.");

    public static async Task<int> Run(string[] args, TextReader input, TextWriter output, TextWriter error, CancellationToken cancellation = default)
    {
        var parsed = Root().Parse(args.Length == 0 ? ["--help"] : args);
        var terminal = new Terminal(input, output, error);
        if (parsed.Action is not null && parsed.Errors.Count == 0)
        {
            try
            {
                return await parsed.InvokeAsync(new TerminalConfiguration { Terminal = terminal, Output = output, Error = error, EnableDefaultExceptionHandler = false }, cancellation);
            }
            catch (CommandProblem problem)
            {
                return terminal.Fail(problem.Words);
            }
            catch (IOException) when (!CanWrite(output))
            {
                // Whoever read the answer has heard enough: "changlai export … | head".
                return 0;
            }
            catch (Exception problem) when (DatabaseProblem.Of(problem, location: null) is { } words)
            {
                return terminal.Fail(words);
            }
            finally
            {
                if (CanWrite(output)) await output.FlushAsync(CancellationToken.None);
            }
        }
        return terminal.Fail(ParseProblem.Of(parsed));
    }

    private static RootCommand Root()
    {
        var root = new RootCommand(Output.Words(About))
        {
            DemoCommand.Create(),
            ServeCommand.Create(),
            ImportCommand.Create(),
            PlanCommand.Create(),
            TodayCommand.Create(),
            ExplainCommand.Create(),
            ExportCommand.Create(),
            StaffCommand.Create(),
            AuditCommand.Create(),
        };
        HelpPage.Install(root);
        return root;
    }

    private static bool CanWrite(TextWriter output)
    {
        try
        {
            output.Flush();
            return true;
        }
        catch (Exception problem) when (problem is IOException or ObjectDisposedException)
        {
            return false;
        }
    }
}
