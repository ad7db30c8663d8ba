using System.Net;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Tests.Harness;
using Changlai.Web.CommandLine;
using Microsoft.AspNetCore.Http;

namespace Changlai.App.Tests.CommandLine;

/// <summary>Inviting somebody from the command line, and what its link begins with.</summary>
public sealed class InviteTests
{
    [Theory, OnBothDatabases]
    public async Task An_invitation_prints_a_link_that_works_and_no_password(DatabaseKind kind)
    {
        await using var place = await TestDatabase.CreateAsync(kind);
        var run = await CommandLineRun.Of("staff", "invite", "陈晓燕", "--sign-in", "Chen", "--role", "manager", "--store", "西湖店", "--public-url", "https://changlai.example.cn/", "--db", place.Connection, "--json");
        run.Error.ShouldBeEmpty();
        var link = run.Json.GetProperty("link").GetString()!;
        link.ShouldStartWith("https://changlai.example.cn/join/");

        using var database = new Database(place.Connection);
        using (var session = database.OpenSession())
        {
            session.Scalar<long>("SELECT count(*) FROM staff WHERE sign_in_name = 'chen' AND role = 'manager' AND password_hash IS NULL").ShouldBe(1);
            session.Scalar<long>("SELECT count(*) FROM audit_entry WHERE action IN ('staff.make', 'staff.link') AND actor_kind = 'command'").ShouldBe(2);
        }
        await using var app = ServeCommand.Build(database, "http://127.0.0.1:0");
        await app.StartAsync();
        using var browser = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        using var page = await browser.GetAsync(new Uri(link).AbsolutePath);
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        await app.StopAsync();
    }

    [Theory]
    [OnBothDatabases("--store", "staff invite chen")]
    [OnBothDatabases("--sign-in", "staff invite 陈晓燕 --store 西湖店")]
    [OnBothDatabases("--role", "staff invite chen --role emperor")]
    [OnBothDatabases("--public-url", "staff invite chen --store 西湖店 --public-url changlai.example.cn")]
    [OnBothDatabases("--public-url", "staff invite chen --store 西湖店 --public-url javascript:alert(1)")]
    public async Task What_is_wrong_is_named_and_nobody_is_added(DatabaseKind kind, string named, string words)
    {
        await using var place = await TestDatabase.CreateAsync(kind);
        var run = await CommandLineRun.Of([.. words.Split(' '), "--db", place.Connection]);
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain(named);
        using var database = new Database(place.Connection);
        using var session = database.OpenSession();
        session.Scalar<long>("SELECT count(*) FROM staff").ShouldBe(0);
    }

    [Theory]
    [InlineData("https://changlai.example.cn", "https://changlai.example.cn")]
    [InlineData(" http://shop:8080/ ", "http://shop:8080")]
    [InlineData("https://changlai.example.cn/shop", null)]
    [InlineData("https://changlai.example.cn/?x=1", null)]
    [InlineData("https://you@changlai.example.cn", null)]
    [InlineData("ftp://changlai.example.cn", null)]
    [InlineData("changlai.example.cn", null)]
    [InlineData("//changlai.example.cn", null)]
    [InlineData("", null)]
    public void A_public_address_is_absolute_and_has_no_path(string text, string? address) => PublicAddress.Parse(text).ShouldBe(address);

    [Fact]
    public void Without_one_a_link_begins_with_what_was_asked_for()
    {
        var http = new DefaultHttpContext { Request = { Scheme = "http", Host = new HostString("shop:5080") } };
        new PublicAddress(null).Of(http, "/join/x").ShouldBe("http://shop:5080/join/x");
        http.Request.Host = new HostString("evil.example");
        new PublicAddress("https://changlai.example.cn").Of(http, "/join/x").ShouldBe("https://changlai.example.cn/join/x");
    }
}
