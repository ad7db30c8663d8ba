using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.People;
using Changlai.App.Tests.Harness;

namespace Changlai.App.Tests.CommandLine;

public sealed class StaffTests
{
    private const string Password = "morgens viel tee";

    [Theory, OnBothDatabases]
    public async Task Somebody_added_can_sign_in_with_the_password_given(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);

        var run = await Add(database, Password, "--name", "陈晓燕", "--sign-in", "ChenXiaoyan", "--role", "manager", "--store", "西湖店");

        run.Error.ShouldBeEmpty();
        run.ExitCode.ShouldBe(0);
        run.Output.ShouldNotContain(Password);
        Passwords.Fits(HashOf(database, "chenxiaoyan"), Password).ShouldBeTrue();
        var person = (await CommandLineRun.Of("staff", "list", "--db", database.Connection, "--json")).Json.EnumerateArray().Single();
        (person.GetProperty("role").GetString(), person.GetProperty("store").GetString()).ShouldBe(("manager", "西湖店"));
    }

    [Theory, OnBothDatabases]
    public async Task Somebody_known_from_the_orders_becomes_able_to_sign_in_and_is_not_doubled(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        using var files = new OrderFiles();
        await CommandLineRun.Of("import", "orders", files.Write("orders.csv", OrderFiles.Headings + ",导购\nA1,C1,王,,T1,茶,1,10,2026-09-01,西湖店,陈晓燕\n"), "--db", database.Connection);

        await Add(database, Password, "--name", "陈晓燕", "--sign-in", "chen", "--role", "staff", "--store", "西湖店");

        var person = (await CommandLineRun.Of("staff", "list", "--db", database.Connection, "--json")).Json.EnumerateArray().Single();
        person.GetProperty("signIn").GetString().ShouldBe("chen");
    }

    [Theory]
    [OnBothDatabases("short")]
    [OnBothDatabases("1234567890")]
    [OnBothDatabases("aaaaaaaaaaaa")]
    [OnBothDatabases("chenxiaoyan1")]
    public async Task A_password_that_others_would_guess_is_refused(DatabaseKind kind, string password)
    {
        await using var database = await TestDatabase.CreateAsync(kind);

        var run = await Add(database, password, "--name", "陈晓燕", "--sign-in", "chenxiaoyan", "--role", "head-office");

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldNotContain(password);
        (await CommandLineRun.Of("staff", "list", "--db", database.Connection)).Output.ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task A_sign_in_name_belongs_to_one_person(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await Add(database, Password, "--name", "陈晓燕", "--sign-in", "chen", "--role", "head-office");

        var run = await Add(database, Password, "--name", "陈晨", "--sign-in", "CHEN", "--role", "head-office");

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("--sign-in");
    }

    [Theory, OnBothDatabases]
    public async Task A_new_password_takes_the_place_of_the_old_and_ends_its_sessions(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await Add(database, Password, "--name", "陈晓燕", "--sign-in", "chen", "--role", "head-office");
        var stamp = Scalar(database, "SELECT security_stamp FROM staff WHERE sign_in_name = @name", "chen");

        var run = await CommandLineRun.WithInput("abends lieber wasser\n", "staff", "password", "--sign-in", "chen", "--password-stdin", "--db", database.Connection);

        run.ExitCode.ShouldBe(0);
        Passwords.Fits(HashOf(database, "chen"), Password).ShouldBeFalse();
        Passwords.Fits(HashOf(database, "chen"), "abends lieber wasser").ShouldBeTrue();
        Scalar(database, "SELECT security_stamp FROM staff WHERE sign_in_name = @name", "chen").ShouldNotBe(stamp);
    }

    private static Task<CommandLineRun> Add(TestDatabase database, string password, params string[] arguments) =>
        CommandLineRun.WithInput(password + "\n", ["staff", "add", "--password-stdin", "--db", database.Connection, .. arguments]);

    private static string? HashOf(TestDatabase database, string signIn) => Scalar(database, "SELECT password_hash FROM staff WHERE sign_in_name = @name", signIn);

    private static string? Scalar(TestDatabase database, string sql, string signIn)
    {
        using var opened = new Database(database.Connection);
        using var session = opened.OpenSession();
        return session.Scalar<string>(sql, ("name", signIn));
    }
}
