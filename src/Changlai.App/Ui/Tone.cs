namespace Changlai.App.Ui;

/// <summary>The one thing a colour may say. Words beside it say the same.</summary>
public enum Tone
{
    /// <summary>Nothing in particular.</summary>
    Plain,

    /// <summary>Done, kept, healthy.</summary>
    Good,

    /// <summary>Needs a look soon.</summary>
    Risk,

    /// <summary>Late, broken, refused.</summary>
    Late,

    /// <summary>New or chosen.</summary>
    Info,
}

internal static class Tones
{
    public static string Css(this Tone tone) => tone switch
    {
        Tone.Plain => "tone",
        Tone.Good => "tone tone-good",
        Tone.Risk => "tone tone-risk",
        Tone.Late => "tone tone-late",
        Tone.Info => "tone tone-info",
    };

    public static string Sign(this Tone tone) => tone switch
    {
        Tone.Good => "check",
        Tone.Risk => "alert",
        Tone.Late => "alert",
        Tone.Plain or Tone.Info => "info",
    };
}
