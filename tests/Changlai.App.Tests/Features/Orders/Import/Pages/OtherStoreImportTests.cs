using System.Text;
using Changlai.App.Tests.Harness;
using static Changlai.App.Tests.Features.Orders.Import.Pages.ImportSite;

namespace Changlai.App.Tests.Features.Orders.Import.Pages;

/// <summary>Order numbers are shared by all stores of a source; a manager changes those of their own store alone.</summary>
public sealed class OtherStoreImportTests
{
    private const string Headings = "OrderNo,CustomerID,CustomerName,ProductCode,Quantity,UnitPrice,OrderDate,Store\n";

    [Theory, OnBothDatabases]
    public async Task A_manager_does_not_change_an_order_of_another_store(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind, "manager");
        await GiveHistoryAsync(site);
        var before = Orders(site);
        await site.SignInAsync("lin");

        var (_, page) = await site.UploadAsync("OrderNo,CustomerID,CustomerName,ProductCode,Quantity,UnitPrice,OrderDate\nB1,c2,Renamed,T9,50,1.00,2024-03-02\nA1,c1,Li,T1,3,120.00,2024-03-01\nN1,c3,Wu,T1,1,120.00,2024-03-05\n");
        State(page).ShouldBe("Waits for you");
        page.QuerySelector("main")!.TextContent.ShouldContain("Order “B1” belongs to another store.");
        Encoding.UTF8.GetString(await site.DownloadAsync("/imports/2/rejects.csv")).ShouldContain("B1,c2,Renamed,T9,50,1.00,2024-03-02,2,order-of-another-store");

        (_, page) = await site.SendAsync(page, "/confirmation");
        State(page).ShouldBe("Done");
        Orders(site).ShouldBe([before[0].Replace("24000", "36000", StringComparison.Ordinal), before[1], "N1 store 1 12000"]);
        using var session = site.Database.OpenSession();
        session.Scalar<string>("SELECT name FROM customer WHERE external_number = 'C2'").ShouldBe("Bai");
        session.Scalar<long>("SELECT count(*) FROM product WHERE code = 'T9'").ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task A_manager_gives_no_order_to_a_customer_of_another_store_who_has_the_same_number(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind, "manager");
        await GiveHistoryAsync(site);
        var before = Orders(site);
        await site.SignInAsync("lin");

        var (_, page) = await site.UploadAsync("OrderNo,CustomerID,CustomerName,ProductCode,Quantity,UnitPrice,OrderDate\nN2,c2,Renamed,T9,1,1.00,2024-03-06\nN3,c3,Wu,T1,1,120.00,2024-03-05\n");
        page.QuerySelector("main")!.TextContent.ShouldContain("Customer “c2” belongs to another store.");
        Encoding.UTF8.GetString(await site.DownloadAsync("/imports/2/rejects.csv")).ShouldContain("N2,c2,Renamed,T9,1,1.00,2024-03-06,2,customer-of-another-store");

        (_, page) = await site.SendAsync(page, "/confirmation");
        State(page).ShouldBe("Done");
        Orders(site).ShouldBe([.. before, "N3 store 1 12000"]);
        using var session = site.Database.OpenSession();
        session.Scalar<string>("SELECT name FROM customer WHERE external_number = 'C2'").ShouldBe("Bai");
        session.Scalar<long>("SELECT count(*) FROM product WHERE code = 'T9'").ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task The_head_office_changes_all_of_them(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind, "head-office");
        await GiveHistoryAsync(site);
        var (_, page) = await site.UploadAsync(Headings + "B1,c2,Bai,T1,50,1.00,2024-03-02,二店\n");
        (_, page) = await site.SendAsync(page, "/confirmation");
        State(page).ShouldBe("Done");
        Orders(site)[1].ShouldBe("B1 store 2 5000");
    }

    private static async Task GiveHistoryAsync(ImportSite site)
    {
        using (var session = site.Database.OpenSession()) session.Execute("UPDATE staff SET role = 'head-office' WHERE sign_in_name = 'other'");
        await site.SignInAsync("other");
        var (_, page) = await site.UploadAsync(Headings + "A1,c1,Li,T1,2,120.00,2024-03-01,一店\nB1,c2,Bai,T1,1,120.00,2024-03-02,二店\n");
        (_, page) = await site.SendAsync(page, "/confirmation");
        State(page).ShouldBe("Done");
    }

    private static List<string> Orders(ImportSite site)
    {
        var orders = new List<string>();
        using var session = site.Database.OpenSession();
        using var rows = session.Read("SELECT external_number, store_id, total_minor FROM customer_order ORDER BY external_number");
        while (rows.Next()) orders.Add($"{rows.Text(0)} store {rows.Long(1)} {rows.Long(2)}");
        return orders;
    }
}
