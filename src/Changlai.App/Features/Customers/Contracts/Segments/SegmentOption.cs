using Changlai.App.Features.Customers.Contracts;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Contracts.Segments;

/// <summary>One value that can be chosen. What people named, such as a product or a tag, is said as they wrote it.</summary>
public sealed record SegmentOption(string Value, Text Name)
{
    public static readonly SegmentOption Yes = new("yes", new("是", "yes"));
    public static readonly SegmentOption No = new("no", new("否", "no"));

    /// <summary>How a sentence says it; null for as it is named.</summary>
    public Text? Said { get; init; }

    /// <summary>No longer offered; where it was chosen it stays.</summary>
    public bool IsRetired { get; init; }

    public Text InSentence => Said ?? Name;

    /// <summary>A common word, which English writes small within a sentence: "gender is female".</summary>
    public static SegmentOption Word(string value, Text name) => new(value, name) { Said = Within(name) };

    public static IReadOnlyList<SegmentOption> Words(IReadOnlyList<Coded> codes) => [.. codes.Select(one => Word(one.Code, one.Name))];

    /// <summary>A common word as it stands within a sentence. One with a capital further on is a name: WeCom.</summary>
    public static Text Within(Text word)
    {
        var first = word.English.Split(' ')[0];
        return first.Length > 0 && !first[1..].Any(char.IsUpper) ? word with { English = char.ToLowerInvariant(first[0]) + word.English[1..] } : word;
    }
}
