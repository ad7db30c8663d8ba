namespace Changlai.App.Shell.Sample;

/// <summary>Names as they are common in eastern China, by sex and generation. Nobody in particular is meant.</summary>
internal static class SampleNames
{
    private const string SurnamesByFrequency =
        "王72李71张68刘54陈45杨31黄22赵21周19吴19徐17孙15胡13朱13高12林12何11郭11马10罗9沈9梁8宋8郑8谢7韩7唐7" +
        "冯6于6董6程6曹6蒋6叶6陆6袁5邓5许5傅5曾5彭5吕5苏5卢5蔡5丁5余5潘5汪5方5姚5金5顾5钱5" +
        "贾4魏4薛4杜4戴4夏4钟4田4任4姜4范4石4谭4廖4邹4邵4汤4熊3郝3孔3白3崔3康3毛3邱3秦3江3史3侯3孟3龙3万3段3尹3黎3" +
        "易2常2武2乔2贺2赖2龚2文2欧阳1上官1诸葛1司徒1";

    private static readonly (string[] Names, int[] Weights) Surnames = Split(SurnamesByFrequency);

    // First and second characters of two-character given names, then one-character names; by generation.
    private static readonly (string First, string Second, string Single)[] Women =
    [
        ("秀玉桂淑美丽红春爱凤金月素惠", "英珍兰芳华梅萍琴云霞娟莲芬香", "英芳萍琴娟红"),
        ("晓丽海文雪静慧艳佳玲春小志亚", "燕红娜敏梅霞萍莉芳婷琳君洁蓉", "静敏丽艳娟燕芳霞玲娜婷洁颖倩莉琳"),
        ("梓雨欣诗思佳梦雅子一语嘉若心", "涵怡琪妍彤萱瑶婷雯悦宁然琳洁", "婷倩雯悦颖璐瑶楠"),
    ];

    private static readonly (string First, string Second, string Single)[] Men =
    [
        ("建志永德文金福学国宝荣正", "国华平明军民强林生根祥良", "明军平刚强"),
        ("志晓海俊伟立永文建少振光", "强峰军斌勇东明辉涛鹏波杰", "伟磊军勇涛强鹏杰斌波刚超辉"),
        ("子浩宇俊嘉梓天思泽一明景", "轩然豪杰辰阳涵航睿博翔铭", "浩宇轩睿博晨帆"),
    ];

    private static readonly string[] EnglishWomen =
        ["Emma", "Olivia", "Sophie", "Hannah", "Laura", "Claire", "Megan", "Rachel", "Julia", "Anna", "Priya", "Ingrid"];

    private static readonly string[] EnglishMen =
        ["James", "Daniel", "Thomas", "Michael", "Andrew", "Peter", "David", "Lucas", "Martin", "Omar", "Oliver", "Samuel"];

    private static readonly string[] EnglishSurnames =
        ["Collins", "Bennett", "Carter", "Hughes", "Morgan", "Fischer", "Novak", "O'Connor", "Lindqvist", "Patel", "Rossi", "Walker", "Van der Meer", "Turner"];

    public static string Chinese(SampleRandom random, SampleGender gender, int birthYear)
    {
        var surname = Surnames.Names[random.Weighted(Surnames.Weights)];
        var generation = birthYear < 1970 ? 0 : birthYear < 1988 ? 1 : 2;
        var (firsts, seconds, singles) = (gender == SampleGender.Female ? Women : Men)[generation];
        if (surname.Length == 1 && random.Chance(0.14))
            return surname + singles[random.Below(singles.Length)];
        var first = firsts[random.Below(firsts.Length)];
        var second = seconds[random.Below(seconds.Length)];
        return first == second ? $"{surname}{second}" : $"{surname}{first}{second}";
    }

    public static string English(SampleRandom random, SampleGender gender) =>
        $"{random.Pick(gender == SampleGender.Female ? EnglishWomen : EnglishMen)} {random.Pick(EnglishSurnames)}";

    private static (string[] Names, int[] Weights) Split(string text)
    {
        var (names, weights) = (new List<string>(), new List<int>());
        for (var at = 0; at < text.Length;)
        {
            var digit = text.AsSpan(at).IndexOfAnyInRange('0', '9') + at;
            var next = digit;
            while (next < text.Length && char.IsAsciiDigit(text[next]))
                next++;
            names.Add(text[at..digit]);
            weights.Add(int.Parse(text.AsSpan(digit, next - digit)));
            at = next;
        }
        return ([.. names], [.. weights]);
    }
}
