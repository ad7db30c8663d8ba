using Changlai.App.Features.Orders.Forms;
using Changlai.App.Features.Orders.Model;
using Changlai.App.Features.Orders.Products;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Tables;
using Changlai.App.Ui;
using Changlai.Core.Calendars;
using Changlai.Core.Values;

namespace Changlai.App.Features.Orders.Entry;

/// <summary>Where one person enters orders: the stores and people they may choose, and reading what they typed.</summary>
internal sealed class OrderDesk(DatabaseSession session, StoreDirectory stores, Viewer viewer, long? customerStoreId, TimeProvider time)
{
    private const decimal Milli = 1000;
    private const long LargestAmount = 1_000_000_000_000_000;
    private static readonly DateOnly Earliest = new(1990, 1, 1);
    private static readonly TimeOnly Noon = new(12, 0);

    /// <summary>Those the person may enter for, the customer's own first.</summary>
    public IReadOnlyList<StoreEntry> Stores { get; } =
        [.. stores.Of(viewer).OrderBy(store => store.Id == customerStoreId ? 0 : 1)];

    public static bool MayEnter(Viewer viewer) => viewer.May(Access.ChangeCustomers);

    public OrderForm Fresh() => Stores is [var first, ..]
        ? new OrderForm { OrderedOn = StoreDay.On(time.GetUtcNow(), first.Zone).ToString("yyyy-MM-dd"), Store = first.Id.ToString(), Staff = People().Any(person => person.Value == viewer.StaffId.ToString()) ? viewer.StaffId.ToString() : "" }
        : new OrderForm();

    /// <summary>Who may have served.</summary>
    public IReadOnlyList<Option> People()
    {
        var people = new List<Option>();
        using var rows = session.Read($"""
            SELECT s.id, s.name, t.name FROM staff s LEFT JOIN store t ON t.id = s.store_id
            WHERE s.active{viewer.InStores.And("s")} ORDER BY s.store_id, s.id LIMIT 1000
            """, viewer.InStores.Values);
        while (rows.Next()) people.Add(new Option(rows.Long(0).ToString(), viewer.InStores.OneStore is null && rows.TextOrNull(2) is { } place ? $"{rows.Text(1)} · {place}" : rows.Text(1)));
        return people;
    }

    /// <summary>The store that the form means; null when the person may not enter for it.</summary>
    public StoreEntry? StoreOf(string typed) => typed.Length == 0 ? Stores.FirstOrDefault() : Stores.FirstOrDefault(store => store.Id.ToString() == typed);

    /// <param name="keptProducts">Products that the order holds already: they may stay though they are no longer sold.</param>
    public (CheckedOrder? Order, OrderForm Form) Check(OrderForm form, IReadOnlyCollection<Product>? keptProducts = null)
    {
        var read = new FieldReader();
        var (store, staff, at) = Head(read, form.Store, form.Staff, "orderedOn", form.OrderedOn);
        var lines = Lines(read, form, store?.Currency, keptProducts ?? []);
        if (form.Lines.Count > OrderForm.MostLines) read.Say("lines", EntryTexts.TooManyLines.With(OrderForm.MostLines));
        else if (read.IsFine && lines.Count == 0) read.Say("product-0", EntryTexts.NoLines);
        return read.IsFine ? (new CheckedOrder(store!, staff, at, lines), form) : (null, form with { Errors = read.Errors });
    }

    /// <summary>Store, person and moment, as every form of this feature asks for them.</summary>
    public (StoreEntry? Store, long? StaffId, DateTime At) Head(FieldReader read, string typedStore, string typedStaff, string dayField, string typedDay, DateOnly? earliest = null)
    {
        var store = StoreOf(typedStore);
        if (store is null) read.Say("store", FormTexts.StoreUnknown);
        long? staff = null;
        if (typedStaff.Length > 0)
        {
            if (long.TryParse(typedStaff, out var id) && People().Any(person => person.Value == id.ToString())) staff = id;
            else read.Say("staff", FormTexts.StaffUnknown);
        }
        var now = StoreDay.WallClock(time.GetUtcNow(), store?.Zone ?? TimeZoneInfo.Utc);
        var today = DateOnly.FromDateTime(now);
        var day = read.Day(dayField, typedDay, earliest ?? Earliest, today);
        if (typedDay.Trim().Length == 0) read.Say(dayField, FormTexts.DayMissing);
        // Today's orders keep their order of the day; of an earlier one only the day is known.
        return (store, staff, day == today ? now : (day ?? today).ToDateTime(Noon));
    }

    /// <summary>The lines that can be read so far: what is shown while somebody types.</summary>
    public IReadOnlyList<CheckedLine> LinesSoFar(OrderForm form) => Lines(new FieldReader(), form, StoreOf(form.Store)?.Currency, []);

    private List<CheckedLine> Lines(FieldReader read, OrderForm form, string? currency, IReadOnlyCollection<Product> kept)
    {
        var lines = new List<CheckedLine>();
        foreach (var (index, line) in form.Lines.Take(OrderForm.MostLines).Index())
            if (!line.IsBlank && Line(read, index, line, currency ?? "", kept) is { } taken) lines.Add(taken);
        return lines;
    }

    private CheckedLine? Line(FieldReader read, int index, OrderFormLine line, string currency, IReadOnlyCollection<Product> kept)
    {
        var product = Meant(read, $"product-{index}", line.Product.Trim(), kept);
        var quantity = read.Quantity($"quantity-{index}", line.Quantity);
        if (line.Quantity.Length == 0) read.Say($"quantity-{index}", EntryTexts.QuantityMissing);
        // Without a store there is no currency to tell by; the store's own problem is enough.
        var own = product is { PriceMinor: { } listed } && (product.Currency is null || currency.Length == 0 || product.Currency == currency) ? listed : (long?)null;
        var price = line.Price.Length == 0 ? own : read.Money($"price-{index}", line.Price, currency);
        if (line.Price.Length == 0 && own is null && product is not null) read.Say($"price-{index}", EntryTexts.PriceMissing);
        var discount = line.Discount.Length == 0 ? 0 : read.Money($"discount-{index}", line.Discount, currency);
        if (product is null || quantity is null || price is null || discount is null) return null;
        var full = Math.Round(price.Value * (quantity.Value / Milli), MidpointRounding.AwayFromZero);
        if (full > LargestAmount) read.Say($"quantity-{index}", EntryTexts.AmountTooLarge);
        else if (discount.Value > full) read.Say($"discount-{index}", EntryTexts.DiscountTooLarge.With(Formats.Money((long)full, currency)));
        else return new CheckedLine(product, quantity.Value, price.Value, (long)full - discount.Value);
        return null;
    }

    private Product? Meant(FieldReader read, string field, string typed, IReadOnlyCollection<Product> kept)
    {
        if (typed.Length == 0)
        {
            read.Say(field, EntryTexts.ProductMissing);
            return null;
        }
        if (kept.FirstOrDefault(product => product.Label == typed || product.Code == ExternalId.Normalize(typed)) is { } known) return known;
        var (found, count) = ProductQuery.Meant(session, typed);
        if (found is null) read.Say(field, (count == 0 ? EntryTexts.ProductUnknown : EntryTexts.ProductUnclear).With(CellText.Shorten(typed)));
        return found;
    }
}
