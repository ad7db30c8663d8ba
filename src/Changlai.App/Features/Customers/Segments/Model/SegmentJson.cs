using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Changlai.App.Features.Customers.Segments.Model;

/// <summary>
/// How a rule is stored: <c>{"version":1,"rule":{"match":"all","rules":[{"field":"orders.last","is":"days-ago","values":["60","90"]}]}}</c>.
/// The same rule is always the same text. A later form gets the next version, and this class reads them all.
/// </summary>
internal static class SegmentJson
{
    private const int Version = 1;

    /// <summary>More than any rule within the limits has.</summary>
    private const int LongestText = 400_000;

    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(SegmentGroup rule)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Writing))
        {
            json.WriteStartObject();
            json.WriteNumber("version", Version);
            json.WritePropertyName("rule");
            Write(json, rule);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    /// <summary>The rule, or why the text is none. What it asks for is not looked at: that is <see cref="SegmentCheck"/>'s work.</summary>
    public static (SegmentGroup? Rule, SegmentProblem? Problem) Read(string text)
    {
        if (text.Length > LongestText) return (null, new SegmentProblem(SegmentPaths.Root, SegmentProblems.Unreadable));
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 64 });
            if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("version", out var version)
                || version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out var number))
                return (null, new SegmentProblem(SegmentPaths.Root, SegmentProblems.Unreadable));
            if (number != Version) return (null, new SegmentProblem(SegmentPaths.Root, SegmentProblems.OtherVersion));
            return document.RootElement.TryGetProperty("rule", out var root) && Read(root) is SegmentGroup rule
                ? (rule, null)
                : (null, new SegmentProblem(SegmentPaths.Root, SegmentProblems.Unreadable));
        }
        catch (JsonException)
        {
            return (null, new SegmentProblem(SegmentPaths.Root, SegmentProblems.Unreadable));
        }
        catch (InvalidOperationException)
        {
            // A text with half of a surrogate pair is no text.
            return (null, new SegmentProblem(SegmentPaths.Root, SegmentProblems.Unreadable));
        }
    }

    /// <summary>A rule as another program sends it; null when it is none.</summary>
    public static SegmentGroup? ReadRule(JsonElement json)
    {
        try
        {
            return Read(json) as SegmentGroup;
        }
        catch (InvalidOperationException)
        {
            // A text with half of a surrogate pair is no text.
            return null;
        }
    }

    private static void Write(Utf8JsonWriter json, SegmentRule rule)
    {
        json.WriteStartObject();
        switch (rule)
        {
            case SegmentGroup group:
                json.WriteString("match", Code(group.Match));
                json.WriteStartArray("rules");
                foreach (var part in group.Rules) Write(json, part);
                json.WriteEndArray();
                break;
            case SegmentCondition condition:
                json.WriteString("field", condition.Field);
                json.WriteString("is", condition.Operator);
                json.WriteStartArray("values");
                foreach (var value in condition.Values) json.WriteStringValue(value);
                json.WriteEndArray();
                break;
            default:
                throw new InvalidOperationException("Unknown rule.");
        }
        json.WriteEndObject();
    }

    private static SegmentRule? Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object) return null;
        if (Text(json, "match") is { } match)
        {
            if (Parse(match) is not { } how || !json.TryGetProperty("rules", out var parts) || parts.ValueKind != JsonValueKind.Array) return null;
            var rules = parts.EnumerateArray().Select(Read).ToList();
            return rules.Contains(null) ? null : new SegmentGroup(how, [.. rules.OfType<SegmentRule>()]);
        }
        if (Text(json, "field") is not { } field || Text(json, "is") is not { } question || !json.TryGetProperty("values", out var values)
            || values.ValueKind != JsonValueKind.Array || values.EnumerateArray().Any(value => value.ValueKind != JsonValueKind.String)) return null;
        return new SegmentCondition(field, question, [.. values.EnumerateArray().Select(value => value.GetString()!)]);
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static string Code(GroupMatch match) => match switch
    {
        GroupMatch.All => "all",
        GroupMatch.Any => "any",
        GroupMatch.None => "none",
        _ => throw new ArgumentOutOfRangeException(nameof(match)),
    };

    public static GroupMatch? Parse(string? code) => code switch
    {
        "all" => GroupMatch.All,
        "any" => GroupMatch.Any,
        "none" => GroupMatch.None,
        _ => null,
    };
}
