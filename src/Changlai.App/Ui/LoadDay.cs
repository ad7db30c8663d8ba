namespace Changlai.App.Ui;

/// <summary>One day of a load calendar.</summary>
/// <param name="Day">The calendar day.</param>
/// <param name="Count">How many are planned.</param>
/// <param name="Capacity">How many there is room for; null where nobody said.</param>
/// <param name="IsClosed">Nobody works on this day.</param>
/// <param name="Href">Where the day opens.</param>
public sealed record LoadDay(DateOnly Day, int Count, int? Capacity = null, bool IsClosed = false, string? Href = null)
{
    internal bool IsOver => Count > Capacity;

    /// <summary>0 for nothing, 1 to 4 by share of the room there is, or of the busiest day where that is not known.</summary>
    internal int Heat(int busiest) =>
        Count == 0 ? 0 : Math.Clamp((int)Math.Ceiling(4.0 * Count / Math.Max(1, Capacity is > 0 ? Capacity.Value : busiest)), 1, 4);
}
