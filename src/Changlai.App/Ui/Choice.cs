namespace Changlai.App.Ui;

/// <summary>One of a few links, one of which is chosen.</summary>
public sealed record Choice(string Name, string Href, bool IsChosen, string? Count = null);

/// <summary>One entry of a drop-down field.</summary>
public sealed record Option(string Value, string Name);
