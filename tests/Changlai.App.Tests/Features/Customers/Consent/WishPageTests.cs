using System.Net;
using AngleSharp.Dom;
using Changlai.App.Tests.Harness;
using static Changlai.App.Tests.Features.Customers.CardSite;

namespace Changlai.App.Tests.Features.Customers.Consent;

/// <summary>Wishes and consent over HTTP.</summary>
public sealed class WishPageTests
{
    [Theory, OnBothDatabases]
    public async Task Wishes_are_kept_and_shown(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        var id = await site.RegisterAsync(("name", "李明华"), ("phone-0", "13800138000"), ("phoneKind-0", "work"));
        await site.SubmitAsync(await site.PageAsync($"/customers/{id}/wishes"), "/wishes", ("day", "1"), ("day", "2"), ("from", "18:00"), ("until", "20:30"),
            ("liked", "wecom"), ("notAtWork", "true"), ("topics", "新茶、养生"));

        var card = await site.PageAsync($"/customers/{id}");
        Fact(card, "Good days").ShouldBe("Mon–Tue 18:00–20:30");
        Fact(card, "Ways they like").ShouldBe("WeCom");
        Fact(card, "Topics they like").ShouldBe("养生, 新茶");
        card.QuerySelector("a[href^='tel:']").ShouldBeNull("nobody is to be called at work");
        (await site.CountAsync("consent_event")).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task A_refusal_needs_its_source_and_wording_and_is_kept_for_good(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        var id = await site.RegisterAsync(("name", "李明华"), ("phone-0", "13800138000"));
        var form = await site.PageAsync($"/customers/{id}/wishes");
        var (status, page) = await site.SubmitAsync(form, "/wishes", ("refused", "sms"), ("refused", "phone"));
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Errors(page).Length.ShouldBe(2);
        page.QuerySelector("input[name=refused][value=sms]")!.HasAttribute("checked").ShouldBeTrue();

        await site.SubmitAsync(form, "/wishes", ("refused", "sms"), ("refused", "phone"), ("consentSource", "shop"), ("wording", "别再发短信了，也别打"));
        site.Scalar<long>("SELECT count(*) FROM customer WHERE phone_refused AND refused_channels = 2").ShouldBe(1);
        site.Scalar<long>("SELECT count(*) FROM consent_event WHERE kind = 'refused' AND source = 'shop' AND wording = '别再发短信了，也别打' AND staff_id = 1").ShouldBe(2);

        await site.SubmitAsync(await site.PageAsync($"/customers/{id}/wishes"), "/wishes", ("refused", "sms"), ("consentSource", "phone"), ("wording", "电话还是可以打"));
        site.Scalar<long>("SELECT count(*) FROM consent_event").ShouldBe(3);
        var history = (await site.PageAsync($"/customers/{id}?kind=consent")).QuerySelectorAll("#history .timeline > li").Select(entry => entry.TextContent).ToList();
        history.Count.ShouldBe(3);
        history[0].ShouldContain("Allows again: Phone");
        history[0].ShouldContain("电话还是可以打");
    }

    [Theory, OnBothDatabases]
    public async Task Do_not_contact_has_its_reason_and_day_and_privacy_its_time_and_wording(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        var id = await site.RegisterAsync(("name", "李明华"), ("phone-0", "13800138000"));
        var form = await site.PageAsync($"/customers/{id}/wishes");
        Errors((await site.SubmitAsync(form, "/wishes", ("doNotContact", "true"), ("consentSource", "phone"), ("wording", "别再打了"))).Page).Single().ShouldContain("why not");

        await site.SubmitAsync(form, "/wishes", ("doNotContact", "true"), ("reason", "搬到外地"), ("consented", "true"), ("consentSource", "form"), ("wording", "同意《隐私说明》第一版"));
        site.Scalar<long>("SELECT count(*) FROM customer WHERE do_not_contact AND do_not_contact_reason = '搬到外地' AND do_not_contact_on IS NOT NULL AND privacy_consent_at IS NOT NULL").ShouldBe(1);
        site.Scalar<long>("SELECT count(*) FROM consent_event WHERE kind IN ('do-not-contact', 'consented')").ShouldBe(2);
        (await site.PageAsync($"/customers/{id}")).QuerySelector(".notice.tone-late")!.TextContent.ShouldContain("搬到外地");
    }

    [Theory, OnBothDatabases]
    public async Task Wishes_that_contradict_each_other_are_refused_by_field(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        var id = await site.RegisterAsync(("name", "李明华"));
        var (_, page) = await site.SubmitAsync(await site.PageAsync($"/customers/{id}/wishes"), "/wishes",
            ("from", "20:00"), ("until", "18:00"), ("liked", "sms"), ("refused", "sms"), ("consentSource", "phone"), ("wording", "不要短信"));
        Errors(page).ShouldBe(["The end must be later than the beginning.", "A way cannot be liked and refused at once."]);
    }

    [Theory, OnBothDatabases]
    public async Task The_second_of_two_sees_what_the_first_has_saved(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        var id = await site.RegisterAsync(("name", "李明华"));
        var mine = await site.PageAsync($"/customers/{id}/wishes");
        await site.SubmitAsync(await site.PageAsync($"/customers/{id}/wishes"), "/wishes", ("refused", "letter"), ("consentSource", "shop"), ("wording", "不要寄信"));

        var (status, page) = await site.SubmitAsync(mine, "/wishes", ("topics", "新茶"));

        status.ShouldBe(HttpStatusCode.Conflict);
        page.QuerySelector("#conflict")!.TextContent.ShouldContain("Letters and cards");
        site.Scalar<long>("SELECT refused_channels FROM customer").ShouldBe(16);
    }
}
