using Changlai.Core.Calendars;

namespace Changlai.App.Shell.Sample;

/// <summary>Birthdays and weddings that customers have told us.</summary>
internal static class SampleDates
{
    public static IEnumerable<(SampleSpecialDateKind Kind, AnnualDay Day)> Of(SamplePerson person, DateOnly today)
    {
        var random = person.Random;
        if (random.Chance(0.40))
            yield return (SampleSpecialDateKind.Birthday, Birthday(random, person.BirthYear));
        if (today.Year - person.BirthYear < 27)
            yield break;
        var wedding = Math.Min(person.BirthYear + random.Between(23, 31), today.Year - 1);
        if (random.Chance(0.09))
            yield return (SampleSpecialDateKind.Wedding, Gregorian(random, wedding, yearKnown: random.Chance(0.8)));
        if (random.Chance(0.04))
            yield return (SampleSpecialDateKind.SpouseBirthday, Birthday(random, person.BirthYear + random.Between(-4, 4)));
        if (random.Chance(0.05))
            yield return (SampleSpecialDateKind.ChildBirthday, Gregorian(random, Math.Min(wedding + random.Between(1, 6), today.Year - 1), yearKnown: true));
    }

    private static AnnualDay Birthday(SampleRandom random, int year)
    {
        var yearKnown = random.Chance(0.7);
        if (!random.Chance(1 / 3.0))
            return Gregorian(random, year, yearKnown);
        var born = LunarDate.From(AnyDay(random, year));
        // Days 30 and leap months are rare in life but must be seen to work: the next such day instead, now and then.
        if (random.Chance(0.06))
            born = NextAfter(born, lunar => lunar.Day == 30);
        else if (random.Chance(0.05))
            born = NextAfter(born, lunar => lunar.IsLeapMonth);
        return AnnualDay.Lunar(born.Month, born.Day, born.IsLeapMonth, yearKnown ? born.Year : null);
    }

    private static AnnualDay Gregorian(SampleRandom random, int year, bool yearKnown)
    {
        var day = AnyDay(random, year);
        return AnnualDay.Gregorian(day.Month, day.Day, yearKnown ? year : null);
    }

    private static DateOnly AnyDay(SampleRandom random, int year) =>
        new DateOnly(year, 1, 1).AddDays(random.Below(DateTime.IsLeapYear(year) ? 366 : 365));

    private static LunarDate NextAfter(LunarDate date, Func<LunarDate, bool> wanted)
    {
        var day = date.ToDateOnly();
        while (!wanted(LunarDate.From(day)))
            day = day.AddDays(1);
        return LunarDate.From(day);
    }
}
