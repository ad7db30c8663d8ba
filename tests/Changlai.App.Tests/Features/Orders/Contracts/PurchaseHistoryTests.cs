using Changlai.App.Features.Orders.Contracts;

namespace Changlai.App.Tests.Features.Orders.Contracts;

public sealed class PurchaseHistoryTests
{
    [Fact]
    public void Two_orders_of_one_day_are_two_orders_and_one_purchase()
    {
        var history = Of(Order(1, on: 1000), Order(2, on: 1000), Order(3, on: 1030));

        (history.Orders, history.PurchaseDays, history.Rhythm!.Value.Basis).ShouldBe((3, 2, RhythmBasis.None));
    }

    [Fact]
    public void An_order_that_came_back_whole_was_no_purchase()
    {
        var history = Of(Order(1, on: 1000, total: 500), Order(2, on: 1030, total: 300), Return(3, on: 1035, total: 300, of: 2));

        history.Purchases.Select(order => order.Id).ShouldBe([1]);
        history.Rhythm!.Value.LastOn.ShouldBe(1000);
        history.CameBackWhole(2).ShouldBeTrue();
    }

    [Fact]
    public void An_order_that_came_back_in_two_parcels_came_back_whole() =>
        Of(Order(1, on: 1000, total: 500), Return(2, on: 1001, total: 200, of: 1), Return(3, on: 1002, total: 300, of: 1)).Rhythm.ShouldBeNull();

    [Fact]
    public void What_came_back_in_part_stays_a_purchase_but_takes_its_margin_along()
    {
        var history = Of(Order(1, on: 1000, total: 500), Return(2, on: 1001, total: 200, of: 1));

        (history.PurchaseDays, history.TotalMinor, history.MarginMinor).ShouldBe((1, 300, 150));
    }

    [Fact]
    public void A_return_before_its_day_leaves_the_order_a_purchase() =>
        Of(Order(1, on: 1000, total: 500)).Rhythm!.Value.Purchases.ShouldBe(1);

    [Fact]
    public void A_session_that_cost_nothing_is_an_order_but_no_purchase()
    {
        var history = Of(Order(1, on: 1000), Order(2, on: 1007, total: 0), Order(3, on: 1014, total: 0));

        (history.Orders, history.PurchaseDays, history.Rhythm!.Value.LastOn).ShouldBe((3, 1, 1000));
    }

    [Fact]
    public void Who_only_ever_returned_things_never_bought() => Of(Return(1, on: 1000, total: 300, of: 0)).Rhythm.ShouldBeNull();

    [Fact]
    public void The_supply_is_that_of_the_last_purchase() =>
        Of(Order(1, on: 1000, supply: 30), Order(2, on: 1010, supply: 60)).Rhythm!.Value.NextPurchaseOn.ShouldBe(1070);

    [Fact]
    public void Orders_added_in_any_order_make_the_same_history() =>
        Of(Order(3, on: 1060), Order(1, on: 1000), Order(2, on: 1030)).Rhythm.ShouldBe(Of(Order(1, on: 1000), Order(2, on: 1030), Order(3, on: 1060)).Rhythm);

    private static OrderFact Order(long id, int on, long total = 1000, int supply = 0) => new(id, on, total, total / 2, supply, IsReturn: false, 0);

    private static OrderFact Return(long id, int on, long total, long of) => new(id, on, -total, -total / 2, 0, IsReturn: true, of);

    private static PurchaseHistory Of(params OrderFact[] facts)
    {
        var history = new PurchaseHistory();
        foreach (var fact in facts) history.Add(fact);
        history.Build();
        return history;
    }
}
