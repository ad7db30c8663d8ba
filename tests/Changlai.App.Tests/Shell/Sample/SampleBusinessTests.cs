using System.Security.Cryptography;
using System.Text;
using Changlai.App.Shell.Sample;
using Changlai.Core.Calendars;
using Changlai.Core.Values;

namespace Changlai.App.Tests.Shell.Sample;

public sealed class SampleBusinessTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly SampleBusiness Business = SampleBusiness.Create(1, Today);
    private static readonly string OfBusiness = Fingerprint(Business);

    [Fact]
    public void The_same_seed_and_day_give_the_same_business() =>
        Fingerprint(SampleBusiness.Create(1, Today)).ShouldBe(OfBusiness);

    [Fact]
    public void Another_seed_or_day_gives_another_business()
    {
        Fingerprint(SampleBusiness.Create(2, Today)).ShouldNotBe(OfBusiness);
        Fingerprint(SampleBusiness.Create(1, Today.AddDays(1))).ShouldNotBe(OfBusiness);
    }

    [Fact]
    public void The_numbers_stay_the_same_on_every_platform()
    {
        var random = new SampleRandom(1, 0);
        Enumerable.Range(0, 6).Select(_ => random.Below(1000)).ShouldBe([368, 943, 45, 777, 219, 774]);
    }

    [Fact]
    public void It_has_four_stores_fourteen_staff_three_thousand_customers_and_two_years_of_orders()
    {
        Business.Stores.Count.ShouldBe(4);
        Business.Staff.Count.ShouldBe(14);
        Business.Products.Count.ShouldBeInRange(35, 45);
        Business.Customers.Count.ShouldBe(3000);
        Business.Orders.Count.ShouldBeInRange(25_000, 40_000);
        Business.Orders.Min(order => order.OrderedOn).ShouldBeInRange(Today.AddYears(-2), Today.AddYears(-2).AddDays(7));
        Business.Orders.Max(order => order.OrderedOn).ShouldBe(Today);
    }

    [Fact]
    public void Ids_are_positions()
    {
        Business.Stores.Select(store => store.Id).ShouldBe(Enumerable.Range(0, Business.Stores.Count));
        Business.Staff.Select(staff => staff.Id).ShouldBe(Enumerable.Range(0, Business.Staff.Count));
        Business.Products.Select(product => product.Id).ShouldBe(Enumerable.Range(0, Business.Products.Count));
        Business.Customers.Select(customer => customer.Id).ShouldBe(Enumerable.Range(0, Business.Customers.Count));
        Business.SpecialDates.Select(date => date.Id).ShouldBe(Enumerable.Range(0, Business.SpecialDates.Count));
        Business.Orders.Select(order => order.Id).ShouldBe(Enumerable.Range(0, Business.Orders.Count));
        Business.Orders.SelectMany(order => Enumerable.Repeat(order.Id, order.LineCount)).ShouldBe(Business.OrderLines.Select(line => line.OrderId));
    }

    [Theory]
    [InlineData("2026-11-24")]
    [InlineData("2026-12-31")]
    [InlineData("2027-02-06")]
    [InlineData("2027-02-20")]
    [InlineData("2027-08-15")]
    [InlineData("2028-02-29")]
    public void On_any_day_of_the_year_the_orders_are_possible(string today)
    {
        var business = SampleBusiness.Create(7, DateOnly.Parse(today));
        var zone = TimeZoneInfo.FindSystemTimeZoneById(SampleBusiness.TimeZone);
        business.Orders.Count.ShouldBeInRange(25_000, 40_000);
        foreach (var order in business.Orders)
        {
            var (store, staff) = (business.Stores[order.StoreId], business.Staff[order.StaffId]);
            var clock = TimeOnly.FromDateTime(StoreDay.WallClock(order.OrderedAt, zone));
            if (order.OrderedOn > business.Today
                || order.OrderedOn < business.Today.AddYears(-2)
                || StoreDay.On(order.OrderedAt, zone) != order.OrderedOn
                || !store.OpenDays.Contains(order.OrderedOn)
                || store.DaysOff.Contains(order.OrderedOn)
                || clock < store.Opens
                || clock >= store.Closes
                || staff.StoreId != store.Id
                || !staff.WorkingDays.Contains(order.OrderedOn)
                || business.Customers[order.CustomerId].CreatedOn > order.OrderedOn)
            {
                Assert.Fail($"{order} is not possible.");
            }
        }
    }

    [Fact]
    public void No_day_is_a_stampede_and_few_open_days_are_empty()
    {
        foreach (var store in Business.Stores)
        {
            var perDay = Business.Orders.Where(order => order.StoreId == store.Id).CountBy(order => order.OrderedOn).ToDictionary();
            perDay.Values.Max().ShouldBeLessThan(60, store.Code);
            var open = new WorkingDays(store.OpenDays, store.DaysOff.ToHashSet());
            (perDay.Count / (double)open.CountBetween(Today.AddYears(-2), Today)).ShouldBeGreaterThan(0.9, store.Code);
        }
    }

    [Fact]
    public void Order_numbers_are_unique_and_amounts_add_up()
    {
        Business.Orders.Select(order => order.Number).Distinct().Count().ShouldBe(Business.Orders.Count);
        Business.Orders.Where(order => Business.LinesOf(order).Sum(line => line.AmountFen) != order.TotalFen).ShouldBeEmpty();
        Business.Orders.Where(order => !Business.LinesOf(order).Select(line => line.Number).SequenceEqual(Enumerable.Range(1, order.LineCount))).ShouldBeEmpty();
        Business.OrderLines.Where(line => line.AmountFen != (line.Quantity * line.UnitPriceFen) - line.DiscountFen).ShouldBeEmpty();
        Business.OrderLines.Where(line => line.UnitPriceFen != Business.Products[line.ProductId].PriceFen).ShouldBeEmpty();
        Business.OrderLines.Where(line => line.CostFen != line.Quantity * Business.Products[line.ProductId].CostFen).ShouldBeEmpty();
    }

    [Fact]
    public void Two_in_a_hundred_orders_come_back_in_part_within_days()
    {
        var returns = Business.Orders.Where(order => order.Kind == SampleOrderKind.Return).ToList();
        (returns.Count / (double)Business.Orders.Count).ShouldBeInRange(0.01, 0.03);
        foreach (var back in returns)
        {
            var bought = Business.Orders[back.ReturnOf!.Value];
            bought.Kind.ShouldBe(SampleOrderKind.Order);
            (bought.CustomerId, bought.StoreId).ShouldBe((back.CustomerId, back.StoreId));
            (back.OrderedOn.DayNumber - bought.OrderedOn.DayNumber).ShouldBeInRange(1, 12);
            var line = Business.LinesOf(back).ShouldHaveSingleItem();
            line.Quantity.ShouldBeNegative();
            Business.LinesOf(bought).Any(original => original.ProductId == line.ProductId && original.Quantity >= -line.Quantity).ShouldBeTrue();
            back.ReturnReason.ShouldNotBeNullOrEmpty();
        }
        Business.Orders.Except(returns).ShouldAllBe(order => order.ReturnOf == null && order.TotalFen >= 0);
    }

    [Fact]
    public void Each_session_of_a_course_was_paid_before_and_none_too_many_are_used()
    {
        var left = new Dictionary<(int Customer, int Course), int>();
        foreach (var order in Business.Orders.Where(order => order.Kind == SampleOrderKind.Order))
        {
            foreach (var line in Business.LinesOf(order))
            {
                var product = Business.Products[line.ProductId];
                if (product.Kind == SampleProductKind.Course)
                    left[(order.CustomerId, product.Id)] = left.GetValueOrDefault((order.CustomerId, product.Id)) + (line.Quantity * product.Sessions);
                if (product.Kind == SampleProductKind.CourseSession)
                    (left[(order.CustomerId, product.CourseId!.Value)] -= line.Quantity).ShouldBeGreaterThanOrEqualTo(0);
            }
        }
        left.Count.ShouldBeGreaterThan(200);
    }

    [Fact]
    public void Every_weekday_on_which_a_store_is_open_somebody_works_there_and_one_store_rests_a_day()
    {
        foreach (var store in Business.Stores)
        {
            var team = Business.Staff.Where(staff => staff.StoreId == store.Id).ToList();
            team.Count(staff => staff.Role == SampleRole.Manager).ShouldBe(1);
            foreach (var day in Enum.GetValues<DayOfWeek>().Where(store.OpenDays.Contains))
                team.ShouldContain(staff => staff.WorkingDays.Contains(day));
        }
        Business.Stores.Count(store => store.OpenDays.Count == 6).ShouldBe(1);
        Business.Staff.Count(staff => staff.Role == SampleRole.HeadOffice).ShouldBe(1);
        Business.Staff.Select(staff => staff.SignIn).Distinct().Count().ShouldBe(14);
        Business.Staff.ShouldAllBe(staff => staff.DailyCapacity >= 15 && staff.DailyCapacity <= 30);
    }

    [Fact]
    public void Products_that_are_used_up_say_how_long_they_last()
    {
        Business.Products.Count(product => product.CycleDays > 0).ShouldBeGreaterThan(20);
        Business.Products.ShouldAllBe(product => product.CostFen > 0 && (product.PriceFen > product.CostFen || product.Kind == SampleProductKind.CourseSession));
        foreach (var session in Business.Products.Where(product => product.Kind == SampleProductKind.CourseSession))
        {
            var course = Business.Products[session.CourseId!.Value];
            course.Kind.ShouldBe(SampleProductKind.Course);
            course.CycleDays.ShouldBe(course.Sessions * course.SessionEveryDays);
        }
        Business.Products.Where(product => product.Kind != SampleProductKind.CourseSession).ShouldAllBe(product => product.CourseId == null);
    }

    internal static string Fingerprint(SampleBusiness business)
    {
        var text = new StringBuilder();
        foreach (var item in business.Customers)
            text.Append(item).Append('\n');
        foreach (var item in business.SpecialDates)
            text.Append(item).Append('\n');
        foreach (var item in business.Orders)
            text.Append(item).Append('\n');
        foreach (var item in business.OrderLines)
            text.Append(item).Append('\n');
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
