using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Changlai.App.Tests.Shell;

/// <summary>A form as it stands on a page: where it is sent, and its fields with what they hold.</summary>
internal sealed partial record FoundForm(string Page, string Action, bool IsUpload, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    private static readonly string[] Proof = ["token", "idempotencyKey"];

    /// <summary>What somebody fills in, each once.</summary>
    public IReadOnlyList<string> Names => [.. Fields.Select(one => one.Key).Distinct(StringComparer.Ordinal).Except(Proof, StringComparer.Ordinal)];

    /// <summary>The same without the second, third … of what can be given several times.</summary>
    public IReadOnlyList<string> Kinds => [.. Names.DistinctBy(name => Counted().Replace(name, ""), StringComparer.Ordinal)];

    /// <summary>The proof that the form came from us, and nothing else.</summary>
    public IEnumerable<KeyValuePair<string, string>> Empty => Fields.Where(one => Proof.Contains(one.Key, StringComparer.Ordinal));

    /// <summary>The form with some of its fields holding something else.</summary>
    public IEnumerable<KeyValuePair<string, string>> With(string value, params IEnumerable<string> names)
    {
        var changed = names.ToHashSet(StringComparer.Ordinal);
        return [.. Fields.Where(one => !changed.Contains(one.Key)), .. changed.Select(name => KeyValuePair.Create(name, value))];
    }

    /// <summary>Every form of a page, and every other place that one of its buttons or fields sends it to.</summary>
    public static IEnumerable<FoundForm> On(string page, IHtmlDocument document)
    {
        foreach (var form in document.QuerySelectorAll<IHtmlFormElement>("form[method=post]"))
        {
            var fields = form.QuerySelectorAll("input[name], select[name], textarea[name], button[name]")
                .Concat(document.QuerySelectorAll($"[form='{form.Id}'][name]")).Where(field => field.GetAttribute("type") != "file")
                .Where(field => field is not IHtmlInputElement { Type: "radio", IsChecked: false })
                .Select(field => KeyValuePair.Create(field.GetAttribute("name")!, field is IHtmlInputElement { Type: "checkbox", IsChecked: false } ? "" : Held(field))).ToList();
            var places = form.QuerySelectorAll("[formaction], [hx-post]").Select(part => part.GetAttribute("formaction") ?? part.GetAttribute("hx-post")!);
            foreach (var action in places.Prepend(form.GetAttribute("action") ?? page).Select(place => place.Split('?', '#')[0]).Distinct(StringComparer.Ordinal))
                yield return new FoundForm(page, action, form.GetAttribute("enctype") == "multipart/form-data", fields);
        }
    }

    /// <summary>Whether it is sent to a route such as <c>/customers/{id:long}/notes</c>.</summary>
    public bool GoesTo(string route)
    {
        var (parts, places) = (route.Split('/'), Action.Split('/'));
        return parts.Length == places.Length && parts.Zip(places).All(pair => pair.First == pair.Second
            || pair.First.StartsWith('{') && (!pair.First.EndsWith(":long}", StringComparison.Ordinal) || long.TryParse(pair.Second, out _)));
    }

    [GeneratedRegex(@"-\d+$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Counted();

    private static string Held(IElement field) => field switch
    {
        IHtmlSelectElement select => select.Value ?? "",
        IHtmlTextAreaElement area => area.TextContent,
        _ => field.GetAttribute("value") ?? "",
    };
}
