using Changlai.App.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Changlai.App.Features.Platform.Contracts.Audit;

/// <summary>Who saved something last, for whoever finds it changed.</summary>
internal static class LastChange
{
    /// <summary>A form is seldom open longer; who changed something before then did not come between.</summary>
    private static readonly TimeSpan Recent = TimeSpan.FromDays(1);

    /// <summary>The newest entries are looked through; what came in between is among them.</summary>
    private const int Newest = 5000;

    /// <param name="subject">A kind and an id, such as <c>product:5</c>; null for a customer.</param>
    /// <returns>In the reader's language; null where the log does not tell.</returns>
    public static string? Words(HttpContext http, DatabaseSession session, string? subject, long? customerId, params ReadOnlySpan<AuditAction> actions)
    {
        var services = http.RequestServices;
        var (ui, viewer, now) = (services.GetRequiredService<UiContext>(), Viewer.Of(http.User), services.GetRequiredService<TimeProvider>().GetUtcNow());
        var codes = string.Join(", ", actions.ToArray().Select((_, number) => $"@action{number}"));
        List<(string, object?)> values = [("since", now - Recent), .. actions.ToArray().Select((action, number) => ($"action{number}", (object?)action.Code))];
        if (subject is not null) values.Add(("subject", subject));
        if (customerId is not null) values.Add(("customer", customerId));
        using var rows = session.Read($"""
            SELECT e.actor_kind, e.actor_id, e.actor_name, e.at FROM audit_entry e
            WHERE {(customerId is null ? $"e.id > (SELECT max(id) FROM audit_entry) - {Newest}" : "e.customer_id = @customer")}{(subject is null ? "" : " AND e.subject = @subject")} AND e.action IN ({codes}) AND e.at > @since
            ORDER BY e.id DESC LIMIT 1
            """, [.. values]);
        if (!rows.Next()) return null;
        var zone = services.GetRequiredService<StoreDirectory>().ZoneOf(viewer.StoreId);
        var clock = TimeZoneInfo.ConvertTime(rows.Instant(3), zone).DateTime;
        var at = $"{Formats.RelativeDay(DateOnly.FromDateTime(clock), ui.Today, ui.Language)} {Formats.Time(TimeOnly.FromDateTime(clock))}";
        return rows.Text(0) == "person" && rows.LongOrNull(1) == viewer.StaffId ? ConflictTexts.ByYourself.In(ui.Language, at) : ConflictTexts.By.In(ui.Language, rows.Text(2), at);
    }
}
