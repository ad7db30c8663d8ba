using Changlai.App.Shell.Sample;
using Changlai.Core.Calendars;
using Changlai.Core.Statistics;
using Changlai.Core.Values;

namespace Changlai.App.Tests.Shell.Sample;

public sealed class SampleCustomersTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly SampleBusiness Business = SampleBusiness.Create(1, Today);
    private static readonly ILookup<int, SampleOrder> OrdersOf =
        Business.Orders.Where(order => order.Kind == SampleOrderKind.Order).ToLookup(order => order.CustomerId);

    [Fact]
    public void Phones_are_eleven_digits_of_a_prefix_that_no_carrier_has()
    {
        var phones = Business.Customers.Select(customer => customer.Phone).Concat(Business.Stores.Select(store => store.Phone)).ToList();
        phones.ShouldAllBe(phone => phone.StartsWith("+86154000", StringComparison.Ordinal) && phone.Length == 14 && phone.Skip(1).All(char.IsAsciiDigit));
        phones.Distinct().Count().ShouldBe(phones.Count);
    }

    [Fact]
    public void Member_numbers_are_unique_and_rise_with_the_day_of_joining()
    {
        Business.Customers.Select(customer => customer.Number).Distinct().Count().ShouldBe(3000);
        Business.Customers.Select(customer => customer.CreatedOn).ShouldBeInOrder();
    }

    [Fact]
    public void Names_are_chinese_except_those_of_forty_english_speakers()
    {
        Business.Customers.Count(customer => customer.Language == Language.English).ShouldBe(40);
        foreach (var customer in Business.Customers)
        {
            if (customer.Language == Language.English)
                customer.Name.All(char.IsAscii).ShouldBeTrue(customer.Name);
            else
                (customer.Name.Length is >= 2 and <= 4 && customer.Name.All(letter => letter >= 0x4E00)).ShouldBeTrue(customer.Name);
            customer.Salutation.English.ShouldBe(customer.Gender == SampleGender.Female ? "Ms" : "Mr");
        }
        Business.Customers.Select(customer => customer.Name).Distinct().Count().ShouldBeGreaterThan(1800);
    }

    [Fact]
    public void Owners_work_in_the_customer_s_store_and_introducers_came_before()
    {
        foreach (var customer in Business.Customers)
        {
            if (customer.OwnerId is { } owner)
                Business.Staff[owner].StoreId.ShouldBe(customer.StoreId);
            if (customer.ReferredBy is { } introducer)
                introducer.ShouldBeLessThan(customer.Id);
            customer.CreatedOn.ShouldBeLessThanOrEqualTo(Today);
        }
        Business.Customers.Count(customer => customer.OwnerId is null).ShouldBeInRange(250, 550);
        Business.Customers.Count(customer => customer.ReferredBy is not null).ShouldBeInRange(450, 800);
    }

    [Fact]
    public void A_few_refuse_contact_with_a_day_and_a_reason_and_a_quarter_told_a_wish()
    {
        Business.Customers.Count(customer => customer.DoNotContactReason is not null).ShouldBe(20);
        Business.Customers.ShouldAllBe(customer => (customer.DoNotContactReason == null) == (customer.DoNotContactSince == null));
        Business.Customers.ShouldAllBe(customer => customer.DoNotContactSince == null || (customer.DoNotContactSince >= customer.CreatedOn && customer.DoNotContactSince <= Today));
        Business.Customers.Count(customer => customer.PreferredDays != Weekdays.None).ShouldBeInRange(650, 900);
        Business.Customers.ShouldAllBe(customer => (customer.PreferredDays == Weekdays.None) == (customer.PreferredFrom == null) && !(customer.PreferredFrom >= customer.PreferredTo));
    }

    [Fact]
    public void Four_in_ten_told_their_birthday_a_third_of_them_by_the_lunar_calendar()
    {
        var birthdays = Business.SpecialDates.Where(date => date.Kind == SampleSpecialDateKind.Birthday).ToList();
        birthdays.Count.ShouldBeInRange(1080, 1320);
        birthdays.Select(date => date.CustomerId).Distinct().Count().ShouldBe(birthdays.Count);
        var lunar = birthdays.Where(date => date.Day.Calendar == AnnualCalendar.Lunar).ToList();
        (lunar.Count / (double)birthdays.Count).ShouldBeInRange(0.28, 0.38);
        lunar.Count(date => date.Day.Day == 30).ShouldBeGreaterThan(3);
        lunar.Count(date => date.Day.IsLeapMonth).ShouldBeGreaterThan(3);
        birthdays.Count(date => date.Day.Year is null).ShouldBeInRange(250, 450);
        Business.SpecialDates.ShouldContain(date => date.Kind == SampleSpecialDateKind.Wedding);
        Business.SpecialDates.ShouldAllBe(date => date.Day.NextOnOrAfter(Today) >= Today);
    }

    [Fact]
    public void The_devoted_come_often_the_silent_stopped_months_ago_and_leads_never_bought()
    {
        Share(SampleHabit.Devoted).ShouldBeInRange(0.19, 0.25);
        Share(SampleHabit.Silent).ShouldBeInRange(0.09, 0.15);
        foreach (var customer in Business.Customers)
        {
            var days = OrdersOf[customer.Id].Select(order => order.OrderedOn).ToList();
            var sinceLast = days.Count == 0 ? int.MaxValue : Today.DayNumber - days[^1].DayNumber;
            var asExpected = customer.Habit switch
            {
                SampleHabit.Devoted => days.Count >= 3 && sinceLast <= 90,
                SampleHabit.Regular => days.Count >= 2 && sinceLast <= 150,
                SampleHabit.Occasional => days.Count >= 1,
                SampleHabit.OneTime => days.Count == 1 && sinceLast >= 20,
                SampleHabit.Silent => days.Count >= 1 && sinceLast >= 120,
                SampleHabit.Returning => days.Count >= 3 && sinceLast <= 45 && days.Zip(days.Skip(1), (one, next) => next.DayNumber - one.DayNumber).Max() >= 140,
                SampleHabit.New => days.Count >= 1 && days[0] >= Today.AddDays(-32),
                SampleHabit.Lead => days.Count == 0,
                _ => false,
            };
            asExpected.ShouldBeTrue($"{customer.Habit} {customer.Number}: {days.Count} orders, the last {sinceLast} days ago");
        }
    }

    [Fact]
    public void A_devoted_tea_drinker_s_rhythm_follows_what_was_bought()
    {
        var ratios = new List<double>();
        foreach (var customer in Business.Customers.Where(customer => customer.Habit == SampleHabit.Devoted && !Business.Stores[customer.StoreId].IsSalon))
        {
            var orders = OrdersOf[customer.Id].ToList();
            foreach (var (order, next) in orders.Zip(orders.Skip(1)))
            {
                var usual = Business.OrderLines[order.FirstLine];
                var lasts = usual.Quantity * Business.Products[usual.ProductId].CycleDays!.Value;
                ratios.Add((next.OrderedOn.DayNumber - order.OrderedOn.DayNumber) / (double)lasts);
            }
        }
        double[] sample = [.. ratios];
        Quantiles.Median(sample).ShouldBeInRange(0.9, 1.1);
        Quantiles.At(sample, 0.05).ShouldBeGreaterThan(0.6);
        Quantiles.At(sample, 0.95).ShouldBeLessThan(1.5);
    }

    [Fact]
    public void Every_tier_is_reached_and_most_customers_are_in_the_lowest()
    {
        var tiers = Business.Customers.CountBy(customer => customer.Tier).ToDictionary();
        tiers.Count.ShouldBe(4);
        tiers[SampleTier.Standard].ShouldBeGreaterThan(tiers[SampleTier.Silver]);
        tiers[SampleTier.Diamond].ShouldBeInRange(20, 400);
    }

    private static double Share(SampleHabit habit) => Business.Customers.Count(customer => customer.Habit == habit) / 3000.0;
}
