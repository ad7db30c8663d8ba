using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Benchmarks.Running;
using Changlai.Benchmarks.Shops;
using Changlai.Core.Calendars;

namespace Changlai.Benchmarks.Duplicates;

/// <summary>
/// A base of customers as shops have them: common names, half with a birthday, a third with an address, some with a phone that
/// is the shop's own; and one card in thirty a second one of somebody who has a card already, with the usual slips.
/// </summary>
internal static class DirtyBase
{
    public const int OneIn = 30;
    private const int Chunk = 20_000;
    private const string Surnames = "王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹";
    private const string Given = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰春梅建国文斌志鸣晨雪佳琪子轩欣怡浩宇思远海燕";

    /// <returns>The planted pairs, the older card first.</returns>
    public static List<(long, long)> Fill(string location, int customers)
    {
        using var database = new Database(location);
        PlatformFeature.Migrate(database, TimeProvider.System);
        using var session = database.OpenBulkSession();
        var size = new ShopSize(customers);
        var random = new Random(20261123);
        var (planted, pairs) = (new List<(NewCustomer Card, long Id)>(), new List<(long, long)>());
        session.Begin();
        for (var store = 1; store <= size.Stores; store++)
            session.Execute("INSERT INTO store (id, name, time_zone, currency, closed_weekdays) VALUES (@id, @name, @zone, 'CNY', 0)",
                ("id", (long)store), ("name", size.StoreNames[store - 1]), ("zone", BusinessDay.DefaultTimeZone));
        session.Commit();
        for (var done = 0; done < customers; done += Chunk)
        {
            var cards = new List<NewCustomer>();
            var seconds = new List<(int Index, long First)>();
            for (var i = done; i < Math.Min(customers, done + Chunk); i++)
            {
                if (i % OneIn == OneIn - 1 && planted.Count > 0)
                {
                    var (first, id) = planted[random.Next(planted.Count)];
                    seconds.Add((cards.Count, id));
                    cards.Add(Again(first, i, random));
                }
                else cards.Add(New(i, size, random));
            }
            session.Begin();
            var firstId = NewCustomers.Write(session, "till", cards);
            session.Commit();
            pairs.AddRange(seconds.Select(one => (one.First, firstId + one.Index)));
            for (var index = 0; index < cards.Count; index += 7)
                if (!seconds.Exists(one => one.Index == index)) planted.Add((cards[index], firstId + index));
        }
        if (!session.IsSqlite) session.Execute("VACUUM ANALYZE");
        Report.Progress($"Made {Report.Number(customers)} cards, {Report.Number(pairs.Count)} of them second ones.");
        return pairs;
    }

    private static NewCustomer New(int index, ShopSize size, Random random)
    {
        var name = $"{Surnames[random.Next(Surnames.Length)]}{Given[random.Next(Given.Length)]}{(random.Next(3) == 0 ? "" : Given[random.Next(Given.Length)])}";
        var phone = random.Next(200) == 0 ? "+8613800138000" : $"+861{3 + random.Next(7)}{random.NextInt64(100_000_000, 1_000_000_000)}";
        return new NewCustomer($"N{index:D8}", name, null, random.Next(2) == 0 ? "female" : "male", phone, random.Next(5) == 0 ? $"u{index}@example.org" : null, null, null, null,
            1 + index % size.Stores, null, Weekdays.None, null, null, DateTimeOffset.UnixEpoch,
            random.Next(2) == 0 ? [] : [new NewSpecialDate("birthday", AnnualDay.Gregorian(1 + random.Next(12), 1 + random.Next(28), 1950 + random.Next(60)))])
        {
            Addresses = random.Next(3) == 0 ? [new CustomerAddress(null, "浙江省", "杭州市", "西湖区", $"文一路 {random.Next(3000)} 号 {random.Next(30)} 室")] : [],
        };
    }

    /// <summary>The same person once more, entered by somebody who did not look first.</summary>
    private static NewCustomer Again(NewCustomer first, int index, Random random) => random.Next(4) switch
    {
        0 => first with { Number = $"N{index:D8}", Email = null, SpecialDates = [] },
        1 => first with { Number = $"N{index:D8}", Name = first.Name[..^1] + Given[random.Next(Given.Length)], Email = null, Gender = null },
        2 => first with { Number = $"N{index:D8}", Phone = Slip(first.Phone!, random), SpecialDates = [] },
        _ => first with { Number = $"N{index:D8}", Phone = null, Email = first.Email?.ToUpperInvariant(), SpecialDates = first.SpecialDates },
    };

    private static string Slip(string phone, Random random)
    {
        var at = 5 + random.Next(phone.Length - 5);
        return $"{phone[..at]}{(phone[at] - '0' + 1) % 10}{phone[(at + 1)..]}";
    }
}
