namespace Changlai.Core.Planning;

/// <summary>
/// How much each person has to do on each day of a stretch, and how much each can do. Days outside the stretch are the nearest
/// day inside it, so that what is overdue weighs on the first day.
/// </summary>
public sealed class LoadBook
{
    private readonly int firstDay;
    private readonly int days;
    private readonly int[] load;
    private readonly int[] capacity;

    /// <param name="people">Number of people, 0 or more.</param>
    /// <param name="firstDay">Day number of the first day.</param>
    /// <param name="days">Number of days, 1 or more.</param>
    /// <param name="capacityOf">What a person can do on a day: 0 on a day off.</param>
    public LoadBook(int people, int firstDay, int days, Func<int, int, int> capacityOf)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(people);
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        this.firstDay = firstDay;
        this.days = days;
        load = new int[people * days];
        capacity = new int[people * days];
        for (var person = 0; person < people; person++)
            for (var day = 0; day < days; day++)
                capacity[person * days + day] = capacityOf(person, firstDay + day);
    }

    /// <summary>What is booked for a person on a day.</summary>
    public int Load(int person, int day) => load[Slot(person, day)];

    /// <summary>What a person can do on a day.</summary>
    public int Capacity(int person, int day) => capacity[Slot(person, day)];

    /// <summary>What a person can still take on a day; 0 when overbooked.</summary>
    public int Free(int person, int day)
    {
        var slot = Slot(person, day);
        return Math.Max(0, capacity[slot] - load[slot]);
    }

    /// <summary>How full a day is: 0 empty, 1 full; 1 on a day off.</summary>
    public double Fullness(int person, int day)
    {
        var slot = Slot(person, day);
        return capacity[slot] == 0 ? 1 : (double)load[slot] / capacity[slot];
    }

    /// <summary>Books (or, with a negative number, frees) work; the book accepts more than the capacity, since what is already promised stands.</summary>
    public void Add(int person, int day, int count = 1) => load[Slot(person, day)] += count;

    private int Slot(int person, int day) => person * days + Math.Clamp(day - firstDay, 0, days - 1);
}
