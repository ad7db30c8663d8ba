using System.Text;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Values;

namespace Changlai.Web.CommandLine;

/// <summary>Asks for a new password: twice and unseen on a terminal, or once from standard input for scripts.</summary>
internal static class PasswordPrompt
{
    public static string Ask(Terminal terminal, string signIn, bool fromInput)
    {
        var password = fromInput ? terminal.Input.ReadLine() ?? "" : AskTwice(terminal);
        if (PasswordPolicy.Problem(password, signIn) is { } problem) throw new CommandProblem(problem);
        return password;
    }

    private static string AskTwice(Terminal terminal)
    {
        if (Console.IsInputRedirected)
            throw new CommandProblem(new Text("没有终端可以问密码。请加 --password-stdin，并把密码送进标准输入。", "There is no terminal to ask for the password. Add --password-stdin and send it to standard input."));
        var first = Unseen(terminal, new Text("新密码：", "New password: "));
        if (Unseen(terminal, new Text("再输一遍：", "Once more: ")) == first) return first;
        throw new CommandProblem(new Text("两遍不一样。请重来。", "The two differ. Please start again."));
    }

    private static string Unseen(Terminal terminal, Text words)
    {
        terminal.Ask(words);
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is var key && key.Key != ConsoleKey.Enter)
        {
            if (key.Key == ConsoleKey.Backspace) typed.Length = Math.Max(0, typed.Length - 1);
            else if (!char.IsControl(key.KeyChar)) typed.Append(key.KeyChar);
        }
        terminal.Note("");
        return typed.ToString();
    }
}
