using Changlai.Core.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Changlai.App.Ui;

/// <summary>
/// The reader and the request being answered, one per request. <see cref="UiMiddleware"/> fills it; the shell may
/// correct what it knows better (the store's day, the person's name).
/// </summary>
public sealed class UiContext
{
    /// <summary>The reader's language.</summary>
    public Language Language { get; set; }

    /// <summary>The calendar day where the reader works.</summary>
    public DateOnly Today { get; set; }

    /// <summary>Path of the page, without the query.</summary>
    public string Path { get; set; } = "/";

    /// <summary>The query of the page.</summary>
    public IReadOnlyDictionary<string, StringValues> Query { get; set; } = new Dictionary<string, StringValues>(StringComparer.Ordinal);

    /// <summary>Opaque id of the person signed in; null for a visitor.</summary>
    public string? UserId { get; set; }

    /// <summary>Name of the person signed in, as shown.</summary>
    public string? UserName { get; set; }

    /// <summary>A line under the name: post and store.</summary>
    public string? UserRole { get; set; }

    /// <summary>Whether the person signed in manages others; some ways are theirs alone.</summary>
    public bool Manages { get; set; }

    /// <summary>Whether the person signed in may read the audit log.</summary>
    public bool Audits { get; set; }

    /// <summary>Whether only a fragment was asked for (htmx): the layout is then left out.</summary>
    public bool IsFragment { get; set; }

    /// <summary>What the last action has to say, shown once.</summary>
    public Notice? Notice { get; set; }

    /// <summary>Makes the anti-forgery field of a form; called only by pages that have one.</summary>
    internal Func<TokenField>? Token { get; set; }

    /// <summary>Words in the reader's language.</summary>
    public string this[Text text] => text.In(Language);

    /// <summary>
    /// The address of this page with some of its query changed: <c>Here(("open", "7"), ("after", null))</c>.
    /// A null value takes the key away.
    /// </summary>
    public string Here(params (string Key, string? Value)[] changes)
    {
        var kept = Query.Where(q => !Array.Exists(changes, c => c.Key == q.Key)).SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, v)));
        var put = changes.Where(c => c.Value is not null).Select(c => KeyValuePair.Create(c.Key, c.Value));
        return QueryHelpers.AddQueryString(Path, kept.Concat(put));
    }
}

/// <summary>Name and value of the hidden field that proves a form came from us.</summary>
public readonly record struct TokenField(string Name, string Value);
