using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Imports;

namespace Changlai.App.Features.Platform.Imports.Runs;

/// <summary>What can be imported, as the features contribute it.</summary>
internal sealed class ImportTargets(IEnumerable<IImportTarget> targets, StoreDirectory stores)
{
    private readonly IReadOnlyList<IImportTarget> all = [.. targets.OrderBy(target => target.Kind.Rank)];

    public IImportTarget Of(string kind) => all.First(target => target.Kind.Code == kind);

    /// <summary>What somebody may import. A file names everybody's customers: whoever sees only their own imports none.</summary>
    public IReadOnlyList<IImportTarget> For(Viewer viewer) => viewer.Reach == Reach.Own ? [] : [.. all.Where(target => target.IsFor(viewer, stores))];

    /// <summary>The kinds that somebody may import and see, for a query.</summary>
    public IReadOnlyList<string> CodesFor(Viewer viewer) => [.. For(viewer).Select(target => target.Kind.Code)];
}
