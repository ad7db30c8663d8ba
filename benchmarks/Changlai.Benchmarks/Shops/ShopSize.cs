namespace Changlai.Benchmarks.Shops;

/// <summary>A generated business: stores, staff and what they can do grow with the customers.</summary>
internal sealed record ShopSize(int Customers)
{
    public const int DailyCapacity = 40;
    public const int LinesPerCustomer = 10;
    private const int CustomersPerStore = 25_000;
    private const int StaffPerStore = 10;

    /// <summary>A small business has one store with fewer people.</summary>
    public int Stores => Math.Max(1, Customers / CustomersPerStore);

    public int Staff => Math.Min(Stores * StaffPerStore, Math.Max(1, Customers / (CustomersPerStore / StaffPerStore)));

    public int StaffOfStore => Staff / Stores;

    public int StoreOf(int customer) => customer % Stores;

    /// <summary>Every other customer belongs to one person, the rest to the store.</summary>
    public int StaffOf(int customer) => customer % 2 == 0 ? -1 : StoreOf(customer) * StaffOfStore + customer / Stores % StaffOfStore;

    public IReadOnlyList<string> StoreNames => Enumerable.Range(1, Stores).Select(number => $"{number:00} 号店").ToArray();

    public IReadOnlyList<string> StaffNames => Enumerable.Range(1, Staff).Select(number => $"店员 {number:000}").ToArray();
}
