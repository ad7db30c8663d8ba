namespace Changlai.App.Features.Customers.Contracts;

/// <summary>
/// The tree of regions: at home province, city, district; abroad the country, then what the address says. A region is a path
/// of names, so that all customers of a province are those whose path begins with the province's.
/// </summary>
public static class Regions
{
    public const string Home = "home";
    public const string Abroad = "abroad";
    private const char Step = '/';

    private static readonly string[] Municipalities = ["北京", "天津", "上海", "重庆"];

    private static readonly Dictionary<string, string> Autonomous = new(StringComparer.Ordinal)
    {
        ["内蒙古"] = "内蒙古自治区",
        ["广西"] = "广西壮族自治区",
        ["西藏"] = "西藏自治区",
        ["宁夏"] = "宁夏回族自治区",
        ["新疆"] = "新疆维吾尔自治区",
        ["香港"] = "香港特别行政区",
        ["澳门"] = "澳门特别行政区",
    };

    private static readonly string[] PlainProvinces =
    [
        "河北", "山西", "辽宁", "吉林", "黑龙江", "江苏", "浙江", "安徽", "福建", "江西", "山东", "河南", "湖北", "湖南", "广东", "海南", "四川", "贵州", "云南", "陕西", "甘肃", "青海", "台湾",
    ];

    /// <summary>Cities that are provinces of their own, by their full names.</summary>
    public static IReadOnlyList<string> MunicipalityNames { get; } = [.. Municipalities.Select(name => name + "市")];

    /// <summary>The provinces by their full names.</summary>
    public static IReadOnlyList<string> Provinces { get; } =
        [.. MunicipalityNames, .. PlainProvinces.Select(name => name + "省"), .. Autonomous.Values];

    /// <summary>A province's full name for its short one: 浙江 is 浙江省, 上海 is 上海市; anything else stays as it is.</summary>
    public static string Province(string name)
    {
        if (Autonomous.TryGetValue(name, out var full)) return full;
        if (Array.IndexOf(Municipalities, name) >= 0) return name + "市";
        return Array.IndexOf(PlainProvinces, name) >= 0 ? name + "省" : name;
    }

    /// <summary>The region an address lies in: as deep as it says without a gap; null when it says nothing.</summary>
    public static string? Of(CustomerAddress address)
    {
        // A municipality is its own province: 上海市, 浦东新区.
        var municipality = address.Country is null && address.City is not null && address.Province is null or "" && Municipalities.Contains(address.City.TrimEnd('市'));
        string?[] parts = municipality ? [Province(address.City!.TrimEnd('市')), address.District]
            : address.City is not null && address.City == address.Province ? [address.Province, address.District]
            : [address.Province, address.City, address.District];
        var steps = parts.TakeWhile(part => !string.IsNullOrEmpty(part)).Select(part => Clean(part!)).ToList();
        if (address.Country is { Length: > 0 } country) return string.Join(Step, [Abroad, Clean(country), .. steps]);
        return steps.Count == 0 ? null : string.Join(Step, [Home, .. steps]);
    }

    /// <summary>The names along a path, without home or abroad.</summary>
    public static IReadOnlyList<string> Names(string path) => path.Split(Step)[1..];

    /// <summary>The path itself and every region it lies in, the largest first.</summary>
    public static IReadOnlyList<string> Chain(string path)
    {
        var steps = path.Split(Step);
        return [.. Enumerable.Range(1, steps.Length).Select(length => string.Join(Step, steps[..length]))];
    }

    /// <summary>Whether a text is a path of the tree.</summary>
    public static bool IsPath(string text) =>
        text.Length <= 200 && text.Split(Step) is [Home or Abroad, .. var names] && names.All(name => name.Length > 0 && name == Clean(name));

    private static string Clean(string name) => name.Trim().Replace(Step, ' ');
}
