using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Features.Platform.People.Pages;
using Changlai.App.Ui;
using Changlai.Core.Values;

namespace Changlai.App.Features.Platform.Audit.Pages;

/// <summary>Says in the reader's language what entries keep in English or as codes. What nobody knows stays as it was written.</summary>
public sealed class AuditWords
{
    private readonly Dictionary<string, Text> known = new(StringComparer.Ordinal);

    internal AuditWords(IEnumerable<AuditWord> words)
    {
        foreach (var word in words) known.TryAdd(word.Kept, word.Said);
    }

    /// <summary>What people, stores and what they may are called.</summary>
    internal static IEnumerable<(string Kept, Text Said)> Own =>
    [
        .. StaffRoles.All.Select(role => (role.Code(), role.Name())),
        ("name", new Text("名称", "name")), ("language", StaffTexts.Language), ("role", StaffTexts.Role), ("store", StaffTexts.Store), ("reach", StaffTexts.Reach), ("further stores", StaffTexts.FurtherStores),
        ("own", StaffTexts.ReachOwn), ("stores", StaffTexts.ReachStores), ("all", StaffTexts.ReachAll),
        ("left", StaffTexts.Left), ("at work", StaffTexts.ShowActive),
        ("city", new Text("城市", "city")), ("time-zone", new Text("时区", "time zone")), ("currency", new Text("币种", "currency")), ("hours", new Text("营业时间", "opening hours")),
        ("closed-weekdays", new Text("每周休息日", "days closed each week")), ("holidays", new Text("节假日", "holidays")),
        ("passkey", new Text("通行密钥", "passkey")), ("join", new Text("第一次登录", "to get in for the first time")), ("password", new Text("新密码", "a new password")),
    ];

    /// <summary>One word, or a list of them.</summary>
    public string Say(string kept, Language language)
    {
        if (known.TryGetValue(kept, out var whole)) return whole.In(language);
        if (kept.Contains(", ", StringComparison.Ordinal)) return string.Join(UiTexts.ListComma.In(language), kept.Split(", ").Select(part => Say(part, language)));
        return kept.Split(' ') is { Length: > 1 } parts && Array.TrueForAll(parts, known.ContainsKey) ? string.Join(UiTexts.ListComma.In(language), parts.Select(part => known[part].In(language))) : kept;
    }
}
