using System.Net;
using System.Text;
using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Tests.Harness;

namespace Changlai.App.Tests.Features.Customers.Segments;

/// <summary>Segments over HTTP, from a browser without scripts.</summary>
public sealed class SegmentPageTests
{
    [Theory, OnBothDatabases]
    public async Task A_segment_is_built_button_by_button_counted_saved_and_shown(DatabaseKind kind)
    {
        await using var desk = await SegmentSite.OpenAsync(kind);
        var page = await desk.PageAsync("/segments/new");
        SegmentSite.Count(page).ShouldBe("4");

        page = await desk.PressAsync(page, "refresh", ("field.0-0", "customer.tier"));
        page.QuerySelectorAll("[name='value.0-0']").Select(box => box.GetAttribute("value")).ShouldBe(["standard", "silver", "gold", "diamond"]);
        page = await desk.PressAsync(page, "group:0", ("value.0-0", "gold"));
        SegmentSite.Count(page).ShouldBe("3");
        page = await desk.PressAsync(page, "refresh", ("field.0-1-0", "customer.phone-known"));
        page = await desk.PressAsync(page, "condition:0-1", ("is.0-1-0", "yes"));
        page = await desk.PressAsync(page, "refresh", ("field.0-1-1", "orders.product"));
        page = await desk.PressAsync(page, "find:0-1-1", ("find.0-1-1", "龙"));
        page.QuerySelector("#found-0-1-1")!.TextContent.ShouldContain("龙井");
        page = await desk.PressAsync(page, "remove:0-1-0", ("value.0-1-1", "1"));

        SegmentSite.Count(page).ShouldBe("1");
        page.QuerySelector("#segment-sentence")!.TextContent.ShouldBe("Customers with: tier is gold, and 龙井 T1 bought");
        var (status, saved, path) = await desk.SaveAsync(page, ("name", "买过龙井的金卡"), ("shared", "true"));

        status.ShouldBe(HttpStatusCode.OK);
        saved.QuerySelector("h1")!.TextContent.Trim().ShouldBe("买过龙井的金卡");
        var list = await desk.PageAsync($"/customers?segment={path.Split('/')[^1]}");
        list.QuerySelectorAll("a[data-row]").Select(link => link.TextContent).ShouldBe(["李明华"]);
        (await desk.PageAsync("/segments")).QuerySelector("table")!.TextContent.ShouldContain("tier is gold, and 龙井 T1 bought");
        (await desk.PageAsync($"{path}/count")).Body!.TextContent.Trim().ShouldBe("1");
    }

    [Theory, OnBothDatabases]
    public async Task Fields_of_ones_own_are_offered_and_a_retired_one_is_asked_on_by_the_segments_that_have_it(DatabaseKind kind)
    {
        await using var desk = await SegmentSite.OpenAsync(kind);
        using var session = desk.Site.Database.OpenSession();
        var field = CustomerFields.Define(session, new CustomerField(0, FieldType.Number, new("每天几杯 {0}", "Cups a day {0}"), false, false, null, null, null, 0, false, 1));
        session.Execute("INSERT INTO customer_field_value (customer_id, field_id, item, number_milli) VALUES (1, @field, 0, 2500)", ("field", field));
        var act = $"field:0-0:own.{field}";

        var page = await desk.PageAsync("/segments/new");
        page.QuerySelector($"button[value='{act}']")!.TextContent.ShouldBe("Cups a day {0}");
        page = await desk.PressAsync(page, act);
        page = await desk.PressAsync(page, "refresh", ("value.0-0", "２.5"));
        SegmentSite.Count(page).ShouldBe("1");
        page.QuerySelector("#segment-sentence")!.TextContent.ShouldBe("Customers with: Cups a day {0} at least 2.5");
        var (_, _, path) = await desk.SaveAsync(page, ("name", "爱喝茶的"));

        session.Execute("UPDATE customer_field SET retired_at = @at WHERE id = @field", ("at", FakeTime.On("2026-11-01").GetUtcNow()), ("field", field));
        (await desk.PageAsync("/segments/new")).QuerySelector($"button[value='{act}']").ShouldBeNull();
        page = await desk.PageAsync(path);
        SegmentSite.Count(page).ShouldBe("1");
        page.QuerySelector("#field-0-0 option[selected]")!.TextContent.ShouldBe("Cups a day {0}");
        (await desk.SaveAsync(page, ("value.0-0", "3"))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, OnBothDatabases]
    public async Task A_province_is_found_by_part_of_its_name_and_said_in_words(DatabaseKind kind)
    {
        await using var desk = await SegmentSite.OpenAsync(kind);
        using (var session = desk.Site.Database.OpenSession())
        {
            session.Execute("INSERT INTO region (path, parent, name) VALUES ('home', NULL, 'home'), ('home/浙江省', 'home', '浙江省'), ('home/浙江省/杭州市', 'home/浙江省', '杭州市')");
            session.Execute("UPDATE customer SET region = 'home/浙江省/杭州市' WHERE customer_id = 2");
        }
        var page = await desk.PressAsync(await desk.PageAsync("/segments/new"), "field:0-0:customer.region");
        page.QuerySelectorAll("#found-0-0 label").Select(label => label.TextContent.Trim()).ShouldBe(["Home", "Abroad", "浙江省", "浙江省 › 杭州市"]);
        page = await desk.PressAsync(page, "find:0-0", ("find.0-0", "浙"));
        page.QuerySelectorAll("#found-0-0 input").Select(box => box.GetAttribute("value")).ShouldBe(["home/浙江省"]);
        page = await desk.PressAsync(page, "refresh", ("value.0-0", "home/浙江省"));
        SegmentSite.Count(page).ShouldBe("1");
        page.QuerySelector("#segment-sentence")!.TextContent.ShouldBe("Customers with: region is 浙江省");
    }

    [Theory, OnBothDatabases]
    public async Task A_field_is_found_by_part_of_its_name_or_topic_in_either_language(DatabaseKind kind)
    {
        await using var desk = await SegmentSite.OpenAsync(kind);
        var page = await desk.PressAsync(await desk.PageAsync("/segments/new"), "refresh", ("seek.0-0", "birth"));
        page.QuerySelectorAll("#sought-0-0 button").Select(button => button.TextContent).ShouldBe(["birthday", "spouse’s birthday", "child’s birthday"]);
        page = await desk.PressAsync(page, "refresh", ("seek.0-0", "设备"));
        page.QuerySelectorAll("#sought-0-0 button").Select(button => button.TextContent).ShouldBe(["device in use", "device repaired too often", "warranty ends", "replacement due"]);
        page = await desk.PressAsync(page, "refresh", ("seek.0-0", "<b>none</b>"));
        page.QuerySelector("#sought-0-0")!.TextContent.Trim().ShouldBe("Nothing found");
    }

    [Theory, OnBothDatabases]
    public async Task A_reader_of_one_store_counts_and_lists_its_customers_alone(DatabaseKind kind)
    {
        await using var desk = await SegmentSite.OpenAsync(kind, "manager");
        var path = await desk.AddAsync("金卡", "customer.tier", "any-of", ["gold"]);

        var page = await desk.PageAsync(path);
        SegmentSite.Count(page).ShouldBe("2");
        page.QuerySelector("#segment-result")!.TextContent.ShouldContain("your store’s customers only");
        (await desk.PageAsync($"{path}/count")).Body!.TextContent.Trim().ShouldBe("2");
        (await desk.PageAsync($"/customers?segment={path.Split('/')[^1]}")).QuerySelectorAll("a[data-row]").Length.ShouldBe(2);
        Encoding.UTF8.GetString(await desk.Site.DownloadAsync($"{path}/customers.csv")).ShouldNotContain("N3");
    }

    [Theory, OnBothDatabases]
    public async Task The_file_of_a_segment_is_safe_in_a_spreadsheet(DatabaseKind kind)
    {
        await using var desk = await SegmentSite.OpenAsync(kind);
        var path = await desk.AddAsync("金卡", "customer.tier", "any-of", ["gold"]);

        var lines = Encoding.UTF8.GetString(await desk.Site.DownloadAsync($"{path}/customers.csv")).TrimStart('\uFEFF').Split("\r\n");

        lines[0].ShouldBe("Customer number,Name,Phone,Store,Owner,Orders,Total,Currency,Last order,Do not contact");
        lines[1].ShouldBe("N1,李明华,+8613800138000,一店,,0,,,,");
        lines[2].ShouldStartWith("N2,\"<script>alert('x')</script>");
        lines[3].ShouldStartWith("N3,\"'=1+1\",");
        lines.Length.ShouldBe(5);
    }

    [Theory, OnBothDatabases]
    public async Task What_a_segment_lacks_is_marked_where_it_stands_and_nothing_is_saved(DatabaseKind kind)
    {
        await using var desk = await SegmentSite.OpenAsync(kind);
        var page = await desk.PageAsync("/segments/new");
        page = await desk.PressAsync(page, "condition:0", ("field.0-0", "orders.count"));
        page = await desk.PressAsync(page, "group:0", ("field.0-1", "orders.last"));
        page = await desk.PressAsync(page, "remove:0-2-0");

        var (status, answer, _) = await desk.SaveAsync(page, ("value.0-0", "2.5e300"), ("is.0-1", "before"), ("value.0-1", "2026-02-30"));

        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        SegmentSite.Problems(answer).ShouldBe(
        [
            "“2.5e300” is not a whole number; give one from 0 to 999999999999.",
            "“2026-02-30” is not a date; give one of the years 1900 to 2100, such as 2026-11-23.",
            "This group has no condition; add one or remove the group.",
            "Give it a name of 60 characters at most.",
        ]);
        answer.QuerySelector("[name='value.0-0']")!.GetAttribute("value").ShouldBe("2.5e300");
        (await desk.Site.CountAsync("segment")).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task Fields_that_somebody_made_up_do_no_harm(DatabaseKind kind)
    {
        await using var desk = await SegmentSite.OpenAsync(kind);
        var fields = SegmentSite.Fields(await desk.PageAsync("/segments/new"));
        (string, string)[][] inventions =
        [
            [("field.0-0", "' OR 1=1 --"), ("is.0-0", "x"), ("value.0-0", "'")],
            [("match.0", "most")],
            [("field.0-0", "customer.store"), ("is.0-0", "any-of"), ("value.0-0", "1); DROP TABLE customer; --")],
            [("field.0-0", "orders.product"), ("is.0-0", "any-of"), ("value.0-0", "x")],
            [("field.0-0", "orders.total"), ("is.0-0", "at-least"), ("value.0-0", "CNY'"), ("value.0-0", "1")],
            [("field.0-0", "customer.weekdays"), ("is.0-0", "any-of"), ("value.0-0", "9223372036854775807")],
            [("field.0-0", "date.birthday"), ("is.0-0", "within-next"), ("value.0-0", "999999999999999999")],
            [("field.0-0", "customer.name"), ("is.0-0", "contains"), ("value.0-0", "a\u0001b")],
            [.. Enumerable.Range(0, 300).Select(i => ($"field.0-{i}", "customer.phone-known"))],
            [("match.0-1", "all"), ("match.0-1-0", "all"), ("match.0-1-0-0", "all"), ("match.0-1-0-0-0", "all"), ("field.0-1-0-0-0-0", "customer.phone-known")],
            [("act", "remove:0-99-99")],
            [("act", "condition:x")],
            [("version", "2.5e300"), ("segment", "no number")],
        ];
        foreach (var invention in inventions)
        {
            var made = SegmentSite.With(fields, invention);
            var name = $"{invention[0]}";
            (await desk.Site.SubmitAsync("/segments/draft", SegmentSite.With(made, ("segment", "")))).Status.ShouldBe(HttpStatusCode.OK, name);
            (await desk.Site.SubmitAsync("/segments/draft", made, asFragment: true)).Status.ShouldBe(HttpStatusCode.OK, name);
            (await desk.Site.SubmitAsync("/segments/preview", made, asFragment: true)).Status.ShouldBe(HttpStatusCode.OK, name);
            (await desk.Site.SubmitAsync("/segments/options?at=0-0", SegmentSite.With(made, ("find.0-0", "' OR 1=1 --")), asFragment: true)).Status.ShouldBe(HttpStatusCode.OK, name);
            var (status, page, _) = await desk.Site.SubmitAsync("/segments", SegmentSite.With(made, ("name", "")));
            status.ShouldBe(HttpStatusCode.UnprocessableEntity, name);
            page.QuerySelectorAll("script:not([src])").ShouldBeEmpty(name);
        }
        (await desk.Site.CountAsync("segment")).ShouldBe(0);
        (await desk.Site.CountAsync("customer")).ShouldBe(4);
    }

    [Theory, OnBothDatabases]
    public async Task A_double_tap_saves_one_segment(DatabaseKind kind)
    {
        await using var desk = await SegmentSite.OpenAsync(kind);
        var page = await desk.PageAsync("/segments/new");
        var first = await desk.SaveAsync(page, ("name", "有电话"), ("field.0-0", "customer.phone-known"), ("is.0-0", "yes"));
        var second = await desk.SaveAsync(page, ("name", "有电话"), ("field.0-0", "customer.phone-known"), ("is.0-0", "yes"));

        second.Path.ShouldBe(first.Path);
        (await desk.Site.CountAsync("segment")).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task A_segment_is_renamed_copied_and_deleted(DatabaseKind kind)
    {
        await using var desk = await SegmentSite.OpenAsync(kind);
        var path = await desk.AddAsync(SegmentSite.Hostile, "customer.tier", "any-of", ["gold"], shared: false);
        (await desk.SaveAsync(await desk.PageAsync(path), ("name", "金卡客户"))).Page.QuerySelector("h1")!.TextContent.Trim().ShouldBe("金卡客户");

        var copy = await desk.PageAsync($"/segments/new?copy={path.Split('/')[^1]}");
        copy.QuerySelector("[name=name]")!.GetAttribute("value").ShouldBe("金卡客户 copy");
        (await desk.SaveAsync(copy)).Path.ShouldNotBe(path);
        (await desk.Site.CountAsync("segment")).ShouldBe(2);

        var token = SegmentSite.Fields(await desk.PageAsync(path)).Where(field => field.Key == "token");
        (await desk.Site.SubmitAsync($"{path}/deletion", token)).Path.ShouldBe("/segments");
        (await desk.Site.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await desk.Site.CountAsync("customer")).ShouldBe(4);
    }

    [Theory, OnBothDatabases]
    public async Task Whoever_saves_over_a_colleagues_change_is_told_first(DatabaseKind kind)
    {
        await using var desk = await SegmentSite.OpenAsync(kind);
        var path = await desk.AddAsync("金卡", "customer.tier", "any-of", ["gold"]);
        var opened = await desk.PageAsync(path);
        await desk.SaveAsync(await desk.PageAsync(path), ("name", "金卡一"));

        var (status, answer, _) = await desk.SaveAsync(opened, ("name", "金卡二"));
        status.ShouldBe(HttpStatusCode.Conflict);
        answer.QuerySelectorAll("#conflict tbody tr").Select(row => string.Join('|', row.Children.Skip(1).Select(cell => cell.TextContent.Trim()))).ShouldBe(["金卡一|金卡二"]);
        answer.QuerySelector("[name=name]")!.GetAttribute("value").ShouldBe("金卡二");

        (await desk.SaveAsync(answer)).Page.QuerySelector("h1")!.TextContent.Trim().ShouldBe("金卡二");
    }

    [Theory, OnBothDatabases]
    public async Task An_own_segment_is_nobody_elses_and_a_shared_one_is_used_but_not_changed(DatabaseKind kind)
    {
        await using var desk = await SegmentSite.OpenAsync(kind);
        var own = await desk.AddAsync("自己的", "customer.tier", "any-of", ["gold"], shared: false);
        var shared = await desk.AddAsync("大家的", "customer.tier", "any-of", ["gold"]);
        var fields = SegmentSite.Fields(await desk.PageAsync(shared));
        await desk.Site.SignInAsync("other");

        foreach (var path in (string[])[own, $"{own}/count", $"{own}/customers.csv", $"/customers?segment={own.Split('/')[^1]}"])
            (await desk.Site.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound, path);
        var page = await desk.PageAsync(shared);
        page.QuerySelector("#segment-form").ShouldBeNull();
        page.QuerySelector(".notice")!.TextContent.Trim().ShouldBe("Made by lin. You may use it, or copy it and change the copy.");
        var token = SegmentSite.Fields(await desk.PageAsync("/segments/new")).First(field => field.Key == "token").Value;
        (await desk.Site.SubmitAsync(shared, SegmentSite.With(fields, ("token", token)))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await desk.Site.SubmitAsync($"{shared}/deletion", SegmentSite.With(fields, ("token", token)))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnBothDatabases]
    public async Task A_stored_rule_that_nobody_can_read_any_more_says_so(DatabaseKind kind)
    {
        await using var desk = await SegmentSite.OpenAsync(kind);
        var path = await desk.AddAsync("旧的", "customer.tier", "any-of", ["gold"]);
        foreach (var rule in (string[])["{", """{"version":1,"rule":{"match":"all","rules":[{"field":"gone","is":"yes","values":[]}]}}"""])
        {
            using (var session = desk.Site.Database.OpenSession()) session.Execute("UPDATE segment SET rule = @rule", ("rule", rule));
            (await desk.PageAsync("/segments")).QuerySelector("table")!.TextContent.ShouldContain("Needs a change");
            (await desk.PageAsync(path)).QuerySelector(".notice")!.TextContent.ShouldContain("This segment cannot be used as it is");
            (await desk.PageAsync($"/customers?segment={path.Split('/')[^1]}")).QuerySelector("#segment-form").ShouldNotBeNull();
            (await desk.Site.GetAsync($"{path}/customers.csv")).Status.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task Forms_without_their_token_change_nothing()
    {
        await using var desk = await SegmentSite.OpenAsync(DatabaseKind.Sqlite);
        var fields = SegmentSite.Fields(await desk.PageAsync("/segments/new")).Where(field => field.Key != "token").ToList();
        foreach (var path in (string[])["/segments", "/segments/draft", "/segments/preview", "/segments/options?at=0-0", "/segments/1", "/segments/1/deletion"])
            (await desk.Site.SubmitAsync(path, fields)).Status.ShouldBe(HttpStatusCode.BadRequest, path);
    }

    [Fact]
    public async Task Somebody_of_the_staff_keeps_segments_to_themselves_and_auditors_only_look()
    {
        await using (var staff = await SegmentSite.OpenAsync(DatabaseKind.Sqlite, "staff"))
        {
            var page = await staff.PageAsync("/segments/new");
            page.QuerySelector("[name=shared]").ShouldBeNull();
            var (_, _, path) = await staff.SaveAsync(page, ("name", "我的"), ("shared", "true"), ("field.0-0", "customer.phone-known"), ("is.0-0", "yes"));
            (await staff.PageAsync("/segments")).QuerySelector("table .tone")!.TextContent.ShouldBe("Own", path);
        }
        await using var auditor = await SegmentSite.OpenAsync(DatabaseKind.Sqlite, "auditor");
        (await auditor.PageAsync("/segments")).QuerySelector("a[href='/segments/new']").ShouldBeNull();
        (await auditor.Site.GetAsync("/segments/new")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }
}
