using System.Diagnostics;
using System.Text;
using Changlai.App.Features.Platform.Imports.Runs;
using Changlai.App.Tests.Features.Platform.Imports;
using Changlai.App.Tests.Harness;

namespace Changlai.App.Tests.Features.Customers.Import;

public sealed class CustomerImportTests
{
    [Theory, OnBothDatabases]
    public async Task The_same_person_three_times_is_one_customer_and_said_to_be(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        var run = desk.Take("customers", """
            会员号,姓名,手机,电子邮箱,标签
            Ｋ００１,王芳,138-0000-0001,WF@Example.com,爱喝茶
            k００１,王芳,１３８０００００００２,wf@example.com,老客
            ,王芳,+86 138 0000 0001,,

            """);
        run.Details.Result!.Changes.ShouldBe(new(1, 0, 0));
        run.Details.Result.Figures.Select(figure => $"{figure.Name.English} {figure.Value}: {figure.Beside.English}")
            .ShouldBe(["Customers 1: 1 of them new", "Repeated lines 2: each customer is taken once; on several lines: 1"]);
        desk.Rows("SELECT external_number || ' ' || phone || ' ' || email FROM customer").ShouldBe(["K001 +8613800000001 WF@Example.com"]);
        desk.Rows("SELECT e164 FROM customer_phone").ShouldBe(["+8613800000002"]);
        desk.Rows("SELECT name FROM tag ORDER BY id").ShouldBe(["爱喝茶", "老客"], ignoreOrder: true);
    }

    [Theory, OnBothDatabases]
    public async Task All_of_the_card_comes_over(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        desk.Write(session =>
        {
            session.Execute($"INSERT INTO customer_field (id, kind, name_zh, name_en, required, searchable, position) VALUES (@id, 'choice', '肤质', 'Skin', {No(session)}, {No(session)}, 1)", ("id", session.ReserveIds("customer_field", 1)));
            session.Execute($"INSERT INTO customer_field_choice (field_id, id, name_zh, name_en, position, retired) VALUES (1, 1, '干性', 'Dry', 1, {No(session)})");
        });
        desk.Take("customers", """
            编号,姓名,称呼,性别,手机,备用手机,单位电话,邮箱,会员卡号,客户类型,来源,会员等级,门店,负责人,语言,微信号,职业,收入,省份,城市,区县,详细地址,标签,勿扰,生日,结婚纪念日,肤质
            k1,欧阳娜娜,欧阳女士,女,13800000001,13800000002/13800000003,010-62345678,on@example.com,VIP8,意向客户,转介绍,金卡,二店,林丽,中文,onn,教师,1 万至 2 万,浙江,杭州市,西湖区,文三路 1 号,老客、爱喝茶,不要推销,农历八月十五,2010-05-01,干性

            """).Details.Result!.RejectedLines.ShouldBe(0);
        desk.Rows("""
            SELECT name || '|' || salutation || '|' || gender || '|' || phone || '|' || email || '|' || kind || '|' || source || '|' || tier || '|' || store_id || '|' || owner_id || '|' ||
                language || '|' || wecom_id || '|' || occupation || '|' || income_band || '|' || region || '|' || do_not_contact_reason FROM customer
            """).ShouldBe(["欧阳娜娜|欧阳女士|female|+8613800000001|on@example.com|lead|referral|gold|2|1|zh|onn|教师|10000-20000|home/浙江省/杭州市/西湖区|不要推销"]);
        desk.Rows("SELECT kind || ' ' || e164 FROM customer_phone ORDER BY id").ShouldBe(["mobile +8613800000002", "mobile +8613800000003", "work +861062345678"]);
        desk.Rows("SELECT number FROM customer_number").ShouldBe(["VIP8"]);
        desk.Rows("SELECT kind || ' ' || calendar || ' ' || month || '-' || day || ' ' || coalesce(year, 0) FROM special_date ORDER BY id").ShouldBe(["birthday lunar 8-15 0", "wedding gregorian 5-1 2010"]);
        desk.Read<long>("SELECT choice_id FROM customer_field_value").ShouldBe(1);
        desk.Rows("SELECT kind || ' ' || source || ' ' || wording FROM consent_event").ShouldBe(["do-not-contact import 不要推销"]);
    }

    [Theory, OnBothDatabases]
    public async Task The_same_file_again_changes_nothing_and_a_further_one_fills_gaps_and_lifts_no_refusal(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        const string First = "编号,姓名,手机,标签,勿扰,生日\nk1,王芳,13800000001,老客,是,9月25日\n";
        desk.Take("customers", First);
        desk.Take("customers", First).Details.Result!.Changes.ShouldBe(new(0, 0, 1));

        var run = desk.Take("customers", "编号,姓名,手机,标签,勿扰,职业,生日\nk1,,13800000009,新客,否,教师,农历八月十五\n");
        run.Details.Result!.Changes.ShouldBe(new(0, 1, 0));
        desk.Rows("SELECT name || ' ' || phone || ' ' || occupation || ' ' || CASE WHEN do_not_contact THEN 'refuses' ELSE 'may' END FROM customer").ShouldBe(["王芳 +8613800000009 教师 refuses"]);
        desk.Rows("SELECT e164 FROM customer_phone").ShouldBe(["+8613800000001"]);
        desk.Read<long>("SELECT count(*) FROM customer_tag").ShouldBe(2);
        desk.Rows("SELECT calendar || ' ' || month || '-' || day FROM special_date").ShouldBe(["lunar 8-15"]);
    }

    [Theory, OnBothDatabases]
    public async Task Who_is_new_or_changed_is_planned_anew_and_who_stayed_the_same_is_not(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        desk.Take("customers", "编号,姓名,标签\nk1,王芳,老客\nk2,李明,老客\n");
        desk.Rows("SELECT external_number FROM planning_due JOIN customer ON customer.customer_id = planning_due.customer_id ORDER BY 1").ShouldBe(["K1", "K2"]);
        desk.Write(session => session.Execute("DELETE FROM planning_due"));

        desk.Take("customers", "编号,姓名,标签\nk1,王芳,老客\nk2,李明,怕冷\nk3,张伟,\n");
        desk.Rows("SELECT external_number FROM planning_due JOIN customer ON customer.customer_id = planning_due.customer_id ORDER BY 1").ShouldBe(["K2", "K3"]);
    }

    [Theory, OnBothDatabases]
    public async Task Somebody_known_by_phone_alone_is_recognised_and_gets_their_number(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        desk.Take("orders", "Order,Phone,Name,ProductCode,Quantity,UnitPrice,Date\nA1,13800000001,王芳,T1,1,9.90,2026-11-01\n");
        desk.Take("customers", "编号,姓名,手机\nk1,王芳,13800000001\n").Details.Result!.Changes.ShouldBe(new(0, 1, 0));
        desk.Rows("SELECT external_number FROM customer").ShouldBe(["K1"]);
        desk.Take("customers", "编号,姓名\nk1,王小芳\n").Details.Result!.Changes.ShouldBe(new(0, 1, 0));
        desk.Read<long>("SELECT count(*) FROM customer").ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task A_manager_neither_changes_nor_sees_customers_of_another_store(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        desk.Take("customers", "编号,姓名,手机,门店\nk1,王芳,13800000001,二店\n");
        var run = desk.Upload("customers", "编号,姓名,手机,门店\nk1,王小芳,13800000001,\nk2,李雷,13800000002,二店\nk3,韩梅梅,13800000003,\n", settings => settings with { OnlyThisStore = true, Role = "manager" });
        run.Details.Preview!.Lines.ShouldBe(1);
        run.Details.Preview.FirstRejected.Select(row => $"{row.Line} {row.Reason}").ShouldBe(["2 customer-of-another-store", "3 store-not-yours"]);
        desk.Confirm(run);
        desk.Rows("SELECT name || ' ' || store_id FROM customer ORDER BY name").ShouldBe(["王芳 2", "韩梅梅 1"], ignoreOrder: true);

        var dates = desk.Upload("special-dates", "编号,日期\nk1,9月25日\nk3,9月25日\n", settings => settings with { OnlyThisStore = true, Role = "manager" });
        dates.Details.Preview!.FirstRejected.ShouldHaveSingleItem().Reason.ShouldBe("customer-unknown");
    }

    [Fact]
    public async Task Each_cell_at_fault_says_what_would_be_right()
    {
        await using var desk = await ImportDesk.OpenAsync(DatabaseKind.Sqlite);
        var run = desk.Upload("customers", """
            编号,姓名,手机,邮箱,性别,会员等级,门店,负责人,生日
            ,无名氏,,,,,,,
            k2,王芳,1380000,a@b,非男,至尊,火星店,没有人,2月30日
            k3,李雷,13800000003,,,,,,3/4/1990
            k4,韩梅梅,13800000004,,,,,,2999-01-01

            """);
        var rows = run.Details.Preview!.FirstRejected;
        rows.Select(row => $"{row.Line}: {string.Join(" ", row.Further.Select(fault => fault.Heading).Prepend(row.Heading))}").ShouldBe(
        [
            "2: 编号", "3: 性别 会员等级 门店 手机 邮箱 负责人 生日", "4: 生日", "5: 生日",
        ]);
        rows[3].Reason.ShouldBe("date-future");
    }

    /// <summary>Upload, trial, import, plan and undo; the smaller one on PostgreSQL, which the same statements serve.</summary>
    [Theory]
    [InlineData(DatabaseKind.Sqlite, 100_000)]
    [InlineData(DatabaseKind.PostgreSql, 20_000)]
    public async Task A_large_file_with_the_usual_dirt_goes_from_upload_to_undo(DatabaseKind kind, int lines)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        desk.Take("customers", "客户编号,姓名,手机\nK7,老客,13900000007\n");
        desk.Write(session => session.Execute("DELETE FROM import_made"));
        var before = DatabaseContent.Of(desk.Database);
        var file = DirtyCustomers.File(lines);

        var clock = Stopwatch.StartNew();
        var run = desk.Upload("customers", file);
        var read = clock.Elapsed;
        run.State.ShouldBe(ImportState.Ready);
        run.Details.Preview!.Encoding.ShouldBe("GB18030");
        run.Details.Preview.Counts.RejectedLines.ShouldBe(lines / 100);
        run = desk.Confirm(run);
        var taken = clock.Elapsed;
        run.Details.Result!.Changes.ShouldBe(new((lines - lines / 100) / 3 - 1, 1, 0));
        desk.Read<long>("SELECT count(*) FROM customer").ShouldBe((lines - lines / 100) / 3);
        desk.Read<long>("SELECT count(*) FROM customer WHERE phone LIKE '+861%' AND email IS NOT NULL").ShouldBeGreaterThan(lines / 4);

        run = desk.Undo(run);
        run.State.ShouldBe(ImportState.Undone);
        DatabaseContent.Of(desk.Database).ShouldBe(before);
        TestContext.Current.TestOutputHelper?.WriteLine($"{kind}: {lines} lines read and compared in {read.TotalSeconds:0.0} s, taken in {(taken - read).TotalSeconds:0.0} s, undone in {(clock.Elapsed - taken).TotalSeconds:0.0} s");
    }

    private static string No(Changlai.App.Features.Platform.Contracts.DatabaseSession session) => session.IsSqlite ? "0" : "false";
}

/// <summary>A customer file as shops have them: each person three times, numbers in every spelling, a hundredth unreadable, in GB18030.</summary>
internal static class DirtyCustomers
{
    private const string Surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗";
    private const string Given = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平";

    public static byte[] File(int lines)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var text = new StringBuilder("客户编号,姓名,手机,邮箱,省份,城市,生日,标签\r\n");
        var good = (lines - lines / 100) / 3 * 3;
        for (var line = 0; line < good; line++)
        {
            var person = line / 3;
            var phone = $"139{person:00000000}";
            var (number, written) = (line % 3) switch
            {
                0 => ($"k{person}", $"{phone[..3]}-{phone[3..7]}-{phone[7..]}"),
                1 => ($"Ｋ{Wide(person.ToString())}", Wide(phone)),
                _ => ("", $"+86 {phone[..3]} {phone[3..7]} {phone[7..]}"),
            };
            var name = $"{Surnames[person % Surnames.Length]}{Given[person / 20 % Given.Length]}{Given[person / 400 % Given.Length]}";
            text.Append($"{number},{name},{written},{(line % 3 == 1 ? $"P{person}@EXAMPLE.com" : $"p{person}@example.com")},浙江,{(person % 2 == 0 ? "杭州市" : "宁波市")},{1950 + person % 50}-{1 + person % 12}-{1 + person % 28},{(person % 5 == 0 ? "老客" : "")}\r\n");
        }
        for (var line = good; line < lines; line++) text.Append($"x{line},错号,1380000,,,,,\r\n");
        return Encoding.GetEncoding("GB18030").GetBytes(text.ToString());
    }

    private static string Wide(string digits) => string.Concat(digits.Select(digit => (char)(digit + 0xFEE0)));
}
