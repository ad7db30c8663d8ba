using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.List;

/// <summary>One line of the list.</summary>
public sealed record CustomerRow(
    long Id, string Name, string? Phone, string? Number, long? StoreId, string? Owner, bool DoNotContact,
    int Orders, long TotalMinor, string? Currency, DateOnly? FirstOrderOn, DateOnly? LastOrderOn, DateOnly? NextPurchaseOn, DateOnly? SilentOn)
{
    /// <summary>The columns that <see cref="From"/> reads: customer <c>c</c>, order_summary <c>s</c>, staff <c>o</c>.</summary>
    public const string Columns = """
        c.customer_id, c.name, c.phone, c.external_number, c.store_id, o.name, c.do_not_contact,
        coalesce(s.orders, 0), coalesce(s.total_minor, 0), s.currency, s.first_order_on, s.last_order_on, s.next_purchase_on, s.silent_on
        """;

    /// <summary>What a search found it by, when that is not to be seen in the line.</summary>
    public Text? FoundBy { get; init; }

    internal CustomerRow Masked(Masking? masking) => masking?.IsOn(Id) == true ? this with { Phone = masking.Phone(Id, Phone) } : this;

    public static CustomerRow From(Rows rows) => new(
        rows.Long(0), rows.Text(1), rows.TextOrNull(2), rows.TextOrNull(3), rows.LongOrNull(4), rows.TextOrNull(5), rows.Flag(6),
        rows.Int(7), rows.Long(8), rows.TextOrNull(9), rows.DayOrNull(10), rows.DayOrNull(11), rows.DayOrNull(12), rows.DayOrNull(13));
}

/// <summary>The segment whose customers a list shows.</summary>
/// <param name="Sentence">Whom it chooses, in the reader's language.</param>
public sealed record ListedSegment(long Id, string Name, string Sentence);
