using Changlai.App.Features.Platform.Contracts.Tables;

namespace Changlai.App.Features.Platform.Tables;

/// <summary>A table that has nothing but its problem.</summary>
internal sealed class UnreadableTable : TableReader
{
    public UnreadableTable(TableProblem problem) => Problem = problem;

    public override ReadOnlySpan<char> this[int column] => default;

    public override bool Read() => false;

    protected override void Dispose(bool disposing)
    {
    }
}
