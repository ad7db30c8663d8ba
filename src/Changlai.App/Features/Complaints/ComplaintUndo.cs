using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Imports;
using Changlai.Core.Values;

namespace Changlai.App.Features.Complaints;

/// <summary>A complaint is never lost: it stands in the way of undoing the import that its customer came with.</summary>
internal sealed class ComplaintUndo : IImportUndo
{
    public IReadOnlyList<string> CustomerTables => ["complaint", "complaint_summary"];

    public IEnumerable<Text> InTheWay(DatabaseSession session, UndoScope scope)
    {
        var count = session.Scalar<long>($"SELECT count(DISTINCT customer_id) FROM complaint WHERE {scope.IsMade("customer", "customer_id")}");
        if (count > 0) yield return ComplaintTexts.InTheWay.With(count);
    }
}
