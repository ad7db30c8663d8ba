namespace Changlai.App.Ui;

/// <summary>Somebody else was quicker to save.</summary>
/// <param name="Differences">What the form and the stored version say differently.</param>
/// <param name="By">Who saved last, and when, in words; null where nobody knows.</param>
public sealed record Conflict(IReadOnlyList<Difference> Differences, string? By = null);
