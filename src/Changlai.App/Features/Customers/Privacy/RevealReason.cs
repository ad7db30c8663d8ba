using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Privacy;

/// <summary>Why somebody needs to see in full what is masked for them; it goes into the audit log.</summary>
public sealed record RevealReason(string Code, Text Name)
{
    public const int LongestWords = 200;
    public const int FewestWords = 4;
    public static readonly RevealReason Contact = new("contact", new Text("联系客户", "To contact the customer"));
    public static readonly RevealReason Identity = new("identity", new Text("核对身份", "To check who they are"));
    public static readonly RevealReason Trouble = new("trouble", new Text("处理投诉或售后", "A complaint or a repair"));
    public static readonly RevealReason Data = new("data", new Text("核对资料", "To check what we hold"));
    public static readonly RevealReason Other = new("other", new Text("其他（请写明）", "Another reason (say which)"));

    public static readonly IReadOnlyList<RevealReason> All = [Contact, Identity, Trouble, Data, Other];

    /// <summary>What is wrong with a reason as it was given; null when it will do.</summary>
    internal static (string Field, Text Problem)? ProblemOf(string? code, string? words) =>
        All.FirstOrDefault(one => one.Code == code) is not { } reason ? ("reason", PrivacyTexts.NoReason)
        : words?.Trim() is { Length: > LongestWords } ? ("words", PrivacyTexts.TooLong.With(LongestWords))
        : words?.Any(char.IsControl) == true ? ("words", PrivacyTexts.Control)
        : reason == Other && (words?.Trim().Length ?? 0) < FewestWords ? ("words", PrivacyTexts.NoWords.With(FewestWords))
        : null;
}
