using Changlai.App.Features.Customers.Consent;
using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Api;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Ui;
using Changlai.Core.Calendars;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.Customers.Api;

/// <summary>How a customer wishes to be contacted, and what they agreed to, for other programs.</summary>
internal static class WishApi
{
    private static readonly Text NoDay = new("请用 1 到 7 表示星期一到星期日。", "Give 1 to 7 for Monday to Sunday.");

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/customers/{customerId:long}/wishes", Show).For(Access.ReadCustomers).NeedsScope(ApiScope.CustomersRead)
            .Says("客户的联系意愿与同意", "A customer's wishes and consent", typeof(WishBody), hasVersion: true);
        routes.MapPut("/api/customers/{customerId:long}/wishes", ChangeAsync).For(Access.ChangeCustomers).NeedsScope(ApiScope.CustomersWrite).Audits(CustomerAudit.WishesChanged)
            .Says("修改联系意愿与同意", "Change a customer's wishes and consent", typeof(WishBody), typeof(WishBody), hasVersion: true);
    }

    private static IResult Show(HttpContext http, WishWork work, UiContext ui, long customerId)
    {
        using var session = work.Database.OpenSession();
        return CustomerAccess.Find(session, Viewer.Of(http.User), customerId) is not null && WishWork.Read(session, customerId) is { } stored
            ? ETags.Answer(http, stored.Version, WishBody.Of(stored))
            : JsonRequests.NotFound(ui);
    }

    private static async Task<IResult> ChangeAsync(HttpContext http, WishWork work, UiContext ui, long customerId)
    {
        var (body, refusal) = await JsonRequests.ReadAsync<WishBody>(http);
        if (body is null) return refusal!;
        var viewer = Viewer.Of(http.User);
        using var session = work.Database.OpenSession();
        session.Begin();
        if (CustomerAccess.Find(session, viewer, customerId) is not { } customer || WishWork.Read(session, customerId) is not { } before) return JsonRequests.NotFound(ui);
        if (ETags.Refusal(http, ui, before.Version) is { } stale) return stale;
        if (Problems(body) is { Count: > 0 } problems) return JsonRequests.Invalid(ui, problems);
        var taken = work.Change(session, viewer, customer, before, body.Form(before.Version));
        if (!taken.IsTaken && !taken.IsStale) return JsonRequests.Invalid(ui, taken.Form.Errors);
        var now = WishWork.Read(session, customerId)!;
        return taken.IsStale ? ETags.Stale(http, ui, now.Version) : ETags.Answer(http, now.Version, WishBody.Of(now));
    }

    /// <summary>What a form cannot hold in the first place, and so cannot be wrong in it.</summary>
    private static Dictionary<string, Text> Problems(WishBody body)
    {
        var problems = new Dictionary<string, Text>(StringComparer.Ordinal);
        foreach (var (index, day) in (body.Days ?? []).Index())
            if (day is < 1 or > 7) problems[$"days[{index}]"] = NoDay;
        foreach (var (name, channels) in ((string, IReadOnlyList<string?>?)[])[("liked", body.Liked), ("refused", body.Refused)])
            foreach (var (index, channel) in (channels ?? []).Index())
                if (ContactChannel.Find(channel) is null) problems[$"{name}[{index}]"] = CustomerApiTexts.OneOf.With(string.Join(", ", ContactChannel.All.Select(one => one.Code)));
        return problems;
    }
}

/// <summary>Wishes as other programs read and send them. What is read can be sent back as it is.</summary>
internal sealed record WishBody
{
    /// <summary>Good days, Monday 1 to Sunday 7; none for any.</summary>
    public IReadOnlyList<int>? Days { get; init; }

    public string? From { get; init; }
    public string? Until { get; init; }
    public IReadOnlyList<string?>? Liked { get; init; }
    public IReadOnlyList<string?>? Refused { get; init; }
    public bool NotAtWork { get; init; }
    public bool DoNotContact { get; init; }

    /// <summary>Why they are not to be contacted.</summary>
    public string? Reason { get; init; }

    public IReadOnlyList<string?>? Topics { get; init; }

    /// <summary>Whether they agree to our keeping what they told us.</summary>
    public bool Consented { get; init; }

    /// <summary>How we heard of a refusal or consent that changes; it is kept with the change and not told here.</summary>
    public string? ConsentSource { get; init; }

    /// <summary>Their words, or the text agreed to.</summary>
    public string? Wording { get; init; }

    public static WishBody Of(StoredWishes stored) => new()
    {
        Days = [.. Enumerable.Range(1, 7).Where(day => stored.Wishes.PreferredWeekdays.Contains((DayOfWeek)(day % 7)))],
        From = stored.Wishes.PreferredFrom?.ToString("HH:mm"),
        Until = stored.Wishes.PreferredUntil?.ToString("HH:mm"),
        Liked = [.. stored.Wishes.Liked.Channels.Select(channel => channel.Code)],
        Refused = [.. stored.Wishes.Refused.Channels.Select(channel => channel.Code)],
        NotAtWork = stored.Wishes.NotAtWork,
        DoNotContact = stored.Wishes.DoNotContact,
        Reason = stored.Wishes.DoNotContactReason,
        Topics = stored.Topics,
        Consented = stored.Wishes.PrivacyConsentAt is not null,
    };

    public WishForm Form(int version) => new()
    {
        Days = Weekdays.Of([.. (Days ?? []).Select(day => (DayOfWeek)(day % 7))]),
        From = From ?? "",
        Until = Until ?? "",
        Liked = Channels(Liked),
        Refused = Channels(Refused),
        NotAtWork = NotAtWork,
        DoNotContact = DoNotContact,
        Reason = Reason ?? "",
        Topics = string.Join('、', Topics ?? []),
        Consented = Consented,
        Source = ConsentSource ?? "",
        Wording = Wording ?? "",
        Version = version,
    };

    private static ChannelSet Channels(IReadOnlyList<string?>? codes) => ChannelSet.Of((codes ?? []).Select(ContactChannel.Find).OfType<ContactChannel>());
}
