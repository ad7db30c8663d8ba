using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Tests.Harness;

namespace Changlai.App.Tests.Features.Platform.Storage;

public sealed class ReadAheadTests
{
    /// <summary>Opened so often, a page is known.</summary>
    private const int Often = 3;

    [Theory, OnBothDatabases]
    public async Task What_a_page_has_asked_before_is_asked_in_one_trip(DatabaseKind kind)
    {
        await using var test = await TestDatabase.CreateAsync(kind);
        using var database = new Database(test.Connection);
        // Statements that reach PostgreSQL together share a transaction; on SQLite a question is no trip, and each is asked when it comes.
        var mark = kind == DatabaseKind.PostgreSql ? "pg_current_xact_id()::text" : "hex(randomblob(8))";
        bool Together(long who)
        {
            using var session = database.OpenSession();
            session.Foresee("page", who);
            return session.Scalar<string>($"SELECT {mark} WHERE @who > 0", ("who", who)) == session.Scalar<string>($"SELECT {mark} WHERE @who > -1", ("who", who));
        }

        bool[] known = kind == DatabaseKind.PostgreSql ? [false, false, true, true] : [false, false, false, false];
        Enumerable.Range(1, known.Length).Select(who => Together(who)).ShouldBe(known);
    }

    [Theory, OnBothDatabases]
    public async Task An_answer_is_used_for_the_very_question_it_was_given_to(DatabaseKind kind)
    {
        await using var test = await ShopAsync(kind);
        using var database = new Database(test.Connection);
        for (var who = 1; who <= Often; who++) Names(database, who, who, who).ShouldBe([$"S{who}", $"C{who}"]);

        Names(database, given: 1, store: 1, staff: 3).ShouldBe(["S1", "C3"]);
        Names(database, given: 1, store: 2, staff: 1).ShouldBe(["S2", "C1"]);
        Names(database, given: 2, store: 3, staff: 3).ShouldBe(["S3", "C3"]);
        Names(database, given: 3, store: 3, staff: 3).ShouldBe(["S3", "C3"]);
    }

    [Theory, OnBothDatabases]
    public async Task A_value_that_is_always_the_same_may_change_one_day(DatabaseKind kind)
    {
        await using var test = await ShopAsync(kind);
        using var database = new Database(test.Connection);
        for (var day = 1; day <= 3; day++)
            for (var times = 0; times < Often; times++) Names(database, given: 9, store: day, staff: 1).ShouldBe([$"S{day}", "C1"]);
    }

    [Theory, OnBothDatabases]
    public async Task What_the_page_writes_is_seen_by_what_it_asks_afterwards(DatabaseKind kind)
    {
        await using var test = await ShopAsync(kind);
        using var database = new Database(test.Connection);
        for (var times = 0; times < Often + 2; times++)
        {
            using var session = database.OpenSession();
            session.Foresee("renaming", 1L);
            session.Scalar<string>("SELECT name FROM staff WHERE id = @id", ("id", 1L)).ShouldNotBeNull();
            session.Begin();
            session.Execute("UPDATE store SET name = @name WHERE id = 1", ("name", $"Renamed {times}"));
            session.Commit();
            session.Scalar<string>("SELECT name FROM store WHERE id = @id", ("id", 1L)).ShouldBe($"Renamed {times}");
        }
    }

    [Theory, OnBothDatabases]
    public async Task What_others_have_written_since_the_page_was_opened_last_is_seen(DatabaseKind kind)
    {
        await using var test = await ShopAsync(kind);
        using var database = new Database(test.Connection);
        for (var times = 0; times < Often + 2; times++)
        {
            using (var writer = database.OpenSession()) writer.Execute("UPDATE store SET name = @name WHERE id = 1", ("name", $"Now {times}"));
            Names(database, 1, 1, 1).ShouldBe([$"Now {times}", "C1"]);
        }
    }

    [Theory, OnBothDatabases]
    public async Task Rows_may_be_left_unread_and_questions_left_out(DatabaseKind kind)
    {
        await using var test = await ShopAsync(kind);
        using var database = new Database(test.Connection);
        for (var times = 0; times < 2 * Often; times++)
        {
            using var session = database.OpenSession();
            session.Foresee("some rows");
            using (var rows = session.Read("SELECT name FROM store ORDER BY id")) rows.Next().ShouldBeTrue();
            if (times % 3 != 0) session.Scalar<long>("SELECT count(*) FROM staff").ShouldBe(3);
            using (var rows = session.Read("SELECT name FROM staff WHERE id > @id ORDER BY id", ("id", 1L)))
            {
                rows.Next().ShouldBeTrue();
                rows.Text(0).ShouldBe("C2");
            }
            session.Scalar<string>("SELECT name FROM store WHERE id = @id", ("id", 99L)).ShouldBeNull();
        }
    }

    /// <summary>A page that was given somebody and asks for a store and a person, whoever they are.</summary>
    private static string?[] Names(Database database, long given, long store, long staff)
    {
        using var session = database.OpenSession();
        session.Foresee("names", given);
        return [session.Scalar<string>("SELECT name FROM store WHERE id = @id", ("id", store)), session.Scalar<string>("SELECT name FROM staff WHERE id = @id", ("id", staff))];
    }

    private static async Task<TestDatabase> ShopAsync(DatabaseKind kind)
    {
        var test = await TestDatabase.CreateAsync(kind);
        using var database = new Database(test.Connection);
        using var session = database.OpenSession();
        for (var id = 1L; id <= 3; id++)
        {
            session.Execute("INSERT INTO store (id, name, time_zone, currency, closed_weekdays) VALUES (@id, @name, 'Asia/Shanghai', 'CNY', 0)", ("id", id), ("name", $"S{id}"));
            session.Execute("""
                INSERT INTO staff (id, name, security_stamp, role, store_id, working_weekdays, daily_capacity, language, active)
                VALUES (@id, @name, '-', 'staff', @id, 127, 10, 'zh', @yes)
                """, ("id", id), ("name", $"C{id}"), ("yes", true));
        }
        return test;
    }
}
