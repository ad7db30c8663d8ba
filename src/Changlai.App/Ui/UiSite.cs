using Changlai.Core.Values;

namespace Changlai.App.Ui;

/// <summary>What the frame shows around every page. The shell, which knows the features, fills it once at start.</summary>
public sealed class UiSite
{
    /// <summary>The ways through the product, the most used first; a phone shows four and puts the rest under "more".</summary>
    public IReadOnlyList<Way> Ways { get; set; } = [];

    /// <summary>Where the find box sends what was typed, as <c>q</c>; null leaves the box out.</summary>
    public string? FindHref { get; set; }

    /// <summary>Address of the fragment with suggestions while typing; null for none.</summary>
    public string? SuggestHref { get; set; }

    /// <summary>What can be found, shown in the empty box.</summary>
    public Text FindHint { get; set; } = UiTexts.Find;

    /// <summary>Where the sign-out form is posted.</summary>
    public string SignOutHref { get; set; } = "/sign-out";

    /// <summary>The business's time zone, until the reader's store is known.</summary>
    public TimeZoneInfo TimeZone { get; set; } = TimeZoneInfo.Local;
}

/// <summary>One entry of the navigation.</summary>
/// <param name="Href">Path of the page; its sub-pages count as it.</param>
/// <param name="Name">A short name: two to four characters in Chinese.</param>
/// <param name="Icon">A name in <see cref="Icons"/>.</param>
public sealed record Way(string Href, Text Name, string Icon)
{
    /// <summary>Shown to those alone who manage others.</summary>
    public bool ForManagers { get; init; }

    /// <summary>Shown to those alone who look whether all is in order.</summary>
    public bool ForAuditors { get; init; }

    /// <summary>Whether <paramref name="path"/> is this page or below it.</summary>
    public bool Leads(string path) =>
        path == Href || (Href != "/" && path.StartsWith(Href, StringComparison.Ordinal) && path[Href.Length] == '/');
}
