using Changlai.Core.Calendars;

namespace Changlai.App.Features.Platform.Contracts;

/// <summary>The calendar day of the business: that of its first store, whatever the server's clock zone.</summary>
public static class BusinessDay
{
    public const string DefaultTimeZone = "Asia/Shanghai";
    public const string DefaultCurrency = "CNY";

    public static DateOnly Today(DatabaseSession session, TimeProvider time) => StoreDay.On(time.GetUtcNow(), Zone(session));

    /// <summary>Where the days of the business begin.</summary>
    public static TimeZoneInfo Zone(DatabaseSession session) =>
        TimeZoneInfo.FindSystemTimeZoneById(session.Scalar<string>("SELECT time_zone FROM store ORDER BY id LIMIT 1") ?? DefaultTimeZone);
}
