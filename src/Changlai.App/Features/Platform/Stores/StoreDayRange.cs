using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Platform.Stores;

/// <summary>Days in a row on which a store is closed, or open, for one reason.</summary>
public sealed record StoreDayRange(DateOnly From, DateOnly To, bool IsOpen, string Reason)
{
    public const string ClosedKind = "closed";
    public const string OpenKind = "open";

    /// <summary>Those from a day on, neighbours of one reason together.</summary>
    internal static List<StoreDayRange> Read(DatabaseSession session, long storeId, DateOnly from)
    {
        var ranges = new List<StoreDayRange>();
        using var rows = session.Read("""
            SELECT day, 0, reason FROM store_closed_day WHERE store_id = @store AND day >= @from
            UNION ALL SELECT day, 1, reason FROM store_open_day WHERE store_id = @store AND day >= @from ORDER BY 1
            """, ("store", storeId), ("from", from));
        while (rows.Next())
        {
            var (day, isOpen, reason) = (rows.Day(0), rows.Int(1) == 1, rows.Text(2));
            if (ranges is [.., var last] && last.To.AddDays(1) == day && last.IsOpen == isOpen && last.Reason == reason) ranges[^1] = last with { To = day };
            else ranges.Add(new StoreDayRange(day, day, isOpen, reason));
        }
        return ranges;
    }

    /// <summary>What was said of these days before no longer holds.</summary>
    internal void Write(DatabaseSession session, long storeId)
    {
        Remove(session, storeId, From, To);
        var table = IsOpen ? "store_open_day" : "store_closed_day";
        for (var day = From; day <= To; day = day.AddDays(1))
            session.Execute($"INSERT INTO {table} (store_id, day, reason) VALUES (@store, @day, @reason)", ("store", storeId), ("day", day), ("reason", Reason));
    }

    internal static int Remove(DatabaseSession session, long storeId, DateOnly from, DateOnly to)
    {
        (string, object?)[] values = [("store", storeId), ("from", from), ("to", to)];
        return session.Execute("DELETE FROM store_closed_day WHERE store_id = @store AND day BETWEEN @from AND @to", values)
            + session.Execute("DELETE FROM store_open_day WHERE store_id = @store AND day BETWEEN @from AND @to", values);
    }
}
