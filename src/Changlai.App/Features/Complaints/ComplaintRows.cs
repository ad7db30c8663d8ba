using Changlai.App.Features.Complaints.Model;
using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Complaints;

/// <summary>What complaints keep of customers.</summary>
internal sealed class ComplaintRows : ICustomerRows
{
    private static readonly CustomerTable[] All =
    [
        new("complaint", RowFate.Moves) { Called = ComplaintTexts.Complaints },
        new("complaint_summary", RowFate.Rewritten) { IsWatched = false },
    ];

    public IReadOnlyList<CustomerTable> Tables => All;

    public void AfterMerge(DatabaseSession session, long survivor)
    {
        session.Execute("DELETE FROM complaint_summary WHERE customer_id = @id", ("id", survivor));
        session.Execute("""
            INSERT INTO complaint_summary (customer_id, open, total)
            SELECT customer_id, sum(CASE WHEN state = @open THEN 1 ELSE 0 END), count(*) FROM complaint WHERE customer_id = @id GROUP BY customer_id
            """, ("id", survivor), ("open", ComplaintState.Open));
    }
}
