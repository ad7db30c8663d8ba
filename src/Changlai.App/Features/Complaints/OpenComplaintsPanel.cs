using Changlai.App.Features.Complaints.Model;
using Changlai.App.Features.Customers.Contracts;
using Changlai.Core.Calendars;

namespace Changlai.App.Features.Complaints;

/// <summary>What is still wrong stands on top of the card: nobody sells before it is put right.</summary>
internal sealed class OpenComplaintsPanel : ICardPanel
{
    private const int Rank = 5;
    private const int Shown = 3;

    public CardPanel? Load(CardRequest request)
    {
        var open = new List<OpenComplaintLine>();
        using (var rows = request.Session.Read("""
            SELECT opened_at, words FROM complaint WHERE customer_id = @customer AND state = @open ORDER BY opened_at DESC, id DESC LIMIT @shown
            """, ("customer", request.Customer.Id), ("open", ComplaintState.Open), ("shown", Shown)))
            while (rows.Next()) open.Add(new OpenComplaintLine(StoreDay.On(rows.Instant(0), request.Zone), rows.Text(1)));
        return open.Count == 0 ? null
            : new CardPanel(Rank, typeof(OpenComplaintsSection), new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(OpenComplaintsSection.Complaints)] = open });
    }
}

/// <param name="Words">The customer's own; empty when nobody wrote them down yet.</param>
public sealed record OpenComplaintLine(DateOnly On, string Words);
