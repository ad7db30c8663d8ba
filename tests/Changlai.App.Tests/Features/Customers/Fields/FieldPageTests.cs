using System.Net;
using AngleSharp.Dom;
using Changlai.App.Tests.Features.Orders.Import.Pages;
using Changlai.App.Tests.Harness;
using static Changlai.App.Tests.Features.Customers.CardSite;

namespace Changlai.App.Tests.Features.Customers.Fields;

/// <summary>Fields that the organisation defines, from the settings to the card.</summary>
public sealed class FieldPageTests
{
    [Theory, OnBothDatabases]
    public async Task A_field_of_each_type_is_asked_kept_and_shown(DatabaseKind kind)
    {
        await using var site = await CardSite.OpenAsync(kind, "manager");
        var taste = await DefineAsync(site, "text", "口味", "Taste", ("searchable", "true"));
        var cups = await DefineAsync(site, "number", "每天几杯", "Cups a day", ("least", "0"), ("most", "20"));
        var since = await DefineAsync(site, "date", "喝茶从", "Drinks tea since");
        var skin = await DefineAsync(site, "choice", "肤质", "Skin", ("choiceChinese-0", "干性"), ("choiceEnglish-0", "Dry"), ("choiceChinese-1", "油性"), ("choiceEnglish-1", "Oily"));
        var teas = await DefineAsync(site, "choices", "爱喝", "Likes", ("choiceChinese-0", "绿茶"), ("choiceEnglish-0", "Green"), ("choiceChinese-1", "红茶"), ("choiceEnglish-1", "Black"));
        var smoker = await DefineAsync(site, "yes-no", "抽烟", "Smokes");

        var id = await site.RegisterAsync(("name", "李明华"), ($"field-{taste}", "清淡一点"), ($"field-{cups}", "２.5"), ($"field-{since}", "2001-05-06"), ($"field-{skin}", "2"),
            ($"field-{teas}", "2"), ($"field-{teas}", "1"), ($"field-{smoker}", "false"));

        var card = await site.PageAsync($"/customers/{id}");
        Fact(card, "Taste").ShouldBe("清淡一点");
        Fact(card, "Cups a day").ShouldBe("2.5");
        Fact(card, "Drinks tea since").ShouldBe("6 May 2001");
        Fact(card, "Skin").ShouldBe("Oily");
        Fact(card, "Likes").ShouldBe("Green, Black");
        Fact(card, "Smokes").ShouldBe("No");
        (await site.FindAsync("清淡")).ShouldBe(["李明华"]);
        site.Scalar<long>("SELECT number_milli FROM customer_field_value WHERE number_milli IS NOT NULL").ShouldBe(2500);

        // What is stored comes back into the form, and saving it unchanged changes nothing.
        var edit = await site.PageAsync($"/customers/{id}/edit");
        await site.SubmitAsync(edit, "/details");
        Fact(await site.PageAsync($"/customers/{id}"), "Likes").ShouldBe("Green, Black");
    }

    [Theory, OnBothDatabases]
    public async Task Required_and_range_are_held_and_a_default_stands_in_a_new_form(DatabaseKind kind)
    {
        await using var site = await CardSite.OpenAsync(kind, "manager");
        var taste = await DefineAsync(site, "text", "口味", "Taste", ("required", "true"), ("initial", "一般"));
        var cups = await DefineAsync(site, "number", "每天几杯", "Cups a day", ("least", "1"), ("most", "20"));

        var form = await site.PageAsync("/customers/new");
        Value(form, $"field-{taste}").ShouldBe("一般");
        var (status, page) = await site.SubmitAsync(form, "/customers", ("name", "李"), ($"field-{taste}", ""), ($"field-{cups}", "21"));
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Errors(page).ShouldBe(["“Taste” is needed.", "“Cups a day” lies between 1 and 20."]);
        Errors((await site.SubmitAsync(form, "/customers", ("name", "李"), ($"field-{cups}", "three"))).Page).Single().ShouldContain("such as 12.5");
    }

    [Theory, OnBothDatabases]
    public async Task A_used_field_is_retired_and_keeps_its_values_an_unused_one_goes(DatabaseKind kind)
    {
        await using var site = await CardSite.OpenAsync(kind, "manager");
        var used = await DefineAsync(site, "text", "口味", "Taste");
        var unused = await DefineAsync(site, "text", "花色", "Colour");
        var id = await site.RegisterAsync(("name", "李明华"), ($"field-{used}", "清淡"));

        await site.SubmitAsync(await site.PageAsync($"/settings/fields/{unused}"), "/retirement");
        await site.SubmitAsync(await site.PageAsync($"/settings/fields/{used}"), "/retirement");

        (await site.GetAsync($"/settings/fields/{unused}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.PageAsync($"/customers/{id}/edit")).QuerySelector($"[name='field-{used}']").ShouldBeNull();
        await site.SubmitAsync(await site.PageAsync($"/customers/{id}/edit"), "/details", ("occupation", "教师"));
        Fact(await site.PageAsync($"/customers/{id}"), "Taste").ShouldBe("清淡");

        await site.SubmitAsync(await site.PageAsync($"/settings/fields/{used}"), "/restoration");
        Value(await site.PageAsync($"/customers/{id}/edit"), $"field-{used}").ShouldBe("清淡");
    }

    [Fact]
    public async Task A_used_field_keeps_its_type_and_whoever_asks_for_another_is_told()
    {
        await using var site = await CardSite.OpenAsync(DatabaseKind.Sqlite, "manager");
        var used = await DefineAsync(site, "text", "口味", "Taste");
        await site.RegisterAsync(("name", "李明华"), ($"field-{used}", "清淡"));

        var (status, page) = await site.SubmitAsync(await site.PageAsync($"/settings/fields/{used}"), $"/{used}", ("type", "number"));

        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Errors(page).Single().ShouldContain("keeps its own");
        Value(page, "type").ShouldBe("text");
    }

    [Theory, OnBothDatabases]
    public async Task A_definition_that_makes_no_sense_is_refused_by_field(DatabaseKind kind)
    {
        await using var site = await CardSite.OpenAsync(kind, "manager");
        var form = await site.PageAsync("/settings/fields/new");
        Errors((await site.SubmitAsync(form, "/settings/fields", ("nameChinese", ""), ("nameEnglish", "Taste"), ("position", "x"))).Page).Length.ShouldBe(2);
        Errors((await site.SubmitAsync(form, "/settings/fields", ("nameChinese", "茶"), ("nameEnglish", "Tea"), ("type", "choice"))).Page).Single().ShouldContain("at least one choice");
        Errors((await site.SubmitAsync(form, "/settings/fields", ("nameChinese", "茶"), ("nameEnglish", "Tea"), ("type", "number"), ("least", "9"), ("most", "3"))).Page).Single().ShouldContain("less than");
        (await site.CountAsync("customer_field")).ShouldBe(0);

        await site.SubmitAsync(form, "/settings/fields", ("nameChinese", "茶"), ("nameEnglish", "Tea"));
        await site.SubmitAsync(form, "/settings/fields", ("nameChinese", "茶"), ("nameEnglish", "Tea"));
        (await site.CountAsync("customer_field")).ShouldBe(1);
    }

    [Fact]
    public async Task Settings_are_for_those_who_manage()
    {
        await using var site = await CardSite.OpenAsync(DatabaseKind.Sqlite, "staff");
        foreach (var path in (string[])["/settings", "/settings/fields", "/settings/completeness"]) (await site.GetAsync(path)).Page.QuerySelector("h1")!.TextContent.ShouldBe("There is no such page", path);
        (await site.PageAsync("/customers")).QuerySelector("nav a[href='/settings']").ShouldBeNull();
    }

    [Fact]
    public async Task The_settings_page_leads_to_each()
    {
        await using var site = await CardSite.OpenAsync(DatabaseKind.Sqlite, "manager");
        var hrefs = (await site.PageAsync("/settings")).QuerySelectorAll(".settings a").Select(link => link.GetAttribute("href")!).ToList();
        hrefs.ShouldContain("/settings/fields");
        foreach (var href in hrefs) (await site.GetAsync(href)).Status.ShouldBe(HttpStatusCode.OK, href);
    }

    [Theory, OnBothDatabases]
    public async Task Weights_change_the_score_and_nonsense_is_refused(DatabaseKind kind)
    {
        await using var site = await CardSite.OpenAsync(kind, "manager");
        var id = await site.RegisterAsync(("name", "李明华"), ("phone-0", "13800138000"));
        var form = await site.PageAsync("/settings/completeness");
        Errors((await site.SubmitAsync(form, "/settings/completeness", ("phone", "101"))).Page).Single().ShouldBe("A whole number from 0 to 100.");

        var all = form.QuerySelectorAll("form[action='/settings/completeness'] input.form-control").Select(input => (input.GetAttribute("name")!, (string?)"0")).ToArray();
        (await site.SubmitAsync(form, "/settings/completeness", all)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await site.SubmitAsync(form, "/settings/completeness", [.. all.Where(one => one.Item1 is not ("phone" or "email")), ("phone", "30"), ("email", "10")]);

        (await site.PageAsync($"/customers/{id}")).QuerySelector(".ask-next")!.TextContent.ShouldContain("75 of 100");
    }

    private static async Task<long> DefineAsync(ImportSite site, string type, string chinese, string english, params (string Name, string? Value)[] more)
    {
        var (_, page) = await site.SubmitAsync(await site.PageAsync("/settings/fields/new"), "/settings/fields", [("type", type), ("nameChinese", chinese), ("nameEnglish", english), .. more]);
        Errors(page).ShouldBeEmpty();
        return site.Scalar<long>("SELECT max(id) FROM customer_field");
    }
}
