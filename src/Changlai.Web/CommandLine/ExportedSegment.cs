using Changlai.App.Features.Customers.Contracts.Segments;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Shell;
using Changlai.Core.Values;

namespace Changlai.Web.CommandLine;

/// <summary>The segment that an export is narrowed to.</summary>
internal static class ExportedSegment
{
    /// <param name="viewer">In whose name; null for whoever has the database.</param>
    public static SegmentIds Find(DatabaseSession session, string name, Viewer? viewer)
    {
        var segments = ShellSetup.Segments();
        return segments.Named(session, name, viewer) switch
        {
            [] => throw new CommandProblem(new Text($"--segment：没有名为「{name}」的客户细分，请照页面上的名称写。", $"--segment: there is no segment \"{name}\"; write its name as the page shows it.")),
            [var only] => segments.Ids(session, only.Id, BusinessDay.Today(session, TimeProvider.System), viewer?.Scope ?? CustomerScope.All)
                ?? throw new CommandProblem(new Text($"--segment：「{name}」的条件已经用不了，请先在页面上修改。", $"--segment: the conditions of \"{name}\" cannot be used any more; mend them on its page first.")),
            var several => throw new CommandProblem(new Text($"--segment：有几个细分都叫「{name}」，请写编号：{Numbers(several)}。", $"--segment: several segments are called \"{name}\"; give a number: {Numbers(several)}.")),
        };
    }

    private static string Numbers(IEnumerable<SegmentHead> segments) => string.Join(", ", segments.Select(segment => segment.Id));
}
