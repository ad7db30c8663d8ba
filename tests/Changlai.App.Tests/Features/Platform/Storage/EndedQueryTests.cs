using System.Data.Common;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Tests.Harness;

namespace Changlai.App.Tests.Features.Platform.Storage;

public sealed class EndedQueryTests
{
    private const string Endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";

    [Theory, OnBothDatabases]
    public async Task A_query_nobody_waits_for_is_ended_and_the_next_one_runs(DatabaseKind kind)
    {
        await using var test = await TestDatabase.CreateAsync(kind);
        using var database = new Database(test.Connection);
        using (var session = database.OpenSession())
        {
            using var nobodyWaits = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
            using var end = session.EndOn(nobodyWaits.Token);
            var ended = Record.Exception(() => session.Scalar<long>(Endless));
            (ended is DbException or OperationCanceledException).ShouldBeTrue($"{ended}");
        }
        using var next = database.OpenSession();
        next.Scalar<long>("SELECT count(*) FROM customer").ShouldBe(0);
    }
}
