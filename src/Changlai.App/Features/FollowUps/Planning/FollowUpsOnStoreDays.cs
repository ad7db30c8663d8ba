using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.FollowUps.Planning;

/// <summary>
/// Marks the customers whose follow-ups stand on days that have changed, and those who wait for a free place there, so that the next run
/// looks at them.
/// </summary>
internal sealed class FollowUpsOnStoreDays(TimeProvider time) : IStoreDaysChanged
{
    public void StoreDaysChanged(DatabaseSession session, StoreDaysChange change)
    {
        var where = (change.StoreId is null ? "" : " AND store_id = @store") + (change.StaffId is null ? "" : " AND assignee_id = @staff");
        var within = change.From is null ? "" : " AND due_on BETWEEN @from AND @to";
        var waiting = change.From is null ? "" : " AND latest_on >= @from AND earliest_on <= @to";
        (string, object?)[] values = [("now", time.GetUtcNow())];
        if (change.StoreId is { } store) values = [.. values, ("store", store)];
        if (change.StaffId is { } person) values = [.. values, ("staff", person)];
        if (change.From is { } from) values = [.. values, ("from", from), ("to", change.To ?? from)];
        session.Execute($"""
            INSERT INTO planning_due (customer_id, since)
            SELECT DISTINCT customer_id, @now FROM follow_up WHERE (state = 'planned'{within} OR state = 'not-placed'{waiting}){where}
            ON CONFLICT (customer_id) DO UPDATE SET since = excluded.since
            """, values);
    }
}
