namespace Changlai.App.Ui;

/// <summary>How a chart draws its series.</summary>
public enum ChartKind
{
    Bar,
    Line,
}

/// <summary>What a series is to the one before it.</summary>
public enum SeriesRole
{
    /// <summary>A series of its own.</summary>
    Value,

    /// <summary>The lower end of the interval around the series before.</summary>
    Low,

    /// <summary>The upper end of it.</summary>
    High,
}

/// <summary>One column of a chart's table. Values stand in the order of the points; null where there is none.</summary>
public sealed record ChartSeries(string Name, IReadOnlyList<double?> Values, SeriesRole Role = SeriesRole.Value);
