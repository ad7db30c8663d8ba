using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Changlai.App.Features.FollowUps.Contracts;
using Changlai.App.Features.FollowUps.Planning;
using Changlai.App.Features.Orders.Recording;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Benchmarks.Shops;

namespace Changlai.Benchmarks.Planning;

/// <summary>
/// What happens between one night and the next, in a process of its own: the day's follow-ups are done, and a day's orders
/// of the whole business come in.
/// </summary>
internal static class NextDay
{
    public const string Command = "next-day";

    /// <param name="arguments">Database, number of customers, the day that orders come in.</param>
    public static int Run(string[] arguments)
    {
        var size = new ShopSize(int.Parse(arguments[1]));
        var day = DateOnly.ParseExact(arguments[2], "yyyy-MM-dd", CultureInfo.InvariantCulture);
        using var database = new Database(arguments[0]);
        using var session = database.OpenBulkSession();
        var orders = new RealOrders().OneDay(size, day);

        session.Begin();
        var done = session.Execute("UPDATE follow_up SET state = 'done', outcome = 'reached', closed_on = @day WHERE state = 'planned' AND due_on < @day", ("day", day));
        session.Commit();
        var clock = Stopwatch.StartNew();
        session.Begin();
        var report = new OrderRecorder(session, [new FollowUpsOnOrders(TimeProvider.System)], TimeProvider.System).Record(orders, new RecordingOptions(RealOrders.Source));
        session.Commit();
        Console.Out.WriteLine(JsonSerializer.Serialize(new { done, orders = report.Orders + report.Returns, seconds = clock.Elapsed.TotalSeconds }));
        return 0;
    }
}
