using Changlai.Core.Values;

namespace Changlai.App.Features.FollowUps.Rules;

/// <summary>A customer's name as it is said aloud: 李女士, 欧阳先生, Ms Li; a number is nobody's name.</summary>
internal static class SpokenName
{
    private static readonly Text Nameless = new("尊敬的客户", "dear customer");
    private static readonly Text Madam = new("女士", "Ms");
    private static readonly Text Mister = new("先生", "Mr");

    // The family names of two characters that are still common (2020 census of names, Ministry of Public Security).
    private static readonly HashSet<string> TwoCharacterFamilies = new(StringComparer.Ordinal)
    {
        "欧阳", "上官", "皇甫", "令狐", "诸葛", "司徒", "司马", "申屠", "夏侯", "贺兰", "完颜", "慕容", "尉迟", "长孙", "东方", "公孙", "宇文", "端木", "独孤", "南宫",
    };

    public static Text Of(string name, string? salutation, string? gender)
    {
        var whole = name.Trim();
        if (!whole.Any(char.IsLetter)) return Nameless;
        var title = Title(salutation, gender);
        if (!IsHan(whole[0])) return new Text(whole, title is { } latin && !HasHan(latin.English) ? $"{latin.English} {LastWord(whole)}" : whole);
        if (title is not { } spoken) return new Text(whole, whole);
        var family = whole.Length > 2 && TwoCharacterFamilies.Contains(whole[..2]) ? whole[..2] : whole[..1];
        // 李姐 or 王老师 is how this customer is already called.
        var said = spoken.Chinese.StartsWith(family, StringComparison.Ordinal) ? spoken.Chinese : family + spoken.Chinese;
        return new Text(said, HasHan(spoken.English) ? said : $"{spoken.English} {family}");
    }

    private static Text? Title(string? salutation, string? gender) => salutation?.Trim() switch
    {
        "女士" or "小姐" or "Ms" or "Mrs" or "Miss" => Madam,
        "先生" or "Mr" => Mister,
        { Length: > 0 } own => new Text(own, own),
        _ => gender?.ToLowerInvariant() switch
        {
            "female" or "f" or "女" => Madam,
            "male" or "m" or "男" => Mister,
            _ => null,
        },
    };

    private static string LastWord(string name) => name[(name.LastIndexOf(' ') + 1)..];

    private static bool IsHan(char letter) => letter is >= '\u3400' and <= '\u9fff';

    private static bool HasHan(string words) => words.Any(IsHan);
}
