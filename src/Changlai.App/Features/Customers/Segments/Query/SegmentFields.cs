using Changlai.App.Features.Customers.Contracts.Segments;
using Changlai.App.Features.Customers.Segments.Model;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Segments.Query;

/// <summary>All fields that the features contribute, as they are now.</summary>
internal sealed class SegmentFields(IEnumerable<ISegmentField> contributions)
{
    private readonly ISegmentField[] all = [.. contributions];

    public SegmentFieldList Read(DatabaseSession session) => new([.. all.SelectMany(one => one.Read(session))]);
}

/// <summary>The fields of one moment, in the order in which people choose from them.</summary>
public sealed class SegmentFieldList(IReadOnlyList<SegmentField> fields)
{
    /// <summary>As many values as one query takes; a page of segments names fewer.</summary>
    private const int MostNamed = 10_000;

    private readonly Dictionary<string, SegmentField> byCode = fields.ToDictionary(field => field.Code, StringComparer.Ordinal);

    public IReadOnlyList<SegmentField> All => fields;

    public IReadOnlyDictionary<string, SegmentField> ByCode => byCode;

    /// <summary>The names of what rules have chosen from fields too large for a list, each field asked once.</summary>
    public IReadOnlyDictionary<(string Field, string Value), Text> NamesIn(DatabaseSession session, params IEnumerable<SegmentGroup> rules)
    {
        var names = new Dictionary<(string, string), Text>();
        foreach (var condition in rules.SelectMany(rule => rule.Conditions).GroupBy(condition => condition.Field, StringComparer.Ordinal))
        {
            if (!byCode.TryGetValue(condition.Key, out var field) || field.Choices is not { } choices) continue;
            string[] values = [.. condition.SelectMany(one => one.Values).Distinct(StringComparer.Ordinal)
                .Where(value => field.Values is SegmentValues.Code or SegmentValues.Path || SegmentCheck.WholeNumber(value, long.MaxValue) is not null).Take(MostNamed)];
            if (values.Length == 0) continue;
            foreach (var option in choices.Named(session, values)) names[(field.Code, option.Value)] = option.Name;
        }
        return names;
    }

    public Text SentenceOf(DatabaseSession session, SegmentGroup rule) => SentencesOf(session, [rule])[0];

    /// <summary>The sentences of many rules, in their order.</summary>
    public IReadOnlyList<Text> SentencesOf(DatabaseSession session, IReadOnlyList<SegmentGroup> rules)
    {
        var sentence = new SegmentSentence(byCode, NamesIn(session, rules));
        return [.. rules.Select(sentence.Of)];
    }
}
