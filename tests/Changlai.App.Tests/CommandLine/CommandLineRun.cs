using System.Text.Json;
using Changlai.Web.CommandLine;

namespace Changlai.App.Tests.CommandLine;

/// <summary>What one run of the program printed and how it ended.</summary>
internal sealed record CommandLineRun(int ExitCode, string Output, string Error)
{
    public static Task<CommandLineRun> Of(params string[] arguments) => WithInput("", arguments);

    public static async Task<CommandLineRun> WithInput(string input, params string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await Cli.Run(arguments, new StringReader(input), output, error, TestContext.Current.CancellationToken);
        return new CommandLineRun(code, output.ToString(), error.ToString());
    }

    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    /// <summary>Every export, one after the other: what a database holds as far as anybody can see.</summary>
    public static async Task<string> Everything(string db)
    {
        var all = "";
        foreach (var what in new[] { "customers", "orders", "follow-ups" })
        {
            var run = await Of("export", what, "--db", db);
            run.Error.ShouldBeEmpty();
            run.ExitCode.ShouldBe(0);
            all += run.Output;
        }
        return all;
    }
}
