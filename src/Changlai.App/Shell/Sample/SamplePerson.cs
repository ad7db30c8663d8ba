using Changlai.Core.Calendars;
using Changlai.Core.Values;

namespace Changlai.App.Shell.Sample;

/// <summary>A stretch of time in which a customer comes, both ends included.</summary>
internal sealed record SamplePhase(DateOnly From, DateOnly To);

/// <summary>One customer while the sample is being made: who they are and how they live, before they get an id.</summary>
internal sealed class SamplePerson
{
    private static readonly int[] HomeStores = [35, 22, 25, 18];
    private static readonly int[] Habits = [22, 20, 23, 13, 12, 4, 4, 2];
    private static readonly int[] Sources = [45, 21, 13, 12, 9];

    private static readonly (string Days, int From, int To)[] Wishes =
        [("6-7", 10, 12), ("1-5", 18, 20), ("2,4", 14, 17), ("6", 9, 12), ("1-3", 10, 12), ("5-7", 15, 19)];

    private static readonly string[] Refusals =
        ["本人要求不要再来电", "已搬到外地，不再需要联系", "家人代接，请勿打扰", "投诉过营销电话，仅限本人主动联系"];

    private SamplePerson(int index, ulong seed) => (Index, Random) = (index, new SampleRandom(seed, (ulong)index));

    public int Index { get; }
    public SampleRandom Random { get; }
    public required int Store { get; init; }
    public required SampleHabit Habit { get; init; }
    public required SampleGender Gender { get; init; }
    public required int BirthYear { get; init; }
    public required Language Language { get; init; }
    public required string Name { get; init; }
    public required SampleSource Source { get; init; }
    public int? Owner { get; private set; }
    public string District { get; private set; } = "";
    public string? Street { get; private set; }
    public (string Days, int From, int To)? Wish { get; private set; }
    public string? Refusal { get; private set; }
    public IReadOnlyList<SamplePhase> Phases { get; private set; } = [];
    public DateOnly CreatedOn { get; private set; }

    /// <summary>Days between two visits that suit this customer.</summary>
    public int Rhythm { get; private set; }

    public bool IsSalonGuest => Store == 3;

    public static SamplePerson Create(int index, ulong seed, SampleCalendar calendar)
    {
        var draw = new SampleRandom(seed, (ulong)(index + 1_000_000));
        var store = draw.Weighted(HomeStores);
        var gender = draw.Chance(store == 3 ? 0.92 : 0.56) ? SampleGender.Female : SampleGender.Male;
        var age = (int)Math.Clamp(store == 3 ? 36 + (8 * draw.Bell()) : 48 + (12 * draw.Bell()), 20, 84);
        var birthYear = calendar.Today.Year - age;
        // One in 75 is a foreign resident: forty of three thousand, whatever the seed.
        var language = index % 75 == 37 ? Language.English : Language.Chinese;
        var person = new SamplePerson(index, seed)
        {
            Store = store,
            Gender = gender,
            BirthYear = birthYear,
            Language = language,
            Name = language == Language.English ? SampleNames.English(draw, gender) : SampleNames.Chinese(draw, gender, birthYear),
            Habit = (SampleHabit)draw.Weighted(Habits),
            Source = (SampleSource)draw.Weighted(Sources),
        };
        person.Settle(draw);
        person.Live(draw, calendar);
        return person;
    }

    private void Settle(SampleRandom draw)
    {
        var team = SampleShops.Staff.Where(staff => staff.StoreId == Store).ToArray();
        Owner = draw.Chance(0.13) ? null : team[draw.Chance(0.12) ? 0 : draw.Between(1, team.Length - 1)].Id;
        var places = SampleShops.Neighbourhood(Store);
        var place = places[draw.Weighted([6, 2, 2])];
        District = place.District;
        Street = draw.Chance(0.45) ? $"{draw.Pick(place.Streets)} {draw.Between(3, 480)} 号 {draw.Between(1, 28)} 幢 {draw.Between(1, 18)}{draw.Between(1, 4):00} 室" : null;
        Wish = draw.Chance(0.26) ? draw.Pick(Wishes) : null;
        Refusal = Index % 150 == 11 ? Refusals[Index / 150 % Refusals.Length] : null;
    }

    private void Live(SampleRandom draw, SampleCalendar calendar)
    {
        var (from, today) = (calendar.From.AddDays(7), calendar.Today);
        DateOnly Ago(int least, int most) => today.AddDays(-draw.Between(least, most));
        // Nearly half of the steady customers came before the history begins; the others joined on the way.
        DateOnly Joined(int leastDaysAgo) => draw.Chance(0.45)
            ? from.AddDays(draw.Between(0, 40))
            : from.AddDays(draw.Between(0, today.DayNumber - from.DayNumber - leastDaysAgo));
        Rhythm = Habit switch
        {
            SampleHabit.Devoted => draw.Between(22, 42),
            SampleHabit.Occasional => draw.Between(80, 190),
            SampleHabit.Silent or SampleHabit.Returning => draw.Between(25, 60),
            _ => draw.Between(42, 80),
        };
        Phases = Habit switch
        {
            SampleHabit.Devoted or SampleHabit.Regular => [new(Joined(150), today)],
            SampleHabit.Occasional => [new(Joined(60), today)],
            SampleHabit.OneTime => [Once(Ago(20, 700))],
            SampleHabit.Silent => [SilentSince(Ago(120, 480))],
            SampleHabit.Returning => [new(Ago(500, 680), Ago(200, 330)), new(Ago(2, 40), today)],
            SampleHabit.New => [new(Ago(1, 29), today)],
            SampleHabit.Lead => [],
            _ => throw new InvalidOperationException($"Unknown habit {Habit}."),
        };
        var known = Phases.Count == 0 ? Ago(3, 200) : calendar.OpenOnOrBefore(Store, Phases[0].From);
        var longKnown = Phases.Count > 0 && Phases[0].From < from.AddDays(41) && draw.Chance(0.8);
        CreatedOn = known.AddDays(longKnown ? -draw.Between(30, 900) : draw.Chance(0.2) ? -draw.Between(1, 12) : 0);

        SamplePhase Once(DateOnly day) => new(day, day);
        SamplePhase SilentSince(DateOnly last) => new(from.AddDays(draw.Between(0, Math.Max(0, last.DayNumber - from.DayNumber - 100))), last);
    }
}
