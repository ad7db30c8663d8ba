using System.CommandLine;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.Core.Values;

namespace Changlai.Web.CommandLine;

/// <summary>Proof that the audit log is as it was written.</summary>
internal static class AuditCommand
{
    private const int Shown = 100;
    private const int Wrong = 1;

    public static Command Create() => new("audit", Output.Words(new Text("操作日志：核对有没有人动过", "The audit log: whether anybody touched it"))) { Verify(), Head() };

    private static Command Verify()
    {
        var kept = new Option<string?>("--head")
        {
            HelpName = "POSITION:HASH",
            Description = Output.Words(new Text("以前用 audit head 留存的值；给出它才能发现链尾被剪掉", "What audit head printed earlier; only with it a tail that was cut off is found")),
        };
        kept.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !AuditCheck.IsHead(token.Value))
                result.AddError(Output.Words(new Text("--head：「{0}」不行，请照 audit head 打印的样子给：数字、冒号、64 位十六进制。", "--head: \"{0}\" will not do; give it as audit head prints it: a number, a colon, 64 hexadecimal digits."), token.Value));
        });
        var (db, json) = (CommonOptions.Db(), CommonOptions.Json());
        var command = new Command("verify", Output.Words(new Text("核对整条日志：改过、少了、添进来的都会指出", "Check the whole log: what was changed, is missing or was added is named"))) { kept, db, json };
        command.SetAction(parsed =>
        {
            var terminal = Terminal.Of(parsed);
            CheckKey();
            using var database = CommonOptions.OpenExisting(parsed.GetValue(db));
            using var session = database.OpenSession();
            var outcome = AuditCheck.Run(session, parsed.GetValue(kept));
            if (parsed.GetValue(json))
                terminal.Json(new { outcome.Checked, outcome.Waiting, outcome.Head, Problems = outcome.Problems.Select(problem => new { problem.Kind, problem.Number, Words = Output.Words(problem.Words) }) });
            else Print(terminal, outcome);
            return outcome.Problems.Count == 0 ? 0 : Wrong;
        });
        return command;
    }

    private static Command Head()
    {
        var db = CommonOptions.Db();
        var command = new Command("head", Output.Words(new Text("封存到此刻，并打印链尾的值，请另存他处", "Seal up to now and print the end of the chain, to be kept elsewhere"))) { db };
        command.SetAction(parsed =>
        {
            var terminal = Terminal.Of(parsed);
            CheckKey();
            using var database = CommonOptions.OpenExisting(parsed.GetValue(db));
            using var session = database.OpenSession();
            terminal.Line(AuditCheck.Head(session, TimeProvider.System));
            return 0;
        });
        return command;
    }

    private static void Print(Terminal terminal, AuditOutcome outcome)
    {
        foreach (var problem in outcome.Problems.Take(Shown)) terminal.Line(Output.Words(problem.Words));
        if (outcome.Problems.Count > Shown) terminal.Say(new Text("…… 还有 {0} 处。", "… and {0} more."), outcome.Problems.Count - Shown);
        terminal.Say(outcome.Problems.Count == 0
            ? new Text("核对了 {0} 条记录，没有被动过；{1} 条等待封存。链尾：{2}", "{0} entries checked, none touched; {1} wait to be sealed. Head: {2}")
            : new Text("核对了 {0} 条记录，有问题；{1} 条等待封存。链尾：{2}", "{0} entries checked, and something is wrong; {1} wait to be sealed. Head: {2}"),
            outcome.Checked, outcome.Waiting, outcome.Head);
    }

    private static void CheckKey()
    {
        if (AuditCheck.KeyProblem() is { } words) throw new CommandProblem(words);
    }
}
