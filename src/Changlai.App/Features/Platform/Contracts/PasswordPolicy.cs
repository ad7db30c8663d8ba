using Changlai.App.Features.Platform.People.Rules;
using Changlai.Core.Values;

namespace Changlai.App.Features.Platform.Contracts;

/// <summary>
/// What a password must be: long, and none that everybody tries first (NIST SP 800-63B, 5.1.1.2). No rules about signs and
/// digits, which only make people choose worse.
/// </summary>
internal static class PasswordPolicy
{
    public const int Shortest = 10;

    /// <summary>What stands in every business's name for itself.</summary>
    private static readonly string[] OurNames = ["changlai", "常来"];

    /// <summary>Null when it will do.</summary>
    /// <param name="names">Others that anybody would try: the person's, the store's.</param>
    public static Text? Problem(string password, string signIn, params IEnumerable<string> names)
    {
        if (password.Length < Shortest) return new Text($"密码太短：至少 {Shortest} 个字符。一句好记的话最好。", $"The password is too short: at least {Shortest} characters. A sentence you remember is best.");
        var folded = CommonPasswords.Fold(password);
        if (CommonPasswords.Contains(folded))
            return new Text("这个密码人人都会先试。请换一个，一句好记的话最好。", "This is a password that everybody tries first. Choose another; a sentence you remember is best.");
        if (PasswordPatterns.Repeats(folded) || PasswordPatterns.IsSequence(folded))
            return new Text("这个密码只是重复或连续的字符。请换一个，一句好记的话最好。", "This password is the same characters again, or characters in a row. Choose another; a sentence you remember is best.");
        if (IsMostly(folded, [signIn])) return new Text("密码和登录名太像。请换一个。", "The password is too much like the sign-in name. Choose another.");
        return IsMostly(folded, [signIn, .. names, .. OurNames])
            ? new Text("密码和姓名、门店名或产品名太像。请换一个。", "The password is too much like a name: yours, the store's or the product's. Choose another.")
            : null;
    }

    /// <summary>Whether hardly a letter is left when the names are taken out: figures behind a name are guessed with it.</summary>
    private static bool IsMostly(string folded, IEnumerable<string> names)
    {
        var left = folded;
        foreach (var name in names.Select(CommonPasswords.Fold).Where(name => name.Length >= 2).OrderByDescending(name => name.Length)) left = left.Replace(name, "", StringComparison.Ordinal);
        return left.Length < folded.Length && left.Count(char.IsLetter) < PasswordPatterns.LeastOwn;
    }
}
