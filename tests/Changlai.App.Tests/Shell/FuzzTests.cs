using System.Net;
using System.Text;
using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Tests.Features.Orders.Import.Pages;
using Changlai.App.Tests.Harness;
using Changlai.Core.Calendars;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Tests.Shell;

/// <summary>Ten thousand requests that make no sense, by people who may see one store: none breaks the program, and none brings out the other store.</summary>
public abstract class FuzzTests(string role, int seed)
{
    /// <summary>Of each of the three roles on both databases together: two thirds on SQLite, since the same handlers answer.</summary>
    private const int Requests = 3_336;
    private const int Hidden = 2;

    /// <summary>Parts of everything that the customer of the other store has.</summary>
    private static readonly string[] Marks = ["欧阳绝密", "13900009999", "139 0000 9999", "secret-of-two"];

    [Theory, OnBothDatabases]
    public async Task Nonsense_breaks_nothing_and_brings_out_nothing_of_another_store(DatabaseKind kind)
    {
        await using var site = await BusyShop.OpenAsync(kind);
        AddHidden(site);
        (await TextAsync(await site.FetchAsync("/customers?q=欧阳"))).ShouldContain(Marks[0], Case.Sensitive, "an administrator sees the other store's customer");

        var wrong = new List<string>();
        var throughTheDoor = 0;
        await BecomeAsync(site, role);
        (await TextAsync(await site.FetchAsync("/customers?q=欧阳"))).ShouldNotContain(Marks[0]);
        var token = (await site.GetAsync("/today")).Page.QuerySelector("input[name=token]")?.GetAttribute("value") ?? "";
        var fuzz = new FuzzedRequests(seed, [site.Service<EndpointDataSource>()], token);
        var requests = kind == DatabaseKind.Sqlite ? Requests * 2 / 3 : Requests / 3;
        for (var count = requests; count > 0; count--)
        {
            using var request = fuzz.Next();
            using var answer = await site.SendAsync(request);
            var text = await TextAsync(answer);
            if (answer.StatusCode == HttpStatusCode.OK) throughTheDoor++;
            if ((int)answer.StatusCode >= 500) wrong.Add($"{role}: {await DescribeAsync(request)}: {answer.StatusCode}");
            if (Marks.FirstOrDefault(mark => text.Contains(mark, StringComparison.OrdinalIgnoreCase)) is { } mark) wrong.Add($"{role}: {await DescribeAsync(request)}: shows {mark}");
        }

        wrong.ShouldBeEmpty(string.Join('\n', wrong.Take(40)));
        throughTheDoor.ShouldBeGreaterThan(requests / 50, "enough of them got through the door");
        using var session = site.Database.OpenSession();
        session.Scalar<string>("SELECT name FROM customer WHERE store_id = 2").ShouldBe("欧阳绝密");
    }

    private static void AddHidden(ImportSite site)
    {
        using var session = site.Database.OpenSession();
        session.Begin();
        NewCustomers.Write(session, "test",
        [
            new NewCustomer("secret-of-two-number", "欧阳绝密", null, null, "+8613900009999", "secret-of-two@example.com", null, null, null, Hidden, null, Weekdays.None, null, null, FakeTime.On("2024-01-01").GetUtcNow(), []),
        ]);
        session.Commit();
    }

    private static async Task BecomeAsync(ImportSite site, string role)
    {
        using (var session = site.Database.OpenSession()) session.Execute("UPDATE staff SET role = @role, store_id = 1 WHERE id = 1", ("role", role));
        await site.SignInAsync("lin");
    }

    private static async Task<string> TextAsync(HttpResponseMessage answer) => Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync()) + string.Join('\n', answer.Headers);

    private static async Task<string> DescribeAsync(HttpRequestMessage request)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync();
        return $"{request.Method} {request.RequestUri} [{string.Join("; ", request.Headers.Select(header => $"{header.Key}: {string.Join(',', header.Value)}"))}] {request.Content?.Headers.ContentType} {(body.Length > 200 ? body[..200] : body)}";
    }
}

/// <summary>The roles stand apart, so that they can be tried at the same time.</summary>
public sealed class FuzzAsStaffTests() : FuzzTests("staff", 20261128);

public sealed class FuzzAsManagerTests() : FuzzTests("manager", 20261129);

public sealed class FuzzAsAuditorTests() : FuzzTests("auditor", 20261130);
