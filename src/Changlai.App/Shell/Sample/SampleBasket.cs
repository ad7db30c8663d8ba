namespace Changlai.App.Shell.Sample;

/// <summary>What goes into one visit's order, and how long it will last.</summary>
internal sealed class SampleBasket(SamplePerson person, SampleCalendar calendar)
{
    private static readonly string[] Teas =
    [
        "T101", "T102", "T103", "T201", "T202", "T203", "T301", "T302", "T303", "T401", "T402", "T403",
        "T501", "T502", "T503", "T504", "T505", "T506", "T507", "T508", "T509",
    ];

    private static readonly int[] TeaPopularity = [9, 4, 6, 4, 6, 6, 4, 4, 7, 6, 5, 6, 6, 8, 7, 5, 7, 5, 3, 5, 4];
    private static readonly string[] Ware = ["A101", "A102", "A103", "A104", "A105"];
    private static readonly string[] Gifts = ["G101", "G102"];
    private static readonly string[] Courses = ["S101", "S102", "S103", "S104"];
    private static readonly string[] Treatments = ["S201", "S202", "S203", "S204"];
    private static readonly string[] HomeCare = ["H101", "H102"];

    private readonly SampleRandom _random = person.Random;
    private readonly List<(SampleProduct Product, int Quantity)> _lines = [];
    private SampleProduct? _usual;
    private SampleProduct? _alsoLiked;
    private double _useRate;
    private bool _takesCourses;
    private SampleProduct? _course;
    private int _sessionsLeft;

    /// <summary>The order of one visit.</summary>
    public IReadOnlyList<(SampleProduct Product, int Quantity)> Lines => _lines;

    /// <summary>Fills the basket for a visit and returns the days until the customer will want to come again.</summary>
    public int Fill(DateOnly day)
    {
        _lines.Clear();
        if (_usual is null)
            ChooseHabits();
        var days = person.IsSalonGuest ? FillAtSalon() : FillAtTeaShop(day);
        // The faithful come a little before the end, others when they notice; festivals hurry everyone, summer slows.
        var spread = person.Habit == SampleHabit.Devoted ? 0.07 : 0.16;
        var late = person.Habit == SampleHabit.Occasional ? person.Rhythm * _random.Between(0.2, 1.3) : 0;
        return Math.Max(2, (int)Math.Round((days * (1 + (spread * _random.Bell())) / calendar.Appetite(day)) + late));
    }

    private void ChooseHabits()
    {
        _useRate = _random.Between(0.85, 1.18);
        _takesCourses = person.IsSalonGuest && _random.Chance(person.Habit switch
        {
            SampleHabit.Devoted => 0.7,
            SampleHabit.Regular or SampleHabit.Silent or SampleHabit.Returning => 0.45,
            SampleHabit.New => 0.4,
            _ => 0,
        });
        _usual = person.IsSalonGuest ? Choose(_takesCourses ? Courses : Treatments) : ChooseTea();
        _alsoLiked = person.IsSalonGuest ? Choose(HomeCare) : ChooseTea();
    }

    // Enough of the usual tea for the customer's rhythm; it lasts as long as its cycle says, faster or slower by person.
    private double FillAtTeaShop(DateOnly day)
    {
        var wanted = person.Habit is SampleHabit.Occasional or SampleHabit.OneTime ? 40 : person.Rhythm;
        var quantity = UnitsFor(_usual!, wanted);
        Add(_usual!, quantity);
        var lasts = quantity * _usual!.CycleDays!.Value * _useRate;
        if (_alsoLiked != _usual && _random.Chance(0.42))
            Add(_alsoLiked!, UnitsFor(_alsoLiked!, lasts));
        if (_random.Chance(0.12) && ChooseTea() is var another && another != _usual && another != _alsoLiked)
            Add(another, 1);
        if (_random.Chance(0.06))
            Add(Choose(Ware), 1);
        if (calendar.IsGiftSeason(day) && _random.Chance(0.22))
            Add(Choose(Gifts), _random.Weighted([0, 6, 3, 1]));
        return lasts;
    }

    private double FillAtSalon()
    {
        double next;
        if (_takesCourses)
        {
            if (_sessionsLeft == 0)
            {
                _course = _random.Chance(0.75) ? _usual! : Choose(Courses);
                _sessionsLeft = _course.Sessions;
                Add(_course, 1);
            }
            Add(SampleCatalogue.Products.First(product => product.CourseId == _course!.Id), 1);
            next = _course!.SessionEveryDays + (--_sessionsLeft == 0 ? PauseAfterCourse() : 0);
        }
        else
        {
            Add(_usual!, 1);
            if (_random.Chance(0.12) && Choose(Treatments) is var extra && extra != _usual)
                Add(extra, 1);
            next = person.Habit == SampleHabit.Devoted ? _usual!.CycleDays!.Value * _useRate : person.Rhythm;
        }
        if (_random.Chance(0.14))
            Add(_alsoLiked!, 1);
        return next;
    }

    private int PauseAfterCourse() => person.Habit == SampleHabit.Devoted ? _random.Between(0, 15) : _random.Between(20, 60);

    private int UnitsFor(SampleProduct product, double days) =>
        Math.Clamp((int)Math.Round(days / (product.CycleDays!.Value * _useRate)), 1, 4);

    private SampleProduct ChooseTea() => SampleCatalogue.ByCode(Teas[_random.Weighted(TeaPopularity)]);

    private SampleProduct Choose(string[] codes) => SampleCatalogue.ByCode(_random.Pick(codes));

    private void Add(SampleProduct product, int quantity) => _lines.Add((product, quantity));
}
