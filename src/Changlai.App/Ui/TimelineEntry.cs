namespace Changlai.App.Ui;

/// <summary>One thing that happened, as a timeline shows it.</summary>
/// <param name="On">The calendar day.</param>
/// <param name="Icon">A name in <see cref="Icons"/>.</param>
/// <param name="Title">What happened, in a few words.</param>
public sealed record TimelineEntry(DateOnly On, string Icon, string Title)
{
    /// <summary>The time of day, where it is known.</summary>
    public TimeOnly? At { get; init; }

    /// <summary>More words.</summary>
    public string? Detail { get; init; }

    public Tone Tone { get; init; }

    /// <summary>Where it opens.</summary>
    public string? Href { get; init; }
}
