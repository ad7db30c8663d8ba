namespace Changlai.Core.Calendars;

/// <summary>
/// The solar terms (节气) that the shop keeps, as calendar days in China (UTC+8), from the sun's apparent longitude.
/// </summary>
/// <remarks>
/// Formulas: J. Meeus, <i>Astronomical Algorithms</i>, 2nd ed., chapter 25 (low accuracy, 0.01°, about 15 minutes) and
/// ΔT by Espenak &amp; Meeus (NASA TP-2006-214141). A term that falls within a quarter of an hour of midnight in China
/// could therefore be a day off.
/// </remarks>
public static class SolarTerms
{
    /// <summary>清明, Tomb-Sweeping Day: the sun at 15°, on 4, 5 or 6 April.</summary>
    /// <param name="year">Gregorian year, 1901 to 2100.</param>
    public static DateOnly Qingming(int year) => DayOf(year, 15, new DateOnly(year, 4, 5));

    /// <summary>冬至, the winter solstice: the sun at 270°, on 21, 22 or 23 December.</summary>
    /// <param name="year">Gregorian year, 1901 to 2100.</param>
    public static DateOnly Dongzhi(int year) => DayOf(year, 270, new DateOnly(year, 12, 22));

    private static DateOnly DayOf(int year, double longitude, DateOnly near)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, LunarDate.MinYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, LunarDate.MaxYear);
        // Julian ephemeris day of noon UT of the day near which the term falls, corrected by the sun's mean motion.
        var moment = near.DayNumber + 1721425.5 + 0.5;
        for (var round = 0; round < 5; round++)
            moment += Wrap(longitude - ApparentLongitude(moment)) / 360 * 365.2422;
        var inChina = moment - (DeltaT(year) / 86400) + (8.0 / 24);
        return DateOnly.FromDayNumber((int)Math.Floor(inChina - 1721425.5));
    }

    /// <summary>Degrees, 0 to 360, at a Julian ephemeris day.</summary>
    private static double ApparentLongitude(double ephemerisDay)
    {
        var t = (ephemerisDay - 2451545.0) / 36525;
        var mean = 280.46646 + (36000.76983 * t) + (0.0003032 * t * t);
        var anomaly = Radians(357.52911 + (35999.05029 * t) - (0.0001537 * t * t));
        var centre = ((1.914602 - (0.004817 * t) - (0.000014 * t * t)) * Math.Sin(anomaly))
            + ((0.019993 - (0.000101 * t)) * Math.Sin(2 * anomaly))
            + (0.000289 * Math.Sin(3 * anomaly));
        var node = Radians(125.04 - (1934.136 * t));
        return mean + centre - 0.00569 - (0.00478 * Math.Sin(node));
    }

    /// <summary>Terrestrial minus universal time in seconds; good to a few seconds within 1901 to 2100.</summary>
    private static double DeltaT(int year) => year switch
    {
        < 1950 => 28,
        < 2000 => 29.07 + ((year - 1950) * 0.7),
        < 2050 => 62.92 + (0.32217 * (year - 2000)) + (0.005589 * (year - 2000) * (year - 2000)),
        _ => -20 + (32 * Math.Pow((year - 1820) / 100.0, 2)) - (0.5628 * (2150 - year)),
    };

    private static double Wrap(double degrees) => degrees - (360 * Math.Round(degrees / 360));

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
