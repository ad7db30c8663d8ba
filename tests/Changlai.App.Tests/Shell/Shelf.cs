using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Tests.Features.Platform.Imports;

namespace Changlai.App.Tests.Shell;

/// <summary>Tells whether anything was written: cheaply when nothing was, by all that the database holds when something might have been.</summary>
internal sealed class Shelf(Database database) : IDisposable
{
    private readonly DatabaseSession session = database.OpenSession();
    private List<string>? content;
    private long mark;

    /// <summary>Looks again; true when something was written since the last look.</summary>
    public bool Look()
    {
        if (content is not null && mark == Mark()) return false;
        content = DatabaseContent.Of(database);
        mark = Mark();
        return true;
    }

    public bool HasChanged() => mark != Mark() && !DatabaseContent.Of(database).SequenceEqual(content!, StringComparer.Ordinal);

    public void Dispose() => session.Dispose();

    /// <summary>Another number after every transaction of somebody else that wrote.</summary>
    private long Mark() => session.Scalar<long>(session.IsSqlite ? "PRAGMA data_version" : "SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint");
}
