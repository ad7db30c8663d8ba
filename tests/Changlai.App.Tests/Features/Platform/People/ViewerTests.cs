using System.Security.Claims;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Tests.Harness;

namespace Changlai.App.Tests.Features.Platform.People;

/// <summary>How far somebody sees, as a condition and as their session carries it.</summary>
public sealed class ViewerTests
{
    private static readonly Viewer TwoStores = new(7, "沈", StaffRole.Manager, 2) { FurtherStores = [3] };

    [Fact]
    public void A_scope_is_a_condition_with_one_value_and_several_stores_are_a_list()
    {
        (CustomerScope.All.Where("c"), CustomerScope.All.And("c"), CustomerScope.All.Value).ShouldBe(("true", "", null));
        (CustomerScope.OfStores(4).And("c"), CustomerScope.OfStores(4).Value).ShouldBe((" AND c.store_id = @scope", 4));
        (CustomerScope.OfStores(9, 4, 9).Where("x"), CustomerScope.OfStores(9, 4).Value).ShouldBe(("x.store_id IN (4, 9)", null));
        (CustomerScope.OfOwner(7).Where("c"), CustomerScope.OfOwner(7).Value).ShouldBe(("c.owner_id = @scope", 7));
    }

    [Fact]
    public void Of_no_store_at_all_is_nobody()
    {
        CustomerScope.OfStores([]).IsAll.ShouldBeFalse();
        CustomerScope.OfStores([]).Includes(1, 1).ShouldBeFalse();
        new Viewer(7, "沈", StaffRole.Manager, null).Scope.IsAll.ShouldBeFalse();
    }

    [Fact]
    public void Scopes_of_the_same_customers_are_equal_and_others_are_not()
    {
        CustomerScope.OfStores(3, 2).ShouldBe(CustomerScope.OfStores(2, 3));
        CustomerScope.OfStores(2).ShouldNotBe(CustomerScope.OfOwner(2));
        CustomerScope.OfStores(2).ShouldNotBe(CustomerScope.All);
    }

    [Theory]
    [InlineData("staff", 1L, "stores")]
    [InlineData("manager", 1L, "stores")]
    [InlineData("head-office", 1L, "all")]
    [InlineData("admin", null, "all")]
    [InlineData("auditor", null, "all")]
    [InlineData("auditor", 1L, "stores")]
    [InlineData("anything else", null, "stores")]
    public void Where_nothing_else_was_said_the_role_says_how_far_somebody_sees(string role, long? store, string reach) =>
        new Viewer(7, "沈", StaffRoles.Parse(role), store).Reach.Code().ShouldBe(reach);

    [Fact]
    public void An_unknown_reach_is_the_one_that_shows_least() => Reaches.Parse("everything").ShouldBe(Reach.Own);

    [Fact]
    public void An_address_chooses_among_the_stores_one_has_to_do_with_and_widens_nothing()
    {
        TwoStores.ScopeIn(3).ShouldBe(CustomerScope.OfStores(3));
        TwoStores.ScopeIn(1).ShouldBe(CustomerScope.OfStores(2, 3));
        new Viewer(7, "沈", StaffRole.Manager, 2).ScopeIn(1).ShouldBe(CustomerScope.OfStores(2));
        (TwoStores with { Reach = Reach.Own }).ScopeIn(3).ShouldBe(CustomerScope.OfOwner(7));
        new Viewer(7, "顾", StaffRole.HeadOffice, null).ScopeIn(1).ShouldBe(CustomerScope.OfStores(1));
    }

    [Fact]
    public void A_session_carries_all_that_says_what_somebody_sees()
    {
        foreach (var viewer in (Viewer[])[TwoStores, TwoStores with { Reach = Reach.Own }, new(8, "顾", StaffRole.HeadOffice, null) { Reach = Reach.All }])
        {
            var read = Viewer.Of(new ClaimsPrincipal(new ClaimsIdentity(viewer.Claims, "test")));
            (read.StaffId, read.Name, read.Role, read.StoreId, read.Scope, read.InStores).ShouldBe((viewer.StaffId, viewer.Name, viewer.Role, viewer.StoreId, viewer.Scope, viewer.InStores));
        }
    }

    [Theory, OnBothDatabases]
    public async Task Somebody_is_read_with_their_stores_until_they_work_here_no_more(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, "2026-03-02");
        var (second, third) = (shop.AddStore("二店"), shop.AddStore("三店"));
        var id = shop.AddStaff("沈", 10, store: second);
        shop.Session.Execute("UPDATE staff SET sign_in_name = 'shen' WHERE id = @id", ("id", id));
        Viewers.Named(shop.Session, " SHEN ")!.Scope.ShouldBe(CustomerScope.OfStores(second));

        shop.Session.Execute("INSERT INTO staff_store (staff_id, store_id) VALUES (@id, @store)", ("id", id), ("store", third));
        Viewers.Find(shop.Session, id)!.Scope.ShouldBe(CustomerScope.OfStores(second, third));
        shop.Session.Execute("UPDATE staff SET scope = 'own' WHERE id = @id", ("id", id));
        Viewers.Find(shop.Session, id)!.Scope.ShouldBe(CustomerScope.OfOwner(id));
        Should.Throw<System.Data.Common.DbException>(() => shop.Session.Execute("UPDATE staff SET scope = 'everything' WHERE id = @id", ("id", id)));

        shop.Session.Execute("UPDATE staff SET active = @no WHERE id = @id", ("no", false), ("id", id));
        Viewers.Find(shop.Session, id).ShouldBeNull();
        Viewers.Named(shop.Session, "shen").ShouldBeNull();
    }
}
