using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Needs;

/// <summary>In sight before anybody dials: what the customer asked for, and whether it is there now.</summary>
internal sealed class NeedNotes : ICallNote
{
    private const int Most = 3;
    private static readonly TimeSpan Recent = TimeSpan.FromDays(30);

    public IReadOnlyList<CallNote> Read(DatabaseSession session, long customerId, DateOnly today)
    {
        var notes = new List<CallNote>();
        using var rows = session.Read($"""
            SELECT words, met_on FROM customer_need WHERE customer_id = @id AND (met_on IS NULL OR met_on >= @since) ORDER BY met_on IS NULL, id DESC LIMIT {Most}
            """, ("id", customerId), ("since", today.AddDays(-Recent.Days)));
        while (rows.Next())
        {
            var text = rows.IsNull(1) ? NeedTexts.NoteOpen : NeedTexts.NoteMet;
            notes.Add(new CallNote(new Text(text.In(Language.Chinese, rows.Text(0)), text.In(Language.English, rows.Text(0))), IsWarning: false, $"/customers/{customerId}#needs"));
        }
        return notes;
    }
}
