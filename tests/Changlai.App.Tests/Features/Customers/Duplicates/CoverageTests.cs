using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace Changlai.App.Tests.Features.Customers.Duplicates;

/// <summary>Every table that keeps something of customers is known to a merge.</summary>
public sealed class CoverageTests
{
    [Theory, OnBothDatabases]
    public async Task Every_table_with_a_customer_belongs_to_exactly_one_owner(DatabaseKind kind)
    {
        await using var test = await TestDatabase.CreateAsync(kind);
        using var database = new Database(test.Connection);
        using var session = database.OpenSession();
        var tables = TablesWithCustomers(session);
        tables.ShouldContain("customer_order");
        Uncovered(tables).ShouldBeEmpty("a table with customer_id that no ICustomerRows names is lost when two customers are merged");
        Registered().GroupBy(table => table.Name).Where(group => group.Count() > 1).Select(group => group.Key).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task Every_named_table_and_column_is_there(DatabaseKind kind)
    {
        await using var test = await TestDatabase.CreateAsync(kind);
        using var database = new Database(test.Connection);
        using var session = database.OpenSession();
        foreach (var table in Registered())
        {
            var columns = new App.Features.Customers.Duplicates.TableColumns(session).Of(table.Name);
            columns.ShouldNotBeEmpty(table.Name);
            if (table.Fate == RowFate.Apart) table.Why.ShouldNotBeNullOrEmpty(table.Name);
            else if (table.IsWatched) table.Key.Concat(table.Derived).Concat(table.Watched ?? []).Concat(table.WatchedWhere is { } where ? [where] : []).Except(columns).ShouldBeEmpty(table.Name);
        }
    }

    [Fact]
    public void A_table_that_nobody_names_is_found() => Uncovered(["customer_order", "visit"]).ShouldBe(["visit"]);

    [Fact]
    public void The_tests_merge_with_all_owners_that_the_program_has() =>
        MergingShop.Owners.Select(owner => owner.GetType()).ShouldBe(Owners().Select(owner => owner.GetType()));

    private static List<string> Uncovered(IEnumerable<string> tables) => [.. tables.Except(Registered().Select(table => table.Name))];

    private static List<CustomerTable> Registered() => [.. Owners().SelectMany(owner => owner.Tables)];

    private static List<ICustomerRows> Owners()
    {
        var services = new ServiceCollection();
        App.Features.Customers.CustomersFeature.AddCustomers(services);
        App.Features.Orders.OrdersFeature.AddOrders(services);
        App.Features.Complaints.ComplaintsFeature.AddComplaints(services);
        App.Features.FollowUps.FollowUpsFeature.AddFollowUps(services);
        return [.. services.Where(service => service.ServiceType == typeof(ICustomerRows)).Select(service => (ICustomerRows)Activator.CreateInstance(service.ImplementationType!)!)];
    }

    private static List<string> TablesWithCustomers(DatabaseSession session)
    {
        var columns = new App.Features.Customers.Duplicates.TableColumns(session);
        return [.. Catalog.Tables(session).Where(table => columns.Of(table).Contains("customer_id") || table == "customer_find")];
    }
}
