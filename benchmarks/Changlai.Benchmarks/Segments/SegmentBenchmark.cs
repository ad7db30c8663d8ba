using System.Diagnostics;
using Changlai.App.Features.Customers.Segments.Model;
using Changlai.App.Features.Customers.Segments.Query;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Shell;
using Changlai.Benchmarks.Running;
using Changlai.Benchmarks.Shops;
using Microsoft.Extensions.DependencyInjection;

namespace Changlai.Benchmarks.Segments;

/// <summary>Counting usual segments, and reading the first page of their customers, for somebody who sees everybody.</summary>
internal static class SegmentBenchmark
{
    private const int PageSize = 31;
    private const double Asked = 500;

    public static void Run(BenchmarkOptions options)
    {
        if (options.Databases.Contains("sqlite")) Measure("SQLite", new ShopStore(null), options);
        if (options.Databases.Contains("postgres") && ThrowAwayPostgres.Start() is { } server)
        {
            using (server) Measure("PostgreSQL", new ShopStore(server), options);
        }
    }

    private static void Measure(string database, ShopStore shops, BenchmarkOptions options)
    {
        foreach (var customers in options.SizesOr(100_000, 1_000_000))
        {
            var shop = shops.Planned(new ShopSize(customers), BusinessToday.Day);
            using (var opened = new Database(shop.Location))
            {
                using (var preparing = opened.OpenBulkSession()) UsualSegments.Prepare(preparing, shop.LastDay);
                Report.Heading($"Segments: {database}, {Report.Number(customers)} customers");
                Report.Columns("segment", "customers", "count ms", "first page ms", $"{Asked:0} ms asked");
                using var session = opened.OpenSession();
                var fields = FieldsOf(opened).Read(session);
                foreach (var (name, rule) in UsualSegments.For(session)) Measure(session, fields, shop.LastDay, name, rule, options.Quick ? 3 : 7);
            }
            shops.Discard();
        }
    }

    private static void Measure(DatabaseSession session, SegmentFieldList fields, DateOnly today, string name, SegmentGroup rule, int times)
    {
        if (SegmentCheck.Problems(rule, fields.ByCode) is [var problem, ..]) throw new InvalidOperationException($"{name}: {problem.Words.English}");
        var asked = new SegmentCustomers(session, fields, new SegmentDay(today, BusinessDay.Zone(session)), CustomerScope.All);
        var (counts, pages, count) = (new Samples(), new Samples(), 0L);
        // The first run warms the caches and is left out.
        for (var i = 0; i <= times; i++)
        {
            var clock = Stopwatch.StartNew();
            count = asked.Count(rule);
            var counted = clock.Elapsed.TotalMilliseconds;
            asked.Page(rule, null, PageSize);
            var paged = clock.Elapsed.TotalMilliseconds - counted;
            if (i == 0) continue;
            counts.Add(counted);
            pages.Add(paged);
        }
        Report.Row(name, Report.Number(count), counts.Spread("F1"), pages.Spread("F1"), Report.Verdict(Math.Max(counts.Median, pages.Median) <= Asked));
    }

    private static SegmentFields FieldsOf(Database database)
    {
        var services = new ServiceCollection();
        services.AddChanglai(database);
        return services.BuildServiceProvider().GetRequiredService<SegmentFields>();
    }
}
