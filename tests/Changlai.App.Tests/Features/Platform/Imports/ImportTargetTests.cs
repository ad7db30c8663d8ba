using Changlai.App.Features.Platform.Contracts.Tables;
using Changlai.App.Features.Platform.Imports.Runs;
using Changlai.App.Tests.Harness;
using Changlai.Core.Calendars;

namespace Changlai.App.Tests.Features.Platform.Imports;

/// <summary>Products, special dates and staff.</summary>
public sealed class ImportTargetTests
{
    [Theory, OnBothDatabases]
    public async Task A_price_list_adds_what_is_new_and_leaves_what_it_does_not_mention(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        desk.Take("products", "商品编码,商品名称,分类,售价,成本,复购周期,保修期,疗程次数,疗程间隔\nｔ１,普洱茶,茶,￥128.00,40,30天,,,\nC1,护理,服务,1999,,,,10,7\nM1,热水器,电器,2999,1500,,2年,,\n")
            .Details.Result!.Changes.ShouldBe(new(3, 0, 0));
        desk.Rows("""
            SELECT code || '|' || name || '|' || price_minor || '|' || coalesce(cost_minor, 0) || '|' || coalesce(repurchase_days, 0) || '|' || coalesce(warranty, '') || '|' || coalesce(sessions, 0) || '|' || currency
            FROM product ORDER BY id
            """).ShouldBe(["T1|普洱茶|12800|4000|30||0|CNY", "C1|护理|199900|0|0||10|CNY", "M1|热水器|299900|150000|0|24m|0|CNY"]);

        var run = desk.Take("products", "商品编码,售价\nT1,138\nC1,1999\n");
        run.Details.Result!.Changes.ShouldBe(new(0, 1, 1));
        desk.Read<long>("SELECT price_minor + cost_minor FROM product WHERE code = 'T1'").ShouldBe(17_800);
    }

    [Fact]
    public async Task A_product_line_at_fault_says_why()
    {
        await using var desk = await ImportDesk.OpenAsync(DatabaseKind.Sqlite);
        var run = desk.Upload("products", "编码,名称,售价,复购周期\n,无码,1,\nT1,茶,便宜,30\nT2,,1,\nT3,茶,1,明年\nT4,茶,1,\nT4,茶,2,\n");
        run.Details.Preview!.FirstRejected.Select(row => $"{row.Line} {row.Heading} {row.Reason}").ShouldBe(
            ["2 编码 value-invalid", "3 售价 value-invalid", "4 名称 value-invalid", "5 复购周期 value-invalid", "7 编码 code-twice"]);
    }

    [Theory, OnBothDatabases]
    public async Task Special_dates_come_in_either_calendar_for_customers_known_by_number_or_phone(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        desk.Take("customers", "编号,姓名,手机\nk1,王芳,13800000001\nk2,李雷,13800000002\n");
        const string File = "编号,手机,什么日子,日期,历法\nk1,,生日,八月十五,\n,138 0000 0002,结婚纪念日,2010-9-25,\nk2,,开店日,8-15,农历\nk9,,生日,9月25日,\n";
        var run = desk.Take("special-dates", File);
        run.Details.Result!.Changes.ShouldBe(new(3, 0, 0));
        run.Details.Result.Rejected.ShouldBe(new Dictionary<string, long> { ["customer-unknown"] = 1 });
        desk.Rows("SELECT c.name || ' ' || d.kind || ' ' || coalesce(d.name, '') || ' ' || d.calendar || ' ' || d.month || '-' || d.day FROM special_date d JOIN customer c ON c.customer_id = d.customer_id ORDER BY d.id")
            .ShouldBe(["王芳 birthday  lunar 8-15", "李雷 wedding  gregorian 9-25", "李雷 other 开店日 lunar 8-15"]);
        desk.Take("special-dates", File).Details.Result!.Changes.ShouldBe(new(0, 0, 3));
    }

    [Theory, OnBothDatabases]
    public async Task Staff_come_without_passwords_and_nobody_gives_a_role_above_their_own(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        var run = desk.Take("staff", "姓名,门店,角色,工作日,每天联系数\n小陈,一店,店员,周一至周五,２０\n老赵,总部,,,\n林丽,一店,,,15\n坏人,一店,管理员,,\n");
        run.Details.Result!.Changes.ShouldBe(new(2, 1, 0));
        run.Details.Result.Rejected.ShouldBe(new Dictionary<string, long> { ["role-not-yours"] = 1 });
        desk.Rows("SELECT name || ' ' || role || ' ' || coalesce(store_id, 0) || ' ' || working_weekdays || ' ' || daily_capacity FROM staff ORDER BY id")
            .ShouldBe(["林丽 manager 1 127 15", "小陈 staff 1 31 20", "老赵 head-office 0 127 30"]);
        desk.Read<long>("SELECT count(*) FROM staff WHERE password_hash IS NOT NULL OR sign_in_name IS NOT NULL").ShouldBe(0);

        desk.Take("staff", "姓名,门店,角色\n坏人,一店,管理员\n", settings => settings with { Role = "admin" }).State.ShouldBe(ImportState.Done);
        desk.Upload("staff", "姓名,门店,角色\n坏人,一店,店员\n").Details.Preview!.FirstRejected.ShouldHaveSingleItem().Reason.ShouldBe("role-not-yours");
    }

    [Theory]
    [InlineData("周一至周五", "1-5")]
    [InlineData("一三五", "1,3,5")]
    [InlineData("星期六、星期日", "6-7")]
    [InlineData("Mon-Fri, Sun", "1-5,7")]
    [InlineData("1-6", "1-6")]
    [InlineData("每天", "1-7")]
    [InlineData("工作日", "1-5")]
    public void Working_days_are_read_as_people_write_them(string written, string days) => WeekdayWords.Parse(written).ShouldBe(Weekdays.Parse(days));

    [Theory]
    [InlineData("有空就来")]
    [InlineData("8")]
    [InlineData("")]
    public void Other_words_are_no_working_days(string written) => WeekdayWords.Parse(written).ShouldBeNull();

    /// <summary>The orders of a real wholesaler, where they are at hand, from upload to undo.</summary>
    [Theory, OnBothDatabases]
    public async Task Half_a_million_real_lines_go_from_upload_to_undo(DatabaseKind kind)
    {
        var path = Changlai.App.Tests.Features.Orders.Import.OnlineRetailTests.Find();
        Assert.SkipWhen(path is null, "online_retail.csv.gz is not here; set CHANGLAI_DATA to its folder.");
        await using var desk = await ImportDesk.OpenAsync(kind);
        var before = DatabaseContent.Of(desk.Database);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var run = desk.Confirm(desk.Upload("orders", await System.IO.File.ReadAllBytesAsync(path!, TestContext.Current.CancellationToken)));
        run.Details.Result!.Changes.ShouldBe(new(22_190, 0, 0));
        desk.Read<long>("SELECT count(*) FROM customer").ShouldBe(4_372);
        var taken = clock.Elapsed;
        run = desk.Undo(run);
        run.State.ShouldBe(ImportState.Undone);
        DatabaseContent.Of(desk.Database).ShouldBe(before);
        TestContext.Current.TestOutputHelper?.WriteLine($"{kind}: read twice, compared and taken in {taken.TotalSeconds:0.0} s (the import itself {run.Details.Result!.Seconds:0.0} s), undone in {(clock.Elapsed - taken).TotalSeconds:0.0} s");
    }
}
