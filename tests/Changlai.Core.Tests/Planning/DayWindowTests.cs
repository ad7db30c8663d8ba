using Changlai.Core.Planning;

namespace Changlai.Core.Tests.Planning;

public sealed class DayWindowTests
{
    [Fact]
    public void A_window_around_a_day_holds_both_of_its_ends()
    {
        var window = DayWindow.Around(100, before: 2, after: 3);

        Enumerable.Range(95, 12).Where(window.Contains).ShouldBe([98, 99, 100, 101, 102, 103]);
    }

    [Fact]
    public void A_window_without_tolerance_is_one_day() => Enumerable.Range(95, 12).Where(DayWindow.Around(100, 0, 0).Contains).ShouldBe([100]);

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, -1)]
    public void A_negative_tolerance_is_refused(int before, int after) =>
        Should.Throw<ArgumentOutOfRangeException>(() => DayWindow.Around(100, before, after));

    [Theory]
    [InlineData(90, 98, 100)]
    [InlineData(99, 99, 100)]
    [InlineData(102, 102, 102)]
    public void What_is_left_begins_today_and_its_ideal_day_is_never_past(int today, int earliest, int ideal) =>
        DayWindow.Around(100, 2, 3).From(today).ShouldBe(new DayWindow(earliest, ideal, 103));

    [Fact]
    public void A_window_is_over_on_the_day_after_its_last()
    {
        var window = DayWindow.Around(100, 2, 3);

        window.From(103).IsOver.ShouldBeFalse();
        window.From(104).IsOver.ShouldBeTrue();
    }
}
