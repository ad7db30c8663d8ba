using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Features.Platform.Imports.Runs;
using Changlai.App.Tests.Harness;
using Changlai.Core.Values;

namespace Changlai.App.Tests.Features.Platform.Imports;

public sealed class ImportUndoTests
{
    private const string OrderHeadings = "OrderNo,CustomerID,Name,Phone,ProductCode,Description,Quantity,UnitPrice,OrderDate,Store,Staff\n";

    private const string Before = OrderHeadings + """
        A1,c1,王芳,13800000001,T1,普洱茶,2,120.00,2026-11-01,一店,小陈
        A2,c2,李雷,13800000002,T2,杯子,1,30.00,2026-11-02,一店,小陈
        A3,c1,王芳,13800000001,T1,普洱茶,-1,120.00,2026-11-05,一店,小陈

        """;

    /// <summary>A corrected order, one that became a return as well, a corrected name, new orders of known customers, and all that is new.</summary>
    private const string Further = OrderHeadings + """
        A1,c1,王小芳,13800000001,T1,普洱茶,3,110.00,2026-11-01,一店,小陈
        A0,c1,王小芳,13800000001,T1,普洱茶,9,120.00,2026-10-01,一店,小陈
        A2,c2,李雷,13900000009,T2,杯子,1,30.00,2026-11-02,一店,小陈
        A2,c2,李雷,13900000009,T2,杯子,-1,30.00,2026-11-02,一店,小陈
        B1,c3,韩梅梅,13800000003,T9,壶,1,300.00,2026-11-20,三店,老赵
        B2,c2,李雷,13900000009,T9,壶,1,300.00,2026-11-21,一店,小陈

        """;

    private const string CustomerHeadings = "客户编号,姓名,手机,邮箱,性别,省份,城市,地址,标签,生日,等级,勿扰\n";

    [Theory, OnBothDatabases]
    public async Task After_the_undo_of_orders_the_database_is_as_it_was_before_summaries_and_plans_too(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        desk.Take("orders", Before).State.ShouldBe(ImportState.Done);
        desk.Plan();
        Forget(desk);
        var before = DatabaseContent.Of(desk.Database);
        before.ShouldContain(row => row.StartsWith("follow_up: ", StringComparison.Ordinal));

        var run = desk.Take("orders", Further);
        run.State.ShouldBe(ImportState.Done);
        run.Details.Result!.Changes!.Updated.ShouldBe(1);
        desk.Plan();
        DatabaseContent.Of(desk.Database).Count.ShouldBeGreaterThan(before.Count);

        Undo(desk, run);
        DatabaseContent.Of(desk.Database).ShouldBe(before);
    }

    [Theory, OnBothDatabases]
    public async Task After_the_undo_of_customers_new_ones_are_gone_and_changed_ones_as_they_were(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        desk.Take("orders", Before);
        desk.Take("customers", CustomerHeadings + "k1,赵敏,13700000001,zm@example.com,女,浙江,杭州市,文三路 1 号,老客,农历八月十五,金卡,\n");
        desk.Plan();
        Forget(desk);
        var before = DatabaseContent.Of(desk.Database);

        var run = desk.Take("customers", CustomerHeadings + """
            K1,赵小敏,13700000009,ZM@example.com,,江苏,南京市,中山路 2 号,老客、爱喝茶,1990-02-03,钻石,是
            ,王芳,+86 138-0000-0001,wf@example.com,女,上海,上海市,南京路,新标签,,,
            k2,周芷若,13700000002,,女,湖北,武汉市,,,闰六月初三,,勿扰

            """);
        run.Details.Result!.Changes.ShouldBe(new(1, 2, 0));
        desk.Plan();
        Undo(desk, run);
        DatabaseContent.Of(desk.Database).ShouldBe(before);
    }

    [Theory, OnBothDatabases]
    public async Task What_the_audit_log_tells_of_a_customer_does_not_stand_in_the_way_and_stays(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        var run = desk.Take("customers", CustomerHeadings + "k9,赵敏,13700000001,zm@example.com,女,浙江,杭州市,文三路 1 号,老客,,金卡,\n");
        using (var session = desk.Database.OpenSession())
            AuditLog.Record(session, DateTimeOffset.UnixEpoch, AuditActor.Nobody, new AuditAction("test.thing", default!), null, session.Scalar<long>("SELECT max(customer_id) FROM customer"), session.Scalar<long>("SELECT max(id) FROM store"));

        Undo(desk, run);
        using var after = desk.Database.OpenSession();
        after.Scalar<long>("SELECT count(*) FROM customer WHERE name = '赵敏'").ShouldBe(0);
        after.Scalar<long>("SELECT count(*) FROM audit_entry WHERE action = 'test.thing'").ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task Products_dates_and_staff_can_be_undone_as_well(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        desk.Take("orders", Before);
        Forget(desk);
        var before = DatabaseContent.Of(desk.Database);

        var products = desk.Take("products", "编码,名称,售价,成本,复购周期,保修\nT1,熟普,128,40,30天,\nX9,新品,9.90,3,,2年\n");
        products.Details.Result!.Changes.ShouldBe(new(1, 1, 0));
        var dates = desk.Take("special-dates", "客户编号,什么日子,日期\nc1,生日,农历八月十五\nc2,开业纪念,9月1日\n");
        dates.Details.Result!.Changes.ShouldBe(new(2, 0, 0));
        var staff = desk.Take("staff", "姓名,门店,角色,工作日,每天联系数\n小陈,一店,店长,周一至周五,12\n新人,二店,店员,一三五,8\n");
        staff.Details.Result!.Changes.ShouldBe(new(1, 1, 0));

        foreach (var run in (ImportRun[])[staff, dates, products]) Undo(desk, run);
        DatabaseContent.Of(desk.Database).ShouldBe(before);
    }

    [Theory, OnBothDatabases]
    public async Task An_import_whose_customers_were_contacted_since_stays_and_says_so(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        var run = desk.Take("customers", CustomerHeadings + "k1,赵敏,13700000001,,,,,,,,,\nk2,周芷若,13700000002,,,,,,,,,\n");
        desk.Write(session => session.Execute("""
            INSERT INTO interaction (customer_id, id, at, day, channel, outcome) VALUES (@customer, 1, @at, @day, 'phone', 'reached')
            """, ("customer", desk.Read<long>("SELECT min(customer_id) FROM customer")), ("at", desk.Clock.GetUtcNow()), ("day", ImportDesk.Today)));
        var before = DatabaseContent.Of(desk.Database);

        run = desk.Undo(run);
        run.State.ShouldBe(ImportState.Done);
        run.Details.InTheWay.Select(words => words.English).ShouldBe(["Customers of this import contacted since: 1."]);
        DatabaseContent.Of(desk.Database).ShouldBe(before);
    }

    [Fact]
    public async Task What_was_changed_or_bought_since_stands_in_the_way()
    {
        await using var desk = await ImportDesk.OpenAsync(DatabaseKind.Sqlite);
        var customers = desk.Take("customers", CustomerHeadings + "c1,赵敏,13800000001,,,,,,,,,\nc2,周芷若,13800000002,,,,,,,,,\n");
        desk.Write(session => session.Execute("UPDATE customer SET occupation = 'teacher', version = version + 1 WHERE external_number = 'C1'"));
        Reasons(desk, customers).ShouldBe(["Customers of this import whose cards were changed since: 1."]);

        var orders = desk.Take("orders", Before);
        Reasons(desk, customers).ShouldContain(reason => reason.Contains("orders.csv"));
        Undo(desk, orders);
        Reasons(desk, customers).ShouldBe(["Customers of this import whose cards were changed since: 1."]);
    }

    [Fact]
    public async Task Of_two_imports_that_changed_the_same_the_later_goes_first()
    {
        await using var desk = await ImportDesk.OpenAsync(DatabaseKind.Sqlite);
        var first = desk.Take("products", "编码,名称,售价\nT1,普洱,100\n");
        var second = desk.Take("products", "编码,名称,售价\nT1,普洱,120\n");
        Reasons(desk, first).ShouldContain("“products.csv”, imported later, changed some of the same; undo that import first.");
        Undo(desk, second);
        desk.Read<long>("SELECT price_minor FROM product").ShouldBe(10_000);
        Undo(desk, first);
        desk.Read<long>("SELECT count(*) FROM product").ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task A_product_that_orders_use_keeps_its_import(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        var products = desk.Take("products", "编码,名称,售价\nT1,普洱,100\n");
        desk.Take("orders", Before);
        var before = DatabaseContent.Of(desk.Database);
        Reasons(desk, products).ShouldBe(["Products of this import that other orders or devices use: 1."]);
        DatabaseContent.Of(desk.Database).ShouldBe(before);
    }

    [Fact]
    public async Task What_an_import_kept_for_its_undo_is_deleted_after_a_month()
    {
        await using var desk = await ImportDesk.OpenAsync(DatabaseKind.Sqlite);
        var run = desk.Take("products", "编码,名称\nT1,普洱\n");
        desk.Read<long>("SELECT count(*) FROM import_made").ShouldBe(1);
        desk.Clock.Advance(TimeSpan.FromDays(31));
        using (var session = desk.Database.OpenSession()) new ImportTidying(desk.Files, desk.Clock).Run(session, CancellationToken.None);
        desk.Read<long>("SELECT count(*) FROM import_made").ShouldBe(0);
        using var reading = desk.Database.OpenSession();
        ImportRuns.Find(reading, run.Id)!.Details.UndoUntil.ShouldBeNull();
    }

    private static void Undo(ImportDesk desk, ImportRun run)
    {
        var undone = desk.Undo(run);
        undone.Details.InTheWay.Select(words => words.In(Language.English)).ShouldBeEmpty();
        undone.State.ShouldBe(ImportState.Undone);
    }

    private static IEnumerable<string> Reasons(ImportDesk desk, ImportRun run)
    {
        var refused = desk.Undo(run);
        refused.State.ShouldBe(ImportState.Done);
        return refused.Details.InTheWay.Select(words => words.English);
    }

    /// <summary>Earlier imports keep account of themselves, which an undo of a later one leaves alone.</summary>
    private static void Forget(ImportDesk desk) => desk.Write(session =>
    {
        foreach (var table in (string[])["import_made", "import_touched", "import_image"]) session.Execute($"DELETE FROM {table}");
    });
}
