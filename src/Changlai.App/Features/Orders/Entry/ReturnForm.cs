using Changlai.App.Features.Orders.Forms;
using Changlai.Core.Values;

namespace Changlai.App.Features.Orders.Entry;

/// <summary>A return as typed, and what is wrong with it: how much of each product came back.</summary>
public sealed record ReturnForm
{
    public string ReturnedOn { get; init; } = "";
    public string Store { get; init; } = "";
    public string Staff { get; init; } = "";

    /// <summary>By product id.</summary>
    public IReadOnlyDictionary<long, string> Quantities { get; init; } = new Dictionary<long, string>();

    public IReadOnlyDictionary<string, Text> Errors { get; init; } = new Dictionary<string, Text>(StringComparer.Ordinal);

    public static string Field(long productId) => $"quantity-{productId}";

    internal static ReturnForm Of(Func<string, string> field, IEnumerable<Returnable> products) => new()
    {
        ReturnedOn = field("returnedOn"),
        Store = field("store"),
        Staff = field("staff"),
        Quantities = products.ToDictionary(product => product.Product.Id, product => field(Field(product.Product.Id))),
    };

    /// <summary>The return; null when something is wrong, which the form then says.</summary>
    internal (CheckedOrder? Back, ReturnForm Form) Check(OrderDesk desk, StoredOrder order, IReadOnlyList<Returnable> products)
    {
        var read = new FieldReader();
        var (store, staff, at) = desk.Head(read, Store, Staff, "returnedOn", ReturnedOn, order.On);
        if (store is not null && store.Currency != order.Currency) read.Say("store", EntryTexts.OtherCurrency.With(order.Currency));
        var lines = new List<CheckedLine>();
        foreach (var product in products)
        {
            var field = Field(product.Product.Id);
            if (read.Quantity(field, Quantities.GetValueOrDefault(product.Product.Id, "")) is not { } milli) continue;
            if (milli > product.LeftMilli) read.Say(field, EntryTexts.TooMuchBack.With(StoredOrder.Quantity(product.LeftMilli)));
            else lines.Add(new CheckedLine(product.Product, milli, product.UnitPriceMinor, product.RefundFor(milli)));
        }
        if (read.IsFine && lines.Count == 0) read.Say(products.Count > 0 ? Field(products[0].Product.Id) : "returnedOn", EntryTexts.NothingBack);
        return read.IsFine ? (new CheckedOrder(store!, staff, at, lines), this) : (null, this with { Errors = read.Errors });
    }
}
