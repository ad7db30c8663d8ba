using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Tests.Harness;

namespace Changlai.App.Tests.Features.Platform.Storage;

public sealed class KeptAnswersTests
{
    private int workedOut;

    [Theory, OnBothDatabases]
    public async Task An_answer_is_worked_out_once_while_nothing_changes(DatabaseKind kind)
    {
        await using var test = await TestDatabase.CreateAsync(kind);
        using var database = new Database(test.Connection);
        Customers(database).ShouldBe("0");
        Customers(database).ShouldBe("0");
        workedOut.ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task After_any_change_by_whomever_it_is_worked_out_anew(DatabaseKind kind)
    {
        await using var test = await TestDatabase.CreateAsync(kind);
        using var database = new Database(test.Connection);
        using var another = new Database(test.Connection);
        for (var round = 0; round < 3; round++)
        {
            Customers(database).ShouldBe($"{2 * round}");
            using (var here = database.OpenSession()) Mark(here, 2 * round + 1);
            Customers(database).ShouldBe($"{2 * round + 1}");
            using (var elsewhere = another.OpenSession()) Mark(elsewhere, 2 * round + 2);
        }
    }

    [Theory, OnBothDatabases]
    public async Task What_a_session_itself_has_changed_counts_at_once(DatabaseKind kind)
    {
        await using var test = await TestDatabase.CreateAsync(kind);
        using var database = new Database(test.Connection);
        using var session = database.OpenSession();
        Ask(session).ShouldBe("0");
        Mark(session, 1);
        Ask(session).ShouldBe("1");
        session.Begin();
        Mark(session, 2);
        Ask(session).ShouldBe("2");
        session.Rollback();
        Ask(session).ShouldBe("1");
    }

    [Theory, OnBothDatabases]
    public async Task A_transaction_that_is_not_over_is_seen_only_when_it_is(DatabaseKind kind)
    {
        await using var test = await TestDatabase.CreateAsync(kind);
        using var database = new Database(test.Connection);
        Customers(database).ShouldBe("0");
        using (var writer = database.OpenSession())
        {
            writer.Begin();
            Mark(writer, 1);
            Customers(database).ShouldBe("0");
            writer.Commit();
        }
        Customers(database).ShouldBe("1");
    }

    private string Customers(Database database)
    {
        using var session = database.OpenSession();
        return Ask(session);
    }

    private string Ask(DatabaseSession session) => session.WhileUnchanged("marks", () =>
    {
        workedOut++;
        return $"{session.Scalar<long>("SELECT count(*) FROM planning_due")}";
    });

    private static void Mark(DatabaseSession session, long customer) =>
        session.Execute("INSERT INTO planning_due (customer_id, since) VALUES (@id, @at)", ("id", customer), ("at", DateTimeOffset.UnixEpoch));
}
