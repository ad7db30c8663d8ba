using Changlai.Core.Values;

namespace Changlai.App.Features.Platform.Contracts;

/// <summary>One line of the settings page, registered by the feature whose settings it opens.</summary>
/// <param name="Rank">Lower stands further up.</param>
/// <param name="What">What can be set there, in a sentence.</param>
/// <param name="Icon">A name in <see cref="Changlai.App.Ui.Icons"/>.</param>
public sealed record SettingsEntry(int Rank, string Href, Text Name, Text What, string Icon)
{
    /// <summary>Who sees the line.</summary>
    internal Access Access { get; init; } = Access.ManageStore;
}
