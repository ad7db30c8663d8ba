using Changlai.Core.Planning;

namespace Changlai.Core.Tests.Planning;

public sealed class LoadBookTests
{
    // Person 0 can do two a day; person 1 one a day, but nothing on day 101.
    private static LoadBook Book() => new(people: 2, firstDay: 100, days: 5, (person, day) => person == 0 ? 2 : day == 101 ? 0 : 1);

    [Fact]
    public void What_is_booked_for_one_day_and_person_weighs_on_no_other()
    {
        var book = Book();
        book.Add(0, 102);

        book.Load(0, 102).ShouldBe(1);
        book.Free(0, 102).ShouldBe(1);
        book.Load(0, 103).ShouldBe(0);
        book.Load(1, 102).ShouldBe(0);
    }

    [Fact]
    public void An_overbooked_day_has_nothing_free_and_is_more_than_full()
    {
        var book = Book();
        book.Add(0, 102, 3);

        book.Free(0, 102).ShouldBe(0);
        book.Fullness(0, 102).ShouldBe(1.5);
    }

    [Fact]
    public void A_day_off_is_full() => (Book().Free(1, 101), Book().Fullness(1, 101)).ShouldBe((0, 1.0));

    [Fact]
    public void What_is_overdue_weighs_on_the_first_day_and_what_lies_beyond_on_the_last()
    {
        var book = Book();
        book.Add(0, 40);
        book.Add(0, 400, 2);

        book.Load(0, 100).ShouldBe(1);
        book.Load(0, 104).ShouldBe(2);
    }

    [Fact]
    public void What_is_freed_can_be_booked_again()
    {
        var book = Book();
        book.Add(1, 100);
        book.Add(1, 100, -1);

        book.Free(1, 100).ShouldBe(1);
    }
}
