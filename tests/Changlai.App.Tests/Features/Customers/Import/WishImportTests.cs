using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Import;
using Changlai.App.Features.Platform.Imports.Runs;
using Changlai.App.Tests.Features.Platform.Imports;
using Changlai.App.Tests.Harness;

namespace Changlai.App.Tests.Features.Customers.Import;

/// <summary>How customers wish to be reached, and what they agreed to, from a file.</summary>
public sealed class WishImportTests
{
    private const string Wishes = """
        SELECT name || '|' || liked_channels || '|' || refused_channels || '|' || CASE WHEN phone_refused THEN 'no calls' ELSE 'calls' END || '|' || preferred_weekdays || '|' ||
            coalesce(preferred_from, -1) || '|' || coalesce(preferred_until, -1) || '|' || CASE WHEN not_at_work THEN 'not at work' ELSE '' END || '|' || CASE WHEN privacy_consent_at IS NULL THEN 'not asked' ELSE 'agreed' END
        FROM customer ORDER BY name
        """;

    private static readonly int Sms = ContactChannel.Sms.Bit, WeCom = ContactChannel.WeCom.Bit, Email = ContactChannel.Email.Bit;

    [Theory]
    [OnBothDatabases("编号,姓名,喜欢的联系方式,拒绝的联系方式,方便的日子,方便的时间,不要打到单位,感兴趣的话题,隐私同意,勿扰,勿扰日期,区域\nk1,A,微信、短信,电话；邮件,周一至周五,18:00-20:30,是,新茶、养生,2026-03-01,不要推销,2026-02-01,浙江/杭州市\n")]
    [OnBothDatabases("Customer number,Name,Preferred channels,Opted out,Good days,Good hours,Not at work,Interests,Privacy consent,Do not contact,Do not contact since,Region\nk1,A,\"wechat, text\",phone;e-mail,Mon-Fri,18:00 to 20:30,yes,\"新茶,养生\",2026-03-01,不要推销,2026-02-01,浙江/杭州市\n")]
    public async Task Every_wish_comes_over_under_headings_of_both_languages(DatabaseKind kind, string file)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        var run = desk.Upload("customers", file);
        run.Details.Preview!.FirstRejected.ShouldBeEmpty();
        desk.Confirm(run);
        desk.Rows(Wishes).ShouldBe([$"A|{Sms + WeCom}|{Email}|no calls|31|1080|1230|not at work|agreed"]);
        desk.Rows("SELECT t.name FROM customer_tag c JOIN tag t ON t.id = c.tag_id WHERE t.kind = 'topic' ORDER BY t.id").ShouldBe(["新茶", "养生"], ignoreOrder: true);
        desk.Rows("SELECT kind || ' ' || coalesce(channel, '-') || ' ' || wording FROM consent_event ORDER BY id").ShouldBe(
            ["do-not-contact - 不要推销", $"refused phone {Cell(file)}", $"refused email {Cell(file)}", "consented - 2026-03-01"]);
        desk.Rows("SELECT region FROM customer").ShouldBe(["home/浙江省/杭州市"]);
        using var session = desk.Database.OpenSession();
        var stored = ContactWishes.Read(session, desk.Read<long>("SELECT customer_id FROM customer"))!;
        stored.DoNotContactOn.ShouldBe(new DateOnly(2026, 2, 1));
        stored.PrivacyConsentAt!.Value.UtcDateTime.ShouldBe(new DateTime(2026, 3, 1, 4, 0, 0));
    }

    [Theory, OnBothDatabases]
    public async Task A_second_file_adds_wishes_and_lifts_nothing_that_was_refused_withdrawn_or_asked_of_us(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        desk.Take("customers", "编号,姓名,拒绝的联系方式,不要打到单位,隐私同意,方便的时间\nk1,A,短信,是,2026-03-01,18:00以后\nk2,B,,,,\n");
        desk.Write(session =>
        {
            var id = session.Scalar<long>("SELECT customer_id FROM customer WHERE name = 'A'");
            session.Execute("UPDATE customer SET privacy_consent_at = NULL WHERE customer_id = @id", ("id", id));
            ConsentEvents.Add(session, id, ConsentEvents.Withdrawn, null, "shop", "不同意了", 1, desk.Clock.GetUtcNow());
        });

        const string Second = "编号,喜欢的联系方式,拒绝的联系方式,不要打到单位,隐私同意,方便的时间,感兴趣的话题\nk1,短信、微信,电话,否,是,9点到12点,新茶\nk2,,邮件,,是,,\n";
        var before = desk.Rows("SELECT name || version FROM customer ORDER BY name");
        var run = desk.Take("customers", Second);
        run.Details.Result!.Changes.ShouldBe(new(0, 2, 0));
        desk.Rows(Wishes).ShouldBe([$"A|{WeCom}|{Sms}|no calls|0|540|720|not at work|not asked", $"B|0|{Email}|calls|0|-1|-1||agreed"]);
        desk.Rows("SELECT name || version FROM customer ORDER BY name").ShouldNotBe(before);
        desk.Rows($"SELECT c.name || ' ' || e.kind || ' ' || coalesce(e.channel, '-') FROM consent_event e JOIN customer c ON c.customer_id = e.customer_id ORDER BY e.id").TakeLast(3)
            .ShouldBe(["A refused phone", "B refused email", "B consented -"]);
        desk.Take("customers", Second).Details.Result!.Changes.ShouldBe(new(0, 0, 2), "said twice it changes nothing");
    }

    [Theory, OnBothDatabases]
    public async Task Undoing_puts_every_wish_back_as_it_was(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        desk.Take("customers", "编号,姓名,拒绝的联系方式,感兴趣的话题\nk1,A,短信,新茶\n");
        desk.Write(session => session.Execute("DELETE FROM import_made"));
        var before = DatabaseContent.Of(desk.Database);
        var run = desk.Take("customers", "编号,姓名,拒绝的联系方式,喜欢的联系方式,方便的日子,隐私同意,感兴趣的话题\nk1,,电话,微信,周末,是,养生\nk2,B,邮件,,,2026-01-01,养生\n");
        run.Details.Result!.Changes.ShouldBe(new(1, 1, 0));
        desk.Undo(run).State.ShouldBe(ImportState.Undone);
        DatabaseContent.Of(desk.Database).ShouldBe(before);
    }

    [Fact]
    public async Task Each_wish_that_cannot_be_read_is_said_at_its_cell()
    {
        await using var desk = await ImportDesk.OpenAsync(DatabaseKind.Sqlite);
        var run = desk.Upload("customers", """
            编号,喜欢的联系方式,拒绝的联系方式,方便的日子,方便的时间,不要打到单位,隐私同意,勿扰日期,区域
            k1,飞鸽传书,,大前天,25点,也许,哪天呢,去年,//
            k2,短信,短信,,20:00-18:00,,2999-01-01,2999-01-01,
            k3,,,,,,,,

            """);
        var rows = run.Details.Preview!.FirstRejected;
        rows.Select(row => $"{row.Line}: {string.Join(" ", row.Further.Select(fault => fault.Heading).Prepend(row.Heading).Order(StringComparer.Ordinal))}").ShouldBe(
        [
            $"2: {string.Join(" ", new[] { "喜欢的联系方式", "方便的日子", "方便的时间", "不要打到单位", "隐私同意", "勿扰日期", "区域" }.Order(StringComparer.Ordinal))}",
            $"3: {string.Join(" ", new[] { "喜欢的联系方式", "方便的时间", "隐私同意", "勿扰日期" }.Order(StringComparer.Ordinal))}",
        ]);
        desk.Read<long>("SELECT count(*) FROM customer").ShouldBe(0);
    }

    [Theory]
    [InlineData("18:00-20:30", "18:00", "20:30")]
    [InlineData("１８：００～２０：３０", "18:00", "20:30")]
    [InlineData("9点到12点", "09:00", "12:00")]
    [InlineData("9点半至11点15分", "09:30", "11:15")]
    [InlineData("18:00以后", "18:00", null)]
    [InlineData("after 18:00", "18:00", null)]
    [InlineData("before 12:00", null, "12:00")]
    public void Hours_are_read_as_people_write_them(string written, string? from, string? until)
    {
        var hours = HourWords.Parse(written).ShouldNotBeNull();
        (hours.From?.ToString("HH:mm"), hours.Until?.ToString("HH:mm")).ShouldBe((from, until));
    }

    [Theory]
    [InlineData("晚上")]
    [InlineData("25:00-26:00")]
    [InlineData("20:00-18:00")]
    [InlineData("6pm")]
    [InlineData("2026-03-01")]
    public void Other_words_are_no_hours(string written) => HourWords.Parse(written).ShouldBeNull();

    private static string Cell(string file) => file.Contains("电话；邮件", StringComparison.Ordinal) ? "电话；邮件" : "phone;e-mail";
}
