using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Changlai.App.Tests.Harness;

/// <summary>
/// Runs a theory once on each database; the method's first parameter is the <see cref="DatabaseKind"/>, further ones take
/// the arguments given here. Repeat the attribute for further rows.
/// A PostgreSQL that nobody configured shows as skipped, so that nobody takes its silence for success; with CI=true the
/// test runs and fails for want of a server.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class OnBothDatabasesAttribute(params object?[] arguments) : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        IReadOnlyCollection<ITheoryDataRow> rows =
        [
            Row(DatabaseKind.Sqlite, skip: null),
            Row(DatabaseKind.PostgreSql, WhyPostgreSqlIsSkipped(TestServer.Connection, TestServer.MustBeThere)),
        ];
        return ValueTask.FromResult(rows);
    }

    public override bool SupportsDiscoveryEnumeration() => true;

    internal static string? WhyPostgreSqlIsSkipped(string? server, bool mustBeThere) =>
        server is null && !mustBeThere ? $"{TestServer.Variable} names no server; ./test starts one" : null;

    private TheoryDataRow Row(DatabaseKind kind, string? skip) => new([kind, .. arguments]) { Skip = skip };
}
