using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Editing;
using Changlai.App.Features.Customers.Rules;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Ui;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Duplicates;

/// <summary>Lays two cards side by side: what they say, why they look like one, what would move.</summary>
internal sealed class CompareDesk(StoreDirectory stores, UiContext ui, IEnumerable<ICustomerRows> owners, Masks masks)
{
    private const string Compared = "compared_customer";

    /// <returns>Null when one of the two is not there.</returns>
    public CompareView? Lay(DatabaseSession session, Viewer viewer, long low, long high, MergeForm? form)
    {
        if (MergedPart.Read(session, low) is not { } one || MergedPart.Read(session, high) is not { } other) return null;
        var (ordersOfOne, ordersOfOther) = (Orders(session, low), Orders(session, high));
        var keep = form?.Keep is { } asked && (asked == low || asked == high) ? asked : ordersOfOther > ordersOfOne ? high : low;
        var (survivor, merged) = keep == low ? (one, other) : (other, one);
        var fields = CustomerFields.Read(session);
        var evidence = EvidenceOf(session, low, high);
        var after = StricterWishes.Of(survivor.Wishes, merged.Wishes, survivor.HasWithdrawn || merged.HasWithdrawn, survivor.Wishes.PhoneWrong);
        return new CompareView(
            Card(one, ordersOfOne), Card(other, ordersOfOther), keep, Resemblance.Score(evidence),
            [.. evidence.Where(item => item.Points > 0).Select(item => DuplicateTexts.Of(item.Kind))], [.. evidence.Where(item => item.Points < 0).Select(item => DuplicateTexts.Of(item.Kind))],
            Fields(session, masks.Of(session, viewer), one.Stored, other.Stored, keep == low, fields, form), CountRows(session, low, high), WishWords.Of(after, ui.Language),
            DuplicatePairs.IsToldApart(session, low, high))
        {
            Photos = CustomerPhoto.Find(session, low) is { } photo && CustomerPhoto.Find(session, high) is { } another
                ? new ComparedPhotos(photo, another, form?.Chosen(MergeFields.Photo) ?? MergeForm.Code(Side.Survivor, keep == low)) : null,
        };
    }

    private ComparedCard Card(MergedPart part, int orders) =>
        new(part.Stored.Id, part.Stored.Version, part.Stored.Details.Name, stores.NameOf(part.Stored.Details.StoreId), orders, WishWords.Of(part.Wishes, ui.Language));

    private static int Orders(DatabaseSession session, long id) => (int)session.Scalar<long>("SELECT coalesce(max(orders), 0) FROM order_summary WHERE customer_id = @id", ("id", id));

    private static IReadOnlyList<Evidence> EvidenceOf(DatabaseSession session, long low, long high)
    {
        session.CreateTemporaryTable(Compared, "customer_id bigint");
        session.Execute($"INSERT INTO {Compared} (customer_id) VALUES (@low), (@high)", ("low", low), ("high", high));
        var facts = ResemblanceReader.Read(session, Compared);
        session.Execute($"DROP TABLE {Compared}");
        return facts.TryGetValue(low, out var one) && facts.TryGetValue(high, out var other) ? Resemblance.Compare(one, other) : [];
    }

    private List<ComparedField> Fields(DatabaseSession session, Masking masking, StoredCustomer one, StoredCustomer other, bool keepsLow, IReadOnlyList<CustomerField> own, MergeForm? form)
    {
        var words = new FieldsInWords(ui.Language, id => stores.NameOf(id), id => session.Scalar<string>("SELECT name FROM staff WHERE id = @id", ("id", id)), own);
        var (low, high) = (one.Details, other.Details);
        var (seenLow, seenHigh) = (masking.Of(one).Details, masking.Of(other).Details);
        var (survivor, merged) = keepsLow ? (low, high) : (high, low);
        return [.. MergeFields.Of(own).Select(field => new ComparedField(field.Code, words.NameOf(field.Code), words.Of(field.Code, seenLow), words.Of(field.Code, seenHigh), field.IsMany,
            field.Differs(low, high), form?.Chosen(field.Code) ?? MergeForm.Code(field.Usual(survivor, merged), keepsLow)))];
    }

    private List<ComparedRows> CountRows(DatabaseSession session, long low, long high)
    {
        var counted = new List<ComparedRows>();
        foreach (var table in owners.SelectMany(owner => owner.Tables).Where(table => table is { Fate: RowFate.Moves, Called: not null }))
        {
            using var rows = session.Read($"""
                SELECT sum(CASE WHEN customer_id = @one THEN 1 ELSE 0 END), sum(CASE WHEN customer_id = @other THEN 1 ELSE 0 END) FROM {table.Name} WHERE {table.Of}
                """, ("one", low), ("other", high));
            if (rows.Next() && !rows.IsNull(0)) counted.Add(new ComparedRows(table.Called!.Value, rows.Long(0), rows.Long(1)));
        }
        return [.. counted.Where(rows => rows.Low + rows.High > 0)];
    }
}
