using Changlai.Core.Calendars;

namespace Changlai.App.Shell.Sample;

/// <summary>When the shops are open, and when people buy more than usual.</summary>
internal sealed class SampleCalendar
{
    private readonly DateOnly[] _springFestivals;
    private readonly DateOnly[] _giftFestivals;
    private readonly WorkingDays[] _openDays;

    public SampleCalendar(DateOnly today)
    {
        Today = today;
        From = today.AddYears(-SampleBusiness.YearsOfHistory);
        _springFestivals = Days("spring-festival");
        _giftFestivals = [.. _springFestivals, .. Days("mid-autumn"), .. Days("dragon-boat")];
        DaysOff = [.. _springFestivals.SelectMany(day => Enumerable.Range(-1, 4).Select(day.AddDays))];
        Stores = SampleShops.Stores(DaysOff);
        _openDays = [.. Stores.Select(store => new WorkingDays(store.OpenDays, DaysOff.ToHashSet()))];
    }

    public DateOnly Today { get; }

    /// <summary>The first day of the history.</summary>
    public DateOnly From { get; }

    /// <summary>New Year's Eve and the first three days of each lunar year: everyone is at home.</summary>
    public IReadOnlyList<DateOnly> DaysOff { get; }

    public IReadOnlyList<SampleStore> Stores { get; }

    public bool IsOpen(int store, DateOnly day) => _openDays[store].Contains(day);

    public DateOnly OpenOnOrAfter(int store, DateOnly day) => _openDays[store].NextOnOrAfter(day)!.Value;

    public DateOnly OpenOnOrBefore(int store, DateOnly day) => _openDays[store].LastOnOrBefore(day)!.Value;

    /// <summary>1 in an ordinary week, more before festivals, less in high summer.</summary>
    public double Appetite(DateOnly day) => IsGiftSeason(day) ? 1.25 : day.Month is 7 or 8 ? 0.85 : 1.0;

    /// <summary>The three weeks before a festival at which families visit each other.</summary>
    public bool IsGiftSeason(DateOnly day)
    {
        foreach (var festival in _giftFestivals)
        {
            if ((festival.DayNumber - day.DayNumber) is > 0 and <= 21)
                return true;
        }
        return false;
    }

    private DateOnly[] Days(string festival) =>
        [.. Enumerable.Range(From.Year, SampleBusiness.YearsOfHistory + 3).Select(year => Festivals.On(festival, year))];
}
