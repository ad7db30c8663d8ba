using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Segments.Model;

/// <summary>What is wrong with a rule and what would be right.</summary>
/// <param name="At">Where: <c>0</c> is the outermost group, <c>0-2-1</c> the second part of its third.</param>
public sealed record SegmentProblem(string At, Text Words);
