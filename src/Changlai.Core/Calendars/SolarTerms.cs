namespace Changlai.Core.Calendars;

/// <summary>
/// The solar terms (节气) that the shop keeps, as calendar days in China (UTC+8), from the sun's apparent longitude.
/// </summary>
/// <remarks>
/// Formulas: J. Meeus, <i>Astronomical Algorithms</i>, 2nd ed., chapter 25, with the perturbations by Venus, Jupiter and the
/// Moon of his <i>Astronomical Formulae for Calculators</i>, chapter 18; ΔT by Espenak &amp; Meeus (NASA TP-2006-214141), simplified.
/// Against published instants of 2021 to 2025 the result is up to 5 minutes early. From 2000 to 2100 no term lies so close to
/// midnight in China that this changes its day (冬至 2021 came 51 seconds before midnight and is found 4 minutes before);
/// 冬至 1951, within a minute of it, is not certain.
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
        return mean + centre + Perturbations(ephemerisDay) - 0.00569 - (0.00478 * Math.Sin(node));
    }

    /// <summary>Degrees by which the planets and the Moon shift the sun; t is in centuries from 1900 here.</summary>
    private static double Perturbations(double ephemerisDay)
    {
        var t = (ephemerisDay - 2415020.0) / 36525;
        return (0.00134 * Math.Cos(Radians(153.23 + (22518.7541 * t))))
            + (0.00154 * Math.Cos(Radians(216.57 + (45037.5082 * t))))
            + (0.00200 * Math.Cos(Radians(312.69 + (32964.3577 * t))))
            + (0.00179 * Math.Sin(Radians(350.74 + (445267.1142 * t) - (0.00144 * t * t))))
            + (0.00178 * Math.Sin(Radians(231.19 + (20.20 * t))));
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
