using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Editing;
using Changlai.App.Features.Customers.Fields;
using Changlai.App.Features.Customers.Photos;
using Changlai.App.Features.Customers.Search;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;

namespace Changlai.App.Features.Customers.Duplicates;

/// <summary>What customers themselves keep: the card, its lists, wishes and history, and what is known of duplicates.</summary>
internal sealed class CardRows : ICustomerRows
{
    private static readonly CustomerTable[] All =
    [
        new("customer_key", RowFate.Points) { Key = ["kind", "value"], IsWatched = false },
        new("customer", RowFate.Rewritten) { Called = DuplicateTexts.TheCard, Key = ["customer_id"], Derived = ["found_by"] },
        new("customer_phone", RowFate.Rewritten) { Called = EditTexts.Phone, IsWatched = false },
        new("customer_email", RowFate.Rewritten) { Called = EditTexts.Email, IsWatched = false },
        new("customer_number", RowFate.Rewritten) { Called = EditTexts.Numbers, IsWatched = false },
        new("customer_address", RowFate.Rewritten) { Called = EditTexts.Where, IsWatched = false },
        new("customer_field_value", RowFate.Rewritten) { Called = FieldSettingTexts.Title, IsWatched = false },
        new("customer_tag", RowFate.Moves) { Called = DuplicateTexts.TheTags, Key = ["tag_id"], IsSet = true },
        new("customer_photo", RowFate.Moves) { Called = PhotoWords.Photo, Key = ["version"] },
        new("special_date", RowFate.Moves) { Called = DuplicateTexts.TheDates },
        new("consent_event", RowFate.Moves) { Called = DuplicateTexts.TheConsents },
        new("customer_event", RowFate.Moves) { Called = DuplicateTexts.TheNotes },
        new("duplicate_key", RowFate.Rewritten) { IsWatched = false },
        new("duplicate_pair", RowFate.Rewritten)
        {
            Called = DuplicateTexts.ThePairs,
            Of = "low_id IN (@one, @other) OR high_id IN (@one, @other)",
            Key = ["low_id", "high_id"],
            WatchedWhere = "judged_at",
        },
        CustomerTable.Apart("customer_find", "an index of the cards; whoever changes a card renews it") with { IsErased = false },
        CustomerTable.Apart("customer_reveal", "who sees a card in full for some minutes; whoever merges has seen both"),
        CustomerTable.Apart("duplicate_due", "a mark for the next sweep, which finds nobody behind the number of a customer who is gone"),
        CustomerTable.Apart(AuditLog.Table, "tells what was done at the time, and is never changed") with { IsErased = false },
        CustomerTable.Apart("handover_customer", "what a handover did; undoing one leaves out who is not there any more"),
    ];

    public IReadOnlyList<CustomerTable> Tables => All;

    /// <summary>The index, copies kept so that merges and imports can be undone, and what sweeps would do with them.</summary>
    public void Erase(DatabaseSession session, long customerId)
    {
        CustomerFindIndex.Refresh(session, customerId);
        session.Execute("DELETE FROM merge_row WHERE merge_id IN (SELECT id FROM customer_merge WHERE survivor_id = @id OR merged_id = @id)", ("id", customerId));
        session.Execute("DELETE FROM customer_merge WHERE survivor_id = @id OR merged_id = @id", ("id", customerId));
        // Images of rows are kept by the customer's number in every table whose rows belong to customers.
        session.Execute("DELETE FROM import_image WHERE first_key = @id", ("id", customerId));
        session.Execute("DELETE FROM import_touched WHERE touched_id = @id", ("id", customerId));
    }

    public void BeforeMerge(DatabaseSession session, long survivor, long merged)
    {
        StoredPhoto.KeepOne(session, survivor, merged);
        // The same birthday on both cards is one birthday.
        session.Execute("""
            DELETE FROM special_date WHERE customer_id = @merged AND EXISTS (
                SELECT 1 FROM special_date s WHERE s.customer_id = @survivor AND s.kind = special_date.kind AND s.calendar = special_date.calendar
                    AND s.month = special_date.month AND s.day = special_date.day AND s.leap_month = special_date.leap_month
                    AND coalesce(s.year, 0) = coalesce(special_date.year, 0) AND coalesce(s.name, '') = coalesce(special_date.name, ''))
            """, ("merged", merged), ("survivor", survivor));
        // Whom somebody told apart from the one who goes is apart from the one who stays.
        session.Execute("""
            INSERT INTO duplicate_pair (low_id, high_id, score, evidence, state, store_id, found_at, judged_at, judged_by)
            SELECT CASE WHEN x.another < @survivor THEN x.another ELSE @survivor END, CASE WHEN x.another < @survivor THEN @survivor ELSE x.another END,
                x.score, x.evidence, x.state, x.store_id, x.found_at, x.judged_at, x.judged_by
            FROM (SELECT CASE WHEN low_id = @merged THEN high_id ELSE low_id END AS another, score, evidence, state, store_id, found_at, judged_at, judged_by
                FROM duplicate_pair WHERE (low_id = @merged OR high_id = @merged) AND state = 'not-same') x
            WHERE x.another <> @survivor ON CONFLICT (low_id, high_id) DO NOTHING
            """, ("survivor", survivor), ("merged", merged));
        session.Execute("DELETE FROM duplicate_pair WHERE low_id = @merged OR high_id = @merged", ("merged", merged));
        session.Execute("DELETE FROM duplicate_due WHERE customer_id = @merged", ("merged", merged));
    }
}
