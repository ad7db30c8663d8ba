using Changlai.App.Features.Customers.Segments.Model;
using Changlai.App.Features.Customers.Segments.Storage;
using Changlai.App.Features.FollowUps.Model;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Tests.Harness;

namespace Changlai.App.Tests.CommandLine;

/// <summary>Reading in somebody's name: the command line shows what the pages would show them.</summary>
public sealed class AsTests
{
    private const string Orders = OrderFiles.Headings + """

        A1,C1,王芳,13800138000,T1,白茶,2,100.00,2026-09-01 10:00,西湖店
        A2,C2,李雷,13800138001,T1,白茶,1,100.00,2026-09-13 11:00,城西店
        A3,C3,韩梅,13800138002,T1,白茶,1,100.00,2026-09-14 11:00,城东店

        """;

    [Theory]
    [OnBothDatabases("west", "C1")]
    [OnBothDatabases("two", "C2 C3")]
    [OnBothDatabases("own", "C3")]
    [OnBothDatabases("head", "C1 C2 C3")]
    [OnBothDatabases(null, "C1 C2 C3")]
    public async Task Exports_hold_what_the_person_may_see(DatabaseKind kind, string? name, string customers)
    {
        await using var database = await OpenAsync(kind);
        string[] named = name is null ? [] : ["--as", name];
        (await ValuesAsync(database, "externalNumber", ["export", "customers", .. named])).ShouldBe(customers.Split(' '));
        (await ValuesAsync(database, "externalNumber", ["export", "orders", .. named])).ShouldBe(customers.Replace('C', 'A').Split(' '));
        (await ValuesAsync(database, "customer", ["export", "follow-ups", .. named])).Length.ShouldBe(customers.Split(' ').Length);
    }

    [Theory, OnBothDatabases]
    public async Task Today_is_that_of_the_person_and_staff_see_their_own_list(DatabaseKind kind)
    {
        await using var database = await OpenAsync(kind);
        (await CommandLineRun.Of("today", "--db", database.Connection, "--date", "2026-10-01", "--json")).Json.GetArrayLength().ShouldBe(3);
        (await NamesAsync("two")).ShouldBe(["李雷", "韩梅"], ignoreOrder: true);
        (await NamesAsync("west")).ShouldBe(["王芳"]);
        (await NamesAsync("own")).ShouldBe(["韩梅"]);

        async Task<string[]> NamesAsync(string name) =>
            [.. (await CommandLineRun.Of("today", "--db", database.Connection, "--date", "2026-10-01", "--json", "--as", name)).Json.EnumerateArray().Select(one => one.GetProperty("customer").GetString()!)];
    }

    [Theory, OnBothDatabases]
    public async Task Explaining_a_customer_out_of_sight_answers_as_for_one_who_is_not_there(DatabaseKind kind)
    {
        await using var database = await OpenAsync(kind);
        (await ExplainAsync(1, "west")).ExitCode.ShouldBe(0);
        var (hidden, missing) = (await ExplainAsync(2, "west"), await ExplainAsync(999, "west"));
        (hidden.ExitCode, hidden.Output).ShouldBe((missing.ExitCode, missing.Output));
        hidden.Error.ShouldBe(missing.Error.Replace("999", "2", StringComparison.Ordinal));

        Task<CommandLineRun> ExplainAsync(long id, string name) => CommandLineRun.Of("explain", "--customer", $"{id}", "--db", database.Connection, "--date", "2026-10-01", "--as", name);
    }

    [Theory, OnBothDatabases]
    public async Task A_segment_that_somebody_else_keeps_to_themselves_is_not_there(DatabaseKind kind)
    {
        await using var database = await OpenAsync(kind);
        using (var opened = new Database(database.Connection))
        using (var session = opened.OpenSession())
            SegmentStore.Add(session, "金卡", shared: false, new SegmentGroup(GroupMatch.All, [new SegmentCondition("customer.phone-known", "yes", [])]), 91, FakeTime.On("2026-09-01").GetUtcNow());
        (await CommandLineRun.Of("export", "customers", "--segment", "金卡", "--db", database.Connection)).ExitCode.ShouldBe(0);
        foreach (var segment in (string[])["金卡", "1"])
            (await CommandLineRun.Of("export", "customers", "--segment", segment, "--db", database.Connection, "--as", "head")).Error.ShouldContain("--segment");
    }

    [Theory]
    [InlineData("today")]
    [InlineData("export", "customers")]
    [InlineData("export", "orders")]
    [InlineData("export", "follow-ups")]
    [InlineData("explain", "--customer", "1")]
    public async Task A_name_that_nobody_signs_in_by_is_refused_and_nothing_is_printed(params string[] command)
    {
        await using var database = await OpenAsync(DatabaseKind.Sqlite);
        var run = await CommandLineRun.Of([.. command, "--db", database.Connection, "--as", "nobody"]);
        run.ExitCode.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain("--as");
        run.Error.ShouldContain("nobody");
        run.Error.ShouldContain("changlai staff list");
    }

    private static async Task<string[]> ValuesAsync(TestDatabase database, string field, string[] command) =>
        [.. (await CommandLineRun.Of([.. command, "--db", database.Connection, "--format", "json"])).Json.EnumerateArray().Select(one => one.GetProperty(field).GetString()!).Order(StringComparer.Ordinal)];

    private static async Task<TestDatabase> OpenAsync(DatabaseKind kind)
    {
        var database = await TestDatabase.CreateAsync(kind);
        using var files = new OrderFiles();
        (await CommandLineRun.Of("import", "orders", files.Write("orders.csv", Orders), "--db", database.Connection)).ExitCode.ShouldBe(0);
        using var opened = new Database(database.Connection);
        using var session = opened.OpenSession();
        var stores = new Dictionary<string, long>(StringComparer.Ordinal);
        using (var rows = session.Read("SELECT name, id FROM store"))
            while (rows.Next()) stores[rows.Text(0)] = rows.Long(1);
        Add(session, 91, "west", "staff", stores["西湖店"], null);
        Add(session, 92, "two", "manager", stores["城西店"], null);
        Add(session, 93, "own", "staff", stores["城西店"], "own");
        Add(session, 94, "head", "head-office", null, null);
        session.Execute("INSERT INTO staff_store (staff_id, store_id) VALUES (92, @store)", ("store", stores["城东店"]));
        session.Execute("UPDATE customer SET owner_id = 93 WHERE external_number = 'C3'");
        // One each, that nobody has, in place of what the import had planned.
        session.Execute("DELETE FROM follow_up");
        session.Execute($"""
            INSERT INTO follow_up (customer_id, id, plan, step, occasion, state, channel, store_id, earliest_on, ideal_on, latest_on, due_on, priority, value_minor, currency,
                strength, reason, day_reason, value_basis, planned_on)
            SELECT customer_id, 900, 'thanks', 'next-day', 'order:1', '{FollowUpState.Planned}', 'phone', store_id, @day, @day, @day, @day, 1, 0, 'CNY', 0, 'order|2024-03-01|order|1', 'ideal', '1|30|1|500|100', @day
            FROM customer
            """, ("day", new DateOnly(2026, 10, 1)));
        return database;
    }

    private static void Add(DatabaseSession session, long id, string name, string role, long? store, string? scope) => session.Execute("""
        INSERT INTO staff (id, name, sign_in_name, security_stamp, role, store_id, scope, working_weekdays, daily_capacity, language, active) VALUES (@id, @name, @name, 's', @role, @store, @scope, 127, 30, 'zh', @yes)
        """, ("id", id), ("name", name), ("role", role), ("store", store), ("scope", scope), ("yes", true));
}
