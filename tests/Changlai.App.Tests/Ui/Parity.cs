using System.Collections;
using System.Reflection;
using System.Text.RegularExpressions;
using Changlai.Core.Values;

namespace Changlai.App.Tests.Ui;

/// <summary>Finds the texts of an assembly and says what a text lacks.</summary>
internal static partial class Parity
{
    public static IEnumerable<(string Name, Text Text)> TextsOf(params Assembly[] assemblies) =>
        assemblies.SelectMany(a => a.GetTypes()).Where(t => !t.ContainsGenericParameters).SelectMany(type =>
        {
            const BindingFlags all = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
            var fields = type.GetFields(all).Where(f => !f.Name.Contains('<', StringComparison.Ordinal) && Holds(f.FieldType)).Select(f => (f.Name, Value: f.GetValue(null)));
            var properties = type.GetProperties(all).Where(p => p.GetIndexParameters().Length == 0 && Holds(p.PropertyType)).Select(p => (p.Name, Value: p.GetValue(null)));
            return fields.Concat(properties).SelectMany(m => Unfold(m.Value).Select(text => ($"{type.FullName}.{m.Name}", text)));
        });

    public static IEnumerable<string> Faults(string name, Text text)
    {
        if (string.IsNullOrWhiteSpace(text.Chinese)) yield return $"{name} says nothing in Chinese.";
        else if (!Chinese().IsMatch(text.Chinese) && (text.Chinese.Any(char.IsLetter) || text.English.Any(char.IsLetter))) yield return $"{name} has no Chinese in “{text.Chinese}”.";
        if (string.IsNullOrWhiteSpace(text.English)) yield return $"{name} says nothing in English.";
        else if (Chinese().IsMatch(text.English) || FullWidth().IsMatch(text.English)) yield return $"{name} has Chinese in “{text.English}”.";
        if (HalfWidth().IsMatch(text.Chinese ?? "")) yield return $"{name} has half-width punctuation after a Chinese character in “{text.Chinese}”.";
        if (!Places(text.Chinese).SetEquals(Places(text.English))) yield return $"{name} puts other values into “{text.Chinese}” than into “{text.English}”.";
    }

    private static bool Holds(Type type) =>
        type == typeof(Text) || type == typeof(Text?) || (type != typeof(string) && type.GetInterfaces().Append(type).Any(i =>
            i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>)
            && (i.GenericTypeArguments[0] == typeof(Text) || IsPairOfText(i.GenericTypeArguments[0]))));

    private static bool IsPairOfText(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>) && type.GenericTypeArguments[1] == typeof(Text);

    private static IEnumerable<Text> Unfold(object? value) => value switch
    {
        Text text => [text],
        IDictionary pairs => pairs.Values.OfType<Text>(),
        IEnumerable many => many.OfType<Text>(),
        _ => [],
    };

    private static HashSet<string> Places(string? words) => [.. Place().Matches(words ?? "").Select(m => m.Value)];

    [GeneratedRegex(@"[\u3400-\u9fff]")]
    private static partial Regex Chinese();

    [GeneratedRegex(@"[\u3000-\u303f\uff00-\uffef]")]
    private static partial Regex FullWidth();

    [GeneratedRegex(@"[\u3400-\u9fff][,;:?!]|[\u3400-\u9fff]\.(\s|$)")]
    private static partial Regex HalfWidth();

    [GeneratedRegex(@"\{\d+")]
    private static partial Regex Place();
}
