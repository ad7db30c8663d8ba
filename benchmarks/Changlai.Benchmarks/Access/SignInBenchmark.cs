using System.Diagnostics;
using System.Net;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.People;
using Changlai.Benchmarks.Running;
using Changlai.Benchmarks.Serving;
using Changlai.Benchmarks.Shops;

namespace Changlai.Benchmarks.Access;

/// <summary>
/// What signing in costs beside the hash of the password, and whether the clock tells a name that exists from one that does not. Sign-ins over HTTP and the bare
/// hash take turns in one run.
/// </summary>
internal static class SignInBenchmark
{
    /// <summary>All that one address may knock within a minute, in three kinds.</summary>
    private const int Rounds = Doors.UsualAMinute / 3 - 1;

    public static void Run(BenchmarkOptions options)
    {
        if (options.Databases.Contains("sqlite")) Measure("SQLite", new ShopStore(null));
        if (options.Databases.Contains("postgres") && ThrowAwayPostgres.Start() is { } server)
        {
            using (server) Measure("PostgreSQL", new ShopStore(server));
        }
    }

    private static void Measure(string database, ShopStore shops)
    {
        var ready = shops.Planned(new ShopSize(10_000), BusinessToday.Day);
        ServedShop.Prepare(ready.Location);
        string hash;
        using (var opened = new Database(ready.Location))
        using (var session = opened.OpenSession())
            hash = session.Scalar<string>("SELECT password_hash FROM staff WHERE sign_in_name = @name", ("name", ServedShop.Staff))!;
        using var served = Served.Changlai(ready.Location);
        using var door = served.Door();
        var (bare, right, wrong, unknown) = (new Samples(), new Samples(), new Samples(), new Samples());
        for (var round = 0; round < Rounds; round++)
        {
            var started = Stopwatch.GetTimestamp();
            if (!Passwords.Fits(hash, ServedShop.Password)) throw new InvalidOperationException("The password does not fit.");
            bare.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            right.Add(Knock(door, ServedShop.Staff, ServedShop.Password, HttpStatusCode.Found));
            // A name that waits answers like any other; the wrong ones are asked of somebody else.
            wrong.Add(Knock(door, ServedShop.HeadOffice, "not the password", HttpStatusCode.Unauthorized));
            unknown.Add(Knock(door, $"nobody {round}", "not the password", HttpStatusCode.Unauthorized));
        }
        Report.Heading($"Signing in: {database}, {Rounds} rounds");
        Report.Columns("what", "p50 ms", "÷ the hash alone");
        foreach (var (name, samples) in new[] { ("the hash of the password alone", bare), ("signing in", right), ("a wrong password", wrong), ("a name that does not exist", unknown) })
            Report.Row(name, Report.Fixed(samples.Median, 1), Report.Fixed(samples.Median / bare.Median, 2));
        shops.Discard();
    }

    private static double Knock(Served.FrontDoor door, string name, string password, HttpStatusCode expected)
    {
        var (status, took) = door.Knock(name, password);
        return status == expected ? took.TotalMilliseconds : throw new InvalidOperationException($"{name} was answered with {status}.");
    }
}
