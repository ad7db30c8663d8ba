using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.People;
using Changlai.App.Shell.Sample;
using Changlai.App.Tests.Harness;
using Changlai.Web.CommandLine;

namespace Changlai.App.Tests.CommandLine;

public sealed class DemoTests
{
    [Theory, OnBothDatabases]
    public async Task The_sample_has_a_past_a_today_and_a_future(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var time = FakeTime.On("2026-11-20");
        using var opened = new Database(database.Connection);
        using var session = opened.OpenSession();
        DemoCommand.Prepare(Silent(), session, 1, time);
        var today = BusinessDay.Today(session, time);

        long Count(string what) => session.Scalar<long>("SELECT count(*) FROM " + what, ("today", today));
        Count("customer").ShouldBe(3000);
        Count("staff WHERE password_hash IS NOT NULL").ShouldBe(14);
        Count("special_date WHERE calendar = 'lunar'").ShouldBeGreaterThan(100);
        Count("follow_up WHERE state = 'planned' AND due_on < @today").ShouldBeGreaterThan(20, "late");
        Count("follow_up WHERE state = 'planned' AND due_on = @today").ShouldBeGreaterThan(50, "today");
        Count("follow_up WHERE state = 'planned' AND due_on > @today").ShouldBeGreaterThan(1000, "to come");
        Count("follow_up WHERE state = 'done' AND closed_on < @today").ShouldBeGreaterThan(1000, "done");
        Count("interaction i JOIN store_closed_day d ON d.day = i.day").ShouldBe(0);
        Count("customer_order WHERE ordered_on > @today").ShouldBe(0);
        Count("follow_up f JOIN customer c ON c.customer_id = f.customer_id WHERE c.do_not_contact AND f.state = 'planned'").ShouldBe(0);
        Passwords.Fits(session.Scalar<string>("SELECT password_hash FROM staff WHERE sign_in_name = 'guwenying'"), SampleWriter.Password).ShouldBeTrue();
    }

    [Theory, OnBothDatabases]
    public async Task A_sample_opened_again_is_kept_and_a_day_later_planned_on(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        using var opened = new Database(database.Connection);
        using var session = opened.OpenSession();
        DemoCommand.Prepare(Silent(), session, 1, FakeTime.On("2026-11-20"));
        var before = await CommandLineRun.Everything(database.Connection);

        DemoCommand.Prepare(Silent(), session, 1, FakeTime.On("2026-11-20"));
        var sameDay = await CommandLineRun.Everything(database.Connection);
        DemoCommand.Prepare(Silent(), session, 1, FakeTime.On("2026-11-21"));

        sameDay.ShouldBe(before);
        session.Scalar<long>("SELECT count(*) FROM customer").ShouldBe(3000);
        session.Scalar<long>("SELECT count(*) FROM follow_up WHERE planned_on = @day", ("day", new DateOnly(2026, 11, 21))).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task The_same_seed_makes_the_same_sample()
    {
        await using var one = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var other = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        foreach (var database in new[] { one, other })
        {
            using var opened = new Database(database.Connection);
            using var session = opened.OpenSession();
            DemoCommand.Prepare(Silent(), session, 7, FakeTime.On("2026-11-20"));
        }

        (await CommandLineRun.Everything(one.Connection)).ShouldBe(await CommandLineRun.Everything(other.Connection));
    }

    [Theory, OnBothDatabases]
    public async Task The_sample_does_not_mix_with_a_real_business(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        using var files = new OrderFiles();
        await CommandLineRun.Of("import", "orders", files.Write("orders.csv", OrderFiles.Good), "--db", database.Connection);
        var before = await CommandLineRun.Everything(database.Connection);

        var run = await CommandLineRun.Of("demo", "--db", database.Connection, "--urls", "http://127.0.0.1:0");

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldStartWith("--db");
        (await CommandLineRun.Everything(database.Connection)).ShouldBe(before);
    }

    private static Terminal Silent() => new(TextReader.Null, TextWriter.Null, TextWriter.Null);
}
