using Changlai.Core.Calendars;
using Changlai.Core.Values;

namespace Changlai.App.Shell.Sample;

/// <summary>
/// A made-up health-tea distributor with three shops and a beauty salon, with two years of orders up to a given day.
/// Every id is the position in its list, so whoever stores the business can turn ids into keys by adding a number.
/// Amounts are in fen (CNY minor units); days are days in <see cref="TimeZone"/>.
/// </summary>
internal sealed record SampleBusiness(
    ulong Seed,
    DateOnly Today,
    Text Name,
    IReadOnlyList<SampleStore> Stores,
    IReadOnlyList<SampleStaff> Staff,
    IReadOnlyList<SampleProduct> Products,
    IReadOnlyList<SampleCustomer> Customers,
    IReadOnlyList<SampleSpecialDate> SpecialDates,
    IReadOnlyList<SampleOrder> Orders,
    IReadOnlyList<SampleOrderLine> OrderLines)
{
    public const string TimeZone = "Asia/Shanghai";
    public const string Currency = "CNY";
    public const int CustomerCount = 3000;
    public const int YearsOfHistory = 2;

    /// <summary>The same seed and day always give the same business.</summary>
    public static SampleBusiness Create(ulong seed, DateOnly today) => SampleGenerator.Create(seed, today);

    public IEnumerable<SampleOrderLine> LinesOf(SampleOrder order) =>
        Enumerable.Range(order.FirstLine, order.LineCount).Select(line => OrderLines[line]);
}

/// <param name="Code">Leads the store's order numbers.</param>
/// <param name="DaysOff">Days within the history and the year ahead on which the shop is shut besides its weekly day.</param>
internal sealed record SampleStore(
    int Id, string Code, Text Name, string Province, string City, string District, string Street, string Phone,
    Weekdays OpenDays, TimeOnly Opens, TimeOnly Closes, bool IsSalon, IReadOnlyList<DateOnly> DaysOff);

internal enum SampleRole
{
    HeadOffice,
    Manager,
    Staff,
}

/// <param name="StoreId">Null for head office.</param>
/// <param name="DailyCapacity">Contacts a day.</param>
internal sealed record SampleStaff(
    int Id, string SignIn, string Name, SampleRole Role, int? StoreId, Weekdays WorkingDays, int DailyCapacity);

internal enum SampleProductKind
{
    Goods,

    /// <summary>So many sessions paid at once.</summary>
    Course,

    /// <summary>One session of a course, free of charge when it is used.</summary>
    CourseSession,

    /// <summary>A single paid treatment.</summary>
    Treatment,
}

/// <param name="CycleDays">Days that one unit lasts; null for what is not bought again.</param>
/// <param name="Sessions">Sessions in a course, else 0.</param>
/// <param name="SessionEveryDays">Days between two sessions of a course, else 0.</param>
/// <param name="CourseId">For a course's session: the product that is the course.</param>
internal sealed record SampleProduct(
    int Id, string Code, Text Name, Text Category, Text Unit, SampleProductKind Kind, long PriceFen, long CostFen,
    int? CycleDays, int Sessions, int SessionEveryDays, int? CourseId);

internal enum SampleGender
{
    Female,
    Male,
}

internal enum SampleSource
{
    WalkIn,
    Referral,
    Advertising,
    OwnDevelopment,
    Web,
}

internal enum SampleTier
{
    Standard,
    Silver,
    Gold,
    Diamond,
}

/// <summary>How a customer buys. Known to the generator only: a real shop would have to find out.</summary>
internal enum SampleHabit
{
    Devoted,
    Regular,
    Occasional,
    OneTime,
    Silent,
    Returning,
    New,
    Lead,
}

/// <param name="Number">Member number, unique.</param>
/// <param name="Phone">E.164, unique, from a range that rings nobody: see <see cref="SamplePhones"/>.</param>
/// <param name="Street">Null when not asked yet.</param>
/// <param name="OwnerId">Staff member; null when the customer belongs to the company.</param>
/// <param name="ReferredBy">The customer who brought this one.</param>
/// <param name="PreferredDays">Days on which the customer likes to be called; none means no wish was told.</param>
/// <param name="DoNotContactReason">Set together with its day.</param>
internal sealed record SampleCustomer(
    int Id, string Number, string Name, SampleGender Gender, Text Salutation, Language Language, string Phone, string? Email,
    string Province, string City, string District, string? Street, SampleSource Source, int? ReferredBy, SampleTier Tier,
    int StoreId, int? OwnerId, Weekdays PreferredDays, TimeOnly? PreferredFrom, TimeOnly? PreferredTo,
    DateOnly? DoNotContactSince, string? DoNotContactReason, DateOnly CreatedOn, SampleHabit Habit)
{
    /// <summary>Asked, but has not bought yet.</summary>
    public bool IsLead => Habit == SampleHabit.Lead;
}

internal enum SampleSpecialDateKind
{
    Birthday,
    Wedding,
    SpouseBirthday,
    ChildBirthday,
}

internal sealed record SampleSpecialDate(int Id, int CustomerId, SampleSpecialDateKind Kind, AnnualDay Day);

internal enum SampleOrderKind
{
    Order,
    Return,
}

/// <param name="ReturnOf">The order whose goods came back; null unless this is a return.</param>
/// <param name="TotalFen">Sum of the lines; negative for a return.</param>
/// <param name="FirstLine">Position of the first line in <see cref="SampleBusiness.OrderLines"/>.</param>
internal sealed record SampleOrder(
    int Id, string Number, int CustomerId, int StoreId, int StaffId, SampleOrderKind Kind, int? ReturnOf, string? ReturnReason,
    DateOnly OrderedOn, DateTimeOffset OrderedAt, long TotalFen, int FirstLine, int LineCount);

/// <param name="Number">1, 2 … within the order.</param>
/// <param name="Quantity">Negative in a return.</param>
/// <param name="AmountFen">Quantity × unit price − discount.</param>
/// <param name="CostFen">Quantity × unit cost.</param>
internal sealed record SampleOrderLine(
    int OrderId, int Number, int ProductId, int Quantity, long UnitPriceFen, long DiscountFen, long AmountFen, long CostFen);
