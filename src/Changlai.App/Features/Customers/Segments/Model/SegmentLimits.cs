namespace Changlai.App.Features.Customers.Segments.Model;

/// <summary>How large a rule may grow: far beyond what people build, small enough for one query.</summary>
internal static class SegmentLimits
{
    /// <summary>Groups within groups, the outermost included.</summary>
    public const int Depth = 4;
    public const int Conditions = 30;

    /// <summary>Values of one choice.</summary>
    public const int Values = 50;
    public const int TextLength = 100;
    public const int NameLength = 60;

    /// <summary>The longest path of a region.</summary>
    public const int CodeLength = 200;

    /// <summary>A hundred years.</summary>
    public const int Days = 36_500;

    /// <summary>An annual day is at most a year away.</summary>
    public const int AnnualDays = 366;
    public const long Number = 999_999_999_999;
    public const int FirstYear = 1900;
    public const int LastYear = 2100;
}
