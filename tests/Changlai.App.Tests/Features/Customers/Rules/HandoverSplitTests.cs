using Changlai.App.Features.Customers.Rules;
using FsCheck;
using FsCheck.Fluent;

namespace Changlai.App.Tests.Features.Customers.Rules;

public sealed class HandoverSplitTests
{
    private static readonly Gen<(List<HandedCustomer> Customers, List<Receiver> Receivers)> Cases =
        from weights in Gen.Choose(1, 6).ListOf()
        from count in Gen.Choose(1, 5)
        from loads in Gen.Choose(0, 40).ListOf(count)
        from capacities in Gen.Choose(0, 30).ListOf(count)
        select (weights.Select((weight, index) => new HandedCustomer(index + 1, weight)).ToList(),
            loads.Zip(capacities).Select((one, index) => new Receiver(100 + index, one.First, one.Second)).ToList());

    [Fact]
    public void Everybody_goes_to_exactly_one_of_those_chosen_whatever_the_order_they_are_named_in() => Prop.ForAll(Cases.ToArbitrary(), sample =>
    {
        var (customers, receivers) = sample;
        var given = HandoverSplit.Split(customers, receivers);
        given.Keys.Order().ShouldBe(customers.Select(customer => customer.Id).Order());
        given.Values.ShouldAllBe(receiver => receivers.Any(one => one.Id == receiver));
        HandoverSplit.Split(Enumerable.Reverse(customers), [.. Enumerable.Reverse(receivers)]).OrderBy(one => one.Key).ShouldBe(given.OrderBy(one => one.Key));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Whoever_gets_somebody_had_no_more_than_any_other_before_the_last_one_came() => Prop.ForAll(Cases.ToArbitrary(), sample =>
    {
        var (customers, receivers) = sample;
        var given = HandoverSplit.Split(customers, receivers);
        double Share(Receiver one, bool withoutLast)
        {
            var got = customers.Where(customer => given[customer.Id] == one.Id).Select(customer => customer.Weight).ToList();
            return (one.Load + got.Sum() - (withoutLast && got.Count > 0 ? got.Min() : 0)) / (double)Math.Max(1, one.Capacity);
        }
        foreach (var one in receivers.Where(one => given.Values.Contains(one.Id)))
            foreach (var other in receivers) Share(one, true).ShouldBeLessThanOrEqualTo(Share(other, false) + 1e-9);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Who_does_twice_as_much_takes_twice_as_much()
    {
        var given = HandoverSplit.Split(Enumerable.Range(1, 30).Select(id => new HandedCustomer(id, 1)), [new Receiver(1, 0, 20), new Receiver(2, 0, 10)]);
        given.Values.Count(receiver => receiver == 1).ShouldBe(20);
    }
}
