using Changlai.App.Features.Customers.Segments.Query;

namespace Changlai.App.Tests.Features.Customers.Segments;

public sealed class CustomerSetTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Everybody_counts_once_however_often_and_in_whatever_order_they_come(int seed)
    {
        var random = new Random(seed);
        long[] edges = [0, 1, 63, 64, 65_535, 65_536, 131_071, 9_007_199_254_740_991];
        var ids = edges.Concat(Enumerable.Range(0, 20_000).Select(_ => random.NextInt64(random.Next(2) == 0 ? 100_000 : 10_000_000))).ToList();
        var set = new CustomerSet();
        foreach (var id in ids.Concat(ids).OrderBy(_ => random.Next())) set.Add(id);

        set.Count.ShouldBe(ids.Distinct().Count());
    }

    [Fact]
    public void Nobody_counts_nothing() => new CustomerSet().Count.ShouldBe(0);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Both_either_and_one_without_the_other_are_as_of_any_sets(int seed)
    {
        var random = new Random(seed);
        HashSet<long> Some() => [.. Enumerable.Range(0, 5_000).Select(_ => random.NextInt64(random.Next(2) == 0 ? 10_000 : 1_000_000))];
        static CustomerSet Of(HashSet<long> ids)
        {
            var set = new CustomerSet();
            foreach (var id in ids) set.Add(id);
            return set;
        }
        var (one, other) = (Some(), Some());
        long After(Action<CustomerSet, CustomerSet> change)
        {
            var set = Of(one);
            change(set, Of(other));
            return set.Count;
        }

        After((set, with) => set.IntersectWith(with)).ShouldBe(one.Intersect(other).Count());
        After((set, with) => set.UnionWith(with)).ShouldBe(one.Union(other).Count());
        After((set, with) => set.ExceptWith(with)).ShouldBe(one.Except(other).Count());
    }
}
