using Changlai.Core.Calendars;
using Changlai.Core.Values;

namespace Changlai.App.Shell.Sample;

/// <summary>Puts people, trade and dates together and gives everything its id: customers by the day they joined, orders by time.</summary>
internal static class SampleGenerator
{
    private static readonly Text Mister = new("先生", "Mr");
    private static readonly Text Madam = new("女士", "Ms");

    public static SampleBusiness Create(ulong seed, DateOnly today)
    {
        var calendar = new SampleCalendar(today);
        var trade = new SampleTrade(calendar);
        var people = Enumerable.Range(0, SampleBusiness.CustomerCount)
            .Select(index => SamplePerson.Create(index, seed, calendar))
            .OrderBy(person => person.CreatedOn).ThenBy(person => person.Index)
            .ToArray();
        var dates = new List<SampleSpecialDate>();
        var sales = new List<(int Customer, SampleSale Sale)>();
        for (var id = 0; id < people.Length; id++)
        {
            foreach (var (kind, day) in SampleDates.Of(people[id], today))
                dates.Add(new(dates.Count, id, kind, day));
            foreach (var sale in trade.SalesOf(people[id]))
                sales.Add((id, sale));
        }
        var (orders, lines) = Number(sales, calendar);
        var spent = SpentInLastYear(orders, today);
        return new(seed, today, SampleShops.Name, calendar.Stores, SampleShops.Staff, SampleCatalogue.Products,
            [.. people.Select((person, id) => Customer(id, person, spent[id], people, calendar))], dates, orders, lines);
    }

    private static (List<SampleOrder> Orders, List<SampleOrderLine> Lines) Number(
        List<(int Customer, SampleSale Sale)> sales, SampleCalendar calendar)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(SampleBusiness.TimeZone);
        var (orders, lines) = (new List<SampleOrder>(sales.Count), new List<SampleOrderLine>(sales.Count * 2));
        var ids = new Dictionary<SampleSale, int>(ReferenceEqualityComparer.Instance);
        var countOfDay = new Dictionary<(int Store, DateOnly Day), int>();
        foreach (var (customer, sale) in sales.OrderBy(sale => sale.Sale.Day).ThenBy(sale => sale.Sale.Time).ThenBy(sale => sale.Customer))
        {
            var id = orders.Count;
            ids.Add(sale, id);
            var count = countOfDay[(sale.Store, sale.Day)] = countOfDay.GetValueOrDefault((sale.Store, sale.Day)) + 1;
            var isReturn = sale.ReturnOf is not null;
            orders.Add(new(
                id, $"{calendar.Stores[sale.Store].Code}{(isReturn ? "T" : "")}{sale.Day:yyMMdd}{count:000}", customer, sale.Store, sale.Staff,
                isReturn ? SampleOrderKind.Return : SampleOrderKind.Order, isReturn ? ids[sale.ReturnOf!] : null, sale.Reason,
                sale.Day, StoreDay.At(sale.Day, sale.Time, zone), sale.Lines.Sum(line => line.AmountFen), lines.Count, sale.Lines.Count));
            lines.AddRange(sale.Lines.Select(line => line with { OrderId = id }));
        }
        return (orders, lines);
    }

    private static long[] SpentInLastYear(List<SampleOrder> orders, DateOnly today)
    {
        var spent = new long[SampleBusiness.CustomerCount];
        foreach (var order in orders)
            spent[order.CustomerId] += order.OrderedOn > today.AddYears(-1) ? order.TotalFen : 0;
        return spent;
    }

    private static SampleCustomer Customer(int id, SamplePerson person, long spentFen, SamplePerson[] people, SampleCalendar calendar)
    {
        var (random, store) = (person.Random, calendar.Stores[person.Store]);
        var english = person.Language == Language.English;
        var refused = person.Refusal is null ? (DateOnly?)null : Later(random, person.CreatedOn, calendar.Today);
        return new(
            id, $"CQ{100001 + id}", person.Name, person.Gender, person.Gender == SampleGender.Female ? Madam : Mister, person.Language,
            SamplePhones.OfCustomer(id), random.Chance(english ? 0.9 : 0.18) ? $"cq{100001 + id}@example.com" : null,
            store.Province, store.City, person.District, person.Street, person.Source, Introducer(id, person, people),
            spentFen switch { >= 8000_00 => SampleTier.Diamond, >= 4000_00 => SampleTier.Gold, >= 1500_00 => SampleTier.Silver, _ => SampleTier.Standard },
            person.Store, person.Owner, person.Wish is { } wish ? Weekdays.Parse(wish.Days) : Weekdays.None,
            person.Wish is { } from ? new TimeOnly(from.From, 0) : null, person.Wish is { } to ? new TimeOnly(to.To, 0) : null,
            refused, person.Refusal, person.CreatedOn, person.Habit);
    }

    // Someone of the same store who was there before; the very first customers have nobody to thank.
    private static int? Introducer(int id, SamplePerson person, SamplePerson[] people)
    {
        if (person.Source != SampleSource.Referral)
            return null;
        for (var tries = 0; tries < 20 && id > 0; tries++)
        {
            var candidate = person.Random.Below(id);
            if (people[candidate].Store == person.Store && people[candidate].Habit != SampleHabit.Lead)
                return candidate;
        }
        return null;
    }

    private static DateOnly Later(SampleRandom random, DateOnly day, DateOnly today) =>
        day.AddDays(random.Between(0, today.DayNumber - day.DayNumber));
}
