namespace Changlai.App.Shell.Sample;

/// <summary>Tea makers that some regulars bought, and what had to be repaired of them. Drawn from streams of their own, so that nobody's orders change.</summary>
internal sealed class SampleDevices(SampleBusiness sample)
{
    public const string TeaMaker = "A201";

    /// <summary>What products promise: warranty and useful life, as terms.</summary>
    public static readonly IReadOnlyDictionary<string, (string Warranty, string? UsefulLife)> Terms = new Dictionary<string, (string, string?)>(StringComparer.Ordinal)
    {
        [TeaMaker] = ("12m", "36m"),
        ["A101"] = ("30d", null),
        ["A103"] = ("6m", "24m"),
    };

    private const ulong FirstStream = 1UL << 40;
    private static readonly TimeOnly Afternoon = new(15, 0);

    private static readonly (string Fault, string Work)[] Repairs =
    [
        ("heating", "换了加热盘，试煮三次正常。"), ("leak", "换了壶底垫圈。"), ("power", "接口松动，重新固定。"), ("display", "换了按键板。"),
    ];

    public IEnumerable<SampleDevice> All()
    {
        var bought = sample.Orders.Where(order => order.Kind == SampleOrderKind.Order).GroupBy(order => order.CustomerId).ToDictionary(orders => orders.Key, orders => orders.First());
        foreach (var customer in sample.Customers)
        {
            var random = new SampleRandom(sample.Seed, FirstStream + (ulong)customer.Id);
            if (!bought.TryGetValue(customer.Id, out var first) || sample.Stores[first.StoreId].IsSalon || !random.Chance(0.04)) continue;
            yield return new SampleDevice(customer, $"ZC{first.OrderedOn:yy}{customer.Id:D5}", first.OrderedOn, [.. RepairsOf(random, first)]);
        }
    }

    private IEnumerable<SampleRepair> RepairsOf(SampleRandom random, SampleOrder bought)
    {
        var usual = random.Below(Repairs.Length);
        var day = bought.OrderedOn;
        for (var left = random.Weighted([60, 22, 12, 6]); left > 0; left--)
        {
            day = day.AddDays(random.Between(25, 160));
            if (day >= sample.Today) yield break;
            // Most often it is the same thing again.
            var (fault, work) = Repairs[random.Chance(0.7) ? usual : random.Below(Repairs.Length)];
            var covered = day <= bought.OrderedOn.AddMonths(12);
            yield return new SampleRepair(day.ToDateTime(Afternoon), fault, work, bought.StaffId, covered ? null : random.Between(20, 90) * 100L, covered);
        }
    }
}

/// <summary>A tea maker of a customer.</summary>
internal sealed record SampleDevice(SampleCustomer Customer, string SerialNumber, DateOnly SoldOn, IReadOnlyList<SampleRepair> Repairs);

internal sealed record SampleRepair(DateTime At, string Fault, string Work, int StaffId, long? CostFen, bool UnderWarranty);
