using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Shell.Sample;
using Changlai.Benchmarks.Shops;
using Changlai.Core.Calendars;

namespace Changlai.Benchmarks.Search;

/// <summary>Orders tell a name, a number and a phone; one customer in twenty more has an e-mail, a card number and an address as well.</summary>
internal static class FurtherCards
{
    private const int OneIn = 20;
    private const int Chunk = 10_000;
    private const ulong Seed = 20261128;

    public static void Add(DatabaseSession session, ShopSize size)
    {
        for (var done = 0; done < size.Customers / OneIn; done += Chunk)
        {
            session.Begin();
            NewCustomers.Write(session, "till", [.. Enumerable.Range(done, Math.Min(Chunk, size.Customers / OneIn - done)).Select(index => New(index, size))]);
            session.Commit();
        }
        session.Execute(session.IsSqlite ? "PRAGMA wal_checkpoint(TRUNCATE)" : "VACUUM ANALYZE");
    }

    private static NewCustomer New(int index, ShopSize size)
    {
        var random = new SampleRandom(Seed, (ulong)index);
        var name = SampleNames.Chinese(random, random.Chance(0.6) ? SampleGender.Female : SampleGender.Male, random.Between(1950, 2004));
        return new NewCustomer($"T{index:0000000}", name, null, null, $"+86155{index * 7919L % 100_000_000:00000000}", $"u{index * 31L % 1_000_003:000000}{index}@example.org", null, null, null,
            1 + index % size.Stores, null, Weekdays.None, null, null, DateTimeOffset.UnixEpoch, [])
        {
            Numbers = [new ExternalNumber("card", $"VIP{index * 104_729L % 10_000_019:00000000}")],
            Addresses = [new CustomerAddress(null, "浙江省", "杭州市", "西湖区", $"文一路 {random.Between(1, 3000)} 号 {random.Between(1, 30)} 幢 {random.Between(101, 2004)} 室")],
        };
    }
}
