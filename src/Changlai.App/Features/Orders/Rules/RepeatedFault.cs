namespace Changlai.App.Features.Orders.Rules;

/// <summary>So many repairs of one fault within so many days raise the alarm: repaired four times with a smile, the customer is lost all the same.</summary>
/// <param name="Times">Two or more.</param>
/// <param name="Days">The first and the last of them lie less than so many days apart.</param>
public readonly record struct AlarmThreshold(int Times, int Days)
{
    public const int FewestTimes = 2;
    public const int MostTimes = 20;
    public const int FewestDays = 7;
    public const int MostDays = 3650;

    public static readonly AlarmThreshold Usual = new(2, 180);

    public bool IsPossible => Times is >= FewestTimes and <= MostTimes && Days is >= FewestDays and <= MostDays;
}

/// <param name="Fault">Two repairs with the same one were about the same fault.</param>
internal readonly record struct RepairFact(long Id, DateOnly On, string Fault);

/// <summary>The alarm that an asset's repairs raise.</summary>
/// <param name="Since">The first repair that counts.</param>
/// <param name="On">The repair that raised it.</param>
internal readonly record struct RepeatAlarm(string Fault, int Times, DateOnly Since, DateOnly On);

/// <summary>Finds the fault that comes again. Pure: repairs and the threshold in, the alarm and what it rests on out.</summary>
internal static class RepeatedFault
{
    /// <param name="repairs">Of one asset, in any order.</param>
    /// <param name="settledThrough">Repairs up to this id were dealt with; they still count, but only a later one raises the alarm again.</param>
    /// <returns>The latest alarm; null when nothing came again so often.</returns>
    public static RepeatAlarm? Of(IEnumerable<RepairFact> repairs, AlarmThreshold threshold, long settledThrough)
    {
        RepeatAlarm? latest = null;
        var latestId = 0L;
        foreach (var same in repairs.GroupBy(repair => repair.Fault, StringComparer.Ordinal))
        {
            var days = same.OrderBy(repair => repair.On).ThenBy(repair => repair.Id).ToList();
            for (int first = 0, last = 0; last < days.Count; last++)
            {
                while (days[last].On.DayNumber - days[first].On.DayNumber >= threshold.Days) first++;
                var times = last - first + 1;
                if (times < threshold.Times || days[first..(last + 1)].TrueForAll(repair => repair.Id <= settledThrough)) continue;
                if (latest is { } known && (days[last].On, days[last].Id).CompareTo((known.On, latestId)) <= 0) continue;
                (latest, latestId) = (new RepeatAlarm(days[last].Fault, times, days[first].On, days[last].On), days[last].Id);
            }
        }
        return latest;
    }
}
