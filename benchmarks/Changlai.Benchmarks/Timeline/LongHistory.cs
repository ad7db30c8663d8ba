using Changlai.App.Features.Platform.Contracts;

namespace Changlai.Benchmarks.Timeline;

/// <summary>Five thousand entries of every kind for one customer: somebody who has come twice a week for twenty years.</summary>
internal static class LongHistory
{
    public const int Entries = 5_000;
    private const int Orders = 1_000;
    private const int LinesOfOrder = 3;
    private const int Contacts = 1_400;
    private const int ContactsOfFollowUp = 900;
    private const int Skipped = 500;
    private const int Notes = 1_000;
    private const int Changes = 200;
    private const int Consents = 300;
    private const int Complaints = 200;
    private const int Assets = 100;
    private const int Repairs = 300;
    private const int MinutesApart = 2_000;

    public static void Give(DatabaseSession session, long customer, DateTimeOffset now)
    {
        session.Begin();
        var (store, product) = (session.Scalar<long>("SELECT min(id) FROM store"), session.Scalar<long>("SELECT min(id) FROM product"));
        foreach (var table in (string[])["order_line", "customer_order", "interaction", "follow_up"]) session.Execute($"DELETE FROM {table} WHERE customer_id = @id", ("id", customer));
        // Later by turns: each stretch of the timeline holds something of every kind.
        DateTimeOffset At(int index, int of) => now.AddMinutes(-MinutesApart * ((index + 1L) * Entries / of));
        DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);

        void Fill(string table, int count, string[] columns, Func<BulkInsert, int, long, DateTimeOffset, BulkInsert> add)
        {
            using var insert = session.Insert(table, ["customer_id", "id", .. columns]);
            for (var i = 0; i < count; i++) add(insert.Add(customer).Add(i + 1L), i, i + 1L, At(i, count)).EndRow();
            insert.Complete();
        }

        Fill("customer_order", Orders, ["source", "external_number", "kind", "ordered_at", "ordered_on", "store_id", "currency", "total_minor", "margin_minor", "line_count", "content_hash"],
            (row, i, _, at) => row.Add("long").Add($"L{i}").Add(i % 50 == 0 ? "return" : "order").Add(at).Add(Day(at)).Add(store).Add("CNY").Add(12_800L).Add(3_000L).Add(LinesOfOrder).Add((long)i));
        using (var lines = session.Insert("order_line", "customer_id", "order_id", "line", "product_id", "quantity_milli", "unit_price_minor", "amount_minor"))
        {
            for (var i = 0; i < Orders * LinesOfOrder; i++)
                lines.Add(customer).Add(i / LinesOfOrder + 1L).Add(i % LinesOfOrder + 1).Add(product + i % 7).Add(1_000L).Add(4_000L).Add(4_000L).EndRow();
            lines.Complete();
        }
        Fill("follow_up", ContactsOfFollowUp + Skipped,
            ["plan", "step", "occasion", "state", "channel", "store_id", "earliest_on", "ideal_on", "latest_on", "priority", "value_minor", "currency", "strength", "reason", "day_reason", "value_basis", "planned_on", "closed_at", "closed_on"],
            (row, i, _, _) =>
            {
                var at = i < ContactsOfFollowUp ? At(i, Contacts) : At(i - ContactsOfFollowUp, Skipped);
                return row.Add("thanks").Add("next-day").Add($"order:{i}").Add(i < ContactsOfFollowUp ? "done" : "skipped").Add("phone").Add(store).Add(Day(at)).Add(Day(at)).Add(Day(at)).Add(1).Add(0L).Add("CNY").Add(1L)
                    .Add("").Add("").Add("").Add(Day(at)).Add(at).Add(Day(at));
            });
        Fill("interaction", Contacts, ["follow_up_id", "at", "day", "channel", "outcome", "mood", "note"],
            (row, i, id, at) => (i < ContactsOfFollowUp ? row.Add(id) : row.AddNull()).Add(at).Add(Day(at)).Add("phone").Add("reached").Add("satisfied").Add("老客户，喜欢绿茶"));
        Fill("customer_event", Notes + Changes, ["at", "kind", "words"],
            (row, i, _, _) => i < Notes ? row.Add(At(i, Notes)).Add("note").Add("下次带她看新到的春茶") : row.Add(At(i - Notes, Changes)).Add("owner").Add("店员 001"));
        Fill("consent_event", Consents, ["at", "kind", "channel", "source", "wording"], (row, i, _, at) => row.Add(at).Add(i % 2 == 0 ? "refused" : "allowed").Add("sms").Add("phone").Add("T"));
        Fill("complaint", Complaints, ["state", "channel", "words", "opened_at", "closed_at"], (row, _, _, at) => row.Add("closed").Add("phone").Add("茶有点苦").Add(at).Add(at));
        Fill("asset", Assets, ["product_id", "kind", "started_on", "started_at", "repairs", "recorded_at"], (row, i, _, at) => row.Add(product + i % 7).Add("sold").Add(Day(at)).Add(at).Add(3).Add(at));
        Fill("repair", Repairs, ["asset_id", "done_on", "done_at", "fault", "work", "currency", "under_warranty", "recorded_at"],
            (row, i, _, at) => row.Add(i % Assets + 1L).Add(Day(at)).Add(at).Add("other").Add("换了密封圈").Add("CNY").Add(true).Add(at));
        session.Commit();
    }
}
