using System.Net;
using System.Text.Json.Nodes;
using Changlai.App.Features.Customers.Editing;
using Changlai.App.Tests.Features.Customers.Segments;
using Changlai.App.Tests.Features.Orders.Import.Pages;
using Changlai.App.Tests.Features.Platform.Api;
using Changlai.App.Tests.Harness;

namespace Changlai.App.Tests.Features.Customers.Privacy;

/// <summary>What is kept from a post is kept from it everywhere.</summary>
public sealed class MaskingTests
{
    [Theory, OnBothDatabases]
    public async Task No_page_file_or_answer_holds_what_is_hidden(DatabaseKind kind)
    {
        var (site, id) = await PrivacySite.OpenAsync(kind, "manager");
        await using var _ = site;
        var twin = await site.RegisterAsync(("name", PrivacySite.Name), ("phone-0", PrivacySite.Phone), ("email-0", "wang@example.com"));
        await new SegmentSite(site).AddAsync("都是", "customer.name-known", "yes", []);
        using (var session = site.Database.OpenSession())
            session.Execute("""
                INSERT INTO follow_up (customer_id, id, plan, step, occasion, state, channel, store_id, assignee_id, earliest_on, ideal_on, latest_on, due_on, priority, value_minor, currency,
                    strength, reason, day_reason, value_basis, planned_on)
                VALUES (@id, 1, 'thanks', 'next-day', 'order:1', 'planned', 'phone', 1, 1, @day, @day, @day, @day, 1, 0, 'CNY', 0, 'order|2024-03-01|order|1', 'ideal', '1|30|1|500|100', @day)
                """, ("id", id), ("day", new DateOnly(2024, 3, 2)));
        string[] paths =
        [
            "/customers", $"/customers?q={Uri.EscapeDataString(PrivacySite.Name)}", $"/customers/suggestions?q={Uri.EscapeDataString(PrivacySite.Name)}", $"/customers/{id}", $"/customers/{id}/edit", "/today", $"/today?open={id}-1",
            $"/customers/{id}/follow-ups/1", "/duplicates", $"/duplicates/{id}/{twin}", $"/customers/{id}/relations?q={Uri.EscapeDataString(PrivacySite.Name)}", "/customers?segment=1", "/segments/1", "/segments/1/customers.csv",
            "/api/customers", $"/api/customers/{id}", $"/api/customers?q={Uri.EscapeDataString(PrivacySite.Name)}", "/api/segments/1/customers", "/api/today", "/api/duplicates", $"/api/duplicates/{id}/{twin}",
        ];
        foreach (var path in paths)
        {
            var text = await site.TextAsync(path);
            text.ShouldContain(PrivacySite.Name, Case.Sensitive, path);
            foreach (var secret in PrivacySite.Secrets) text.ShouldNotContain(secret, Case.Sensitive, path);
        }
        (await site.TextAsync($"/customers/{id}")).ShouldContain("138****8001");
        (await site.PageAsync($"/customers/{id}")).QuerySelector("a[href^='tel:']").ShouldBeNull("what cannot be dialled is no link");
        (await site.PageAsync("/today")).QuerySelector("a[href^='tel:']").ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task A_fragment_of_a_hidden_number_finds_nobody_and_the_whole_of_it_does(DatabaseKind kind)
    {
        var (site, _) = await PrivacySite.OpenAsync(kind);
        await using var _1 = site;
        foreach (var guess in (string[])["0013800", "8001", "138001", "ang@example", "62220000", "龙井路", "E12345", "wx-w"]) (await site.FindAsync(guess)).ShouldBeEmpty(guess);
        foreach (var known in (string[])[PrivacySite.Phone, "wang@example.com", "6222000011112222", PrivacySite.Name, "xiaoming"]) (await site.FindAsync(known)).ShouldBe([PrivacySite.Name], known);
        PrivacySite.Hide(site, "staff", []);
        (await site.FindAsync("0013800")).ShouldBe([PrivacySite.Name], "nothing is hidden any more");
    }

    [Theory, OnBothDatabases]
    public async Task Whoever_changes_a_card_without_seeing_all_of_it_loses_nothing(DatabaseKind kind)
    {
        var (site, id) = await PrivacySite.OpenAsync(kind);
        await using var _ = site;
        var before = Stored(site, id);
        var (status, page) = await site.SubmitAsync(await site.PageAsync($"/customers/{id}/edit"), "/details", ("occupation", "教师"));
        CardSite.Errors(page).ShouldBeEmpty();
        status.ShouldBe(HttpStatusCode.OK);
        var after = Stored(site, id);
        after.Phones.ShouldBe(before.Phones);
        after.Emails.ShouldBe(before.Emails);
        after.Numbers.ShouldBe(before.Numbers);
        after.Addresses.ShouldBe(before.Addresses);
        after.WeComId.ShouldBe("wx-wang");
        after.Values[1].Text.ShouldBe("E1234567");
        after.Occupation.ShouldBe("教师");

        await site.SubmitAsync(await site.PageAsync($"/customers/{id}/edit"), "/details", ("phone-0", "13900139009"), ("phone-1", "138****8001"));
        Stored(site, id).Phones.Select(phone => phone.E164).ShouldBe(["+8613900139009", "+8613800138001"], "a masked number stands for the one it hides, wherever it is put");
    }

    [Theory, OnBothDatabases]
    public async Task A_form_that_is_refused_comes_back_as_masked_as_it_was_sent(DatabaseKind kind)
    {
        var (site, id) = await PrivacySite.OpenAsync(kind);
        await using var _ = site;
        var (status, page) = await site.SubmitAsync(await site.PageAsync($"/customers/{id}/edit"), "/details", ("name", ""));
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        foreach (var secret in PrivacySite.Secrets) page.DocumentElement.OuterHtml.ShouldNotContain(secret);
        var stale = await site.PageAsync($"/customers/{id}/edit");
        using (var session = site.Database.OpenSession()) session.Execute("UPDATE customer SET phone = '+8613700137001', version = version + 1 WHERE customer_id = @id", ("id", id));
        (status, page) = await site.SubmitAsync(stale, "/details", ("occupation", "教师"));
        status.ShouldBe(HttpStatusCode.Conflict);
        foreach (var secret in PrivacySite.Secrets.Append("13700137001")) page.DocumentElement.OuterHtml.ShouldNotContain(secret);
    }

    [Theory, OnBothDatabases]
    public async Task A_program_may_send_back_what_it_read_and_loses_nothing(DatabaseKind kind)
    {
        var (site, id) = await PrivacySite.OpenAsync(kind);
        await using var _ = site;
        using var program = await ApiProgram.OpenAsync(site, 1, "customers:read", "customers:write");
        var read = await program.GetAsync($"/api/customers/{id}");
        var body = JsonNode.Parse(read.Json.GetRawText())!.AsObject();
        body["occupation"] = "教师";
        var changed = await program.CallAsync(HttpMethod.Put, $"/api/customers/{id}", body, ("If-Match", read.ETag!));
        changed.Status.ShouldBe(HttpStatusCode.OK);
        foreach (var secret in PrivacySite.Secrets) changed.Json.GetRawText().ShouldNotContain(secret);
        Stored(site, id).Phones[0].E164.ShouldBe("+8613800138001");
        Stored(site, id).Values[1].Text.ShouldBe("E1234567");
    }

    [Theory, OnBothDatabases]
    public async Task The_head_office_says_what_is_hidden_and_what_it_does_not_know_is_refused(DatabaseKind kind)
    {
        await using var site = await CardSite.OpenAsync(kind, "head-office");
        var page = await site.PageAsync("/settings/privacy");
        page.QuerySelectorAll("input[name=hide][checked]").Select(box => box.GetAttribute("value")).ShouldBe(["auditor/phone", "auditor/email", "auditor/wecom", "auditor/number", "auditor/street"]);
        var token = page.QuerySelector("form[action='/settings/privacy'] [name=token]")!.GetAttribute("value")!;
        var (status, answer, _) = await site.SubmitAsync("/settings/privacy", [new("token", token), new("hide", "staff/phone"), new("hide", "manager/email")]);
        status.ShouldBe(HttpStatusCode.OK, ImportSite.Notice(answer));
        (await site.PageAsync("/settings/privacy")).QuerySelectorAll("input[name=hide][checked]").Select(box => box.GetAttribute("value")).ShouldBe(["staff/phone", "manager/email"]);
        site.Scalar<string>("SELECT details FROM audit_entry WHERE action = 'masking.change'").ShouldBe("""{"hidden":"staff: phone; manager: email"}""");

        (status, answer, _) = await site.SubmitAsync("/settings/privacy", [new("token", token), new("hide", "staff/<b>")]);
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        ImportSite.Notice(answer).ShouldContain("staff/<b>");
        (await site.PageAsync("/settings/privacy")).QuerySelectorAll("input[name=hide][checked]").Length.ShouldBe(2, "nothing changed");
    }

    [Theory]
    [OnBothDatabases("staff")]
    [OnBothDatabases("manager")]
    [OnBothDatabases("auditor")]
    public async Task Nobody_below_it_does(DatabaseKind kind, string role)
    {
        await using var site = await CardSite.OpenAsync(kind, role);
        (await site.GetAsync("/settings/privacy")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static App.Features.Customers.Contracts.CustomerDetails Stored(ImportSite site, long id)
    {
        using var session = site.Database.OpenSession();
        return StoredCustomer.Read(session, id)!.Details;
    }
}
