using Changlai.Core.Calendars;

namespace Changlai.App.Shell.Sample;

/// <summary>An order before it has an id and a number.</summary>
internal sealed record SampleSale(
    SamplePerson Person, int Store, int Staff, DateOnly Day, TimeOnly Time, IReadOnlyList<SampleOrderLine> Lines, SampleSale? ReturnOf, string? Reason);

/// <summary>Two years of visits to the shops: who came when, what they bought and what came back.</summary>
internal sealed class SampleTrade(SampleCalendar calendar)
{
    private static readonly int[] HourWeights = [3, 7, 8, 5, 4, 7, 8, 7, 6, 7, 6, 4];
    private static readonly string[] Reasons = ["包装破损", "口味不合适", "买重了", "家人已买", "顾客改变主意"];

    private static readonly int[][][] OnDutyByStoreAndDay = Roster();

    public IEnumerable<SampleSale> SalesOf(SamplePerson person)
    {
        var basket = new SampleBasket(person, calendar);
        foreach (var phase in person.Phases)
        {
            var day = calendar.OpenOnOrBefore(person.Store, phase.From);
            while (day <= phase.To)
            {
                var gap = basket.Fill(day);
                // The day is young: not everybody who comes today has come yet.
                if (day == calendar.Today && !person.Random.Chance(0.4))
                    break;
                var sale = Sell(person, day, basket.Lines);
                yield return sale;
                if (Return(sale) is { } brought)
                    yield return brought;
                day = OpenDayNear(person, day.AddDays(gap), day);
            }
        }
    }

    // Who finds the shop closed came the day before or comes some days later, so that no rush follows a holiday.
    private DateOnly OpenDayNear(SamplePerson person, DateOnly wished, DateOnly lastVisit)
    {
        if (calendar.IsOpen(person.Store, wished))
            return wished;
        if (wished.AddDays(-1) > lastVisit && calendar.IsOpen(person.Store, wished.AddDays(-1)) && person.Random.Chance(0.5))
            return wished.AddDays(-1);
        do
            wished = wished.AddDays(person.Random.Between(1, 4));
        while (!calendar.IsOpen(person.Store, wished));
        return wished;
    }

    private SampleSale Sell(SamplePerson person, DateOnly day, IReadOnlyList<(SampleProduct Product, int Quantity)> basket)
    {
        // Now and then a tea customer is near another of the three shops.
        var store = !person.IsSalonGuest && person.Random.Chance(0.03) ? person.Random.Below(3) : person.Store;
        var campaign = (day.Month, day.Day) is (11, 11) or (6, 18) or (3, 8);
        var lines = basket.Select((line, index) =>
        {
            var full = line.Quantity * line.Product.PriceFen;
            var discount = campaign ? full / 10 : line.Quantity >= 3 ? full / 20 : 0;
            return Line(index + 1, line.Product, line.Quantity, discount);
        });
        return new(person, store, OnDuty(person, store, day), day, TimeOf(person.Random, store, day), [.. lines], null, null);
    }

    // Two in a hundred: one line of goods, in part or whole, within a week.
    private SampleSale? Return(SampleSale sale)
    {
        var random = sale.Person.Random;
        var goods = sale.Lines.Where(line => SampleCatalogue.Products[line.ProductId].Kind == SampleProductKind.Goods).ToList();
        if (goods.Count == 0 || !random.Chance(0.026))
            return null;
        var day = calendar.OpenOnOrAfter(sale.Store, sale.Day.AddDays(random.Between(1, 7)));
        if (day >= calendar.Today)
            return null;
        var line = random.Pick(goods);
        var quantity = random.Between(1, line.Quantity);
        var back = Line(1, SampleCatalogue.Products[line.ProductId], -quantity, -(line.DiscountFen * quantity / line.Quantity));
        return new(sale.Person, sale.Store, OnDuty(sale.Person, sale.Store, day), day, TimeOf(random, sale.Store, day), [back], sale, random.Pick(Reasons));
    }

    private static SampleOrderLine Line(int number, SampleProduct product, int quantity, long discount) =>
        new(0, number, product.Id, quantity, product.PriceFen, discount, (quantity * product.PriceFen) - discount, quantity * product.CostFen);

    // The customer's own contact serves them when at work.
    private static int OnDuty(SamplePerson person, int store, DateOnly day)
    {
        var present = OnDutyByStoreAndDay[store][(int)day.DayOfWeek];
        return person.Owner is { } own && present.Contains(own) && person.Random.Chance(0.75)
            ? own
            : present[person.Random.Below(present.Length)];
    }

    private static int[][][] Roster() =>
        [.. Enumerable.Range(0, 4).Select(store => Enum.GetValues<DayOfWeek>().Select(day => SampleShops.Staff
            .Where(staff => staff.StoreId == store && staff.WorkingDays.Contains(day))
            .Select(staff => staff.Id).ToArray()).ToArray())];

    private TimeOnly TimeOf(SampleRandom random, int store, DateOnly day)
    {
        var shop = calendar.Stores[store];
        var hours = shop.Closes.Hour - shop.Opens.Hour;
        // Today's orders are those of the first hour, so that none lies ahead of the person who looks at them.
        var hour = day == calendar.Today ? 0 : random.Weighted(HourWeights.AsSpan(0, hours));
        return shop.Opens.Add(TimeSpan.FromSeconds((hour * 3600) + random.Below(3600)));
    }
}
