using Changlai.Core.Values;

namespace Changlai.App.Features.Platform.Contracts;

/// <summary>
/// What a password must be: long, and none that everybody tries first (NIST SP 800-63B, 5.1.1.2). No rules about signs and
/// digits, which only make people choose worse.
/// </summary>
internal static class PasswordPolicy
{
    public const int Shortest = 10;

    private static readonly string[] Commonest =
    [
        "1234567890", "0123456789", "12345678910", "123456789a", "a123456789", "qwertyuiop", "1q2w3e4r5t", "1qaz2wsx3edc", "password12", "password123",
        "passw0rd123", "password1234", "iloveyou123", "woaini1314", "woaini520", "5201314520", "qq123456789", "abc123456789", "abcd123456", "aa12345678",
        "admin12345", "administrator", "changeme123", "welcome123", "letmein123", "qwerty12345", "qwerty123456", "zxcvbnm123", "asdfghjkl1", "1122334455",
        "9876543210", "changlai123", "changlai-demo", "88888888888", "6666666666",
    ];

    /// <summary>Null when it will do.</summary>
    public static Text? Problem(string password, string signIn)
    {
        if (password.Length < Shortest) return new Text($"密码太短：至少 {Shortest} 个字符。一句好记的话最好。", $"The password is too short: at least {Shortest} characters. A sentence you remember is best.");
        var folded = password.ToLowerInvariant();
        if (Commonest.Contains(folded, StringComparer.Ordinal) || folded.Distinct().Count() < 4)
            return new Text("这个密码人人都会先试。请换一个，一句好记的话最好。", "This is a password that everybody tries first. Choose another; a sentence you remember is best.");
        return signIn.Length > 0 && folded.Replace(signIn, "", StringComparison.Ordinal).Length < 4
            ? new Text("密码和登录名太像。请换一个。", "The password is too much like the sign-in name. Choose another.")
            : null;
    }
}
