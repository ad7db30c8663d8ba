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
            SELECT words, met_on, answer FROM customer_need WHERE customer_id = @id AND (met_on IS NULL OR met_on >= @since) ORDER BY met_on IS NULL, id DESC LIMIT {Most}
            """, ("id", customerId), ("since", today.AddDays(-Recent.Days)));
        while (rows.Next())
        {
            var text = rows.IsNull(1) ? NeedTexts.NoteOpen : NeedTexts.NoteMet;
            var answer = rows.TextOrNull(2);
            string In(Language language)
            {
                var asked = text.In(language, rows.Text(0));
                return answer is null ? asked : NeedTexts.NoteAnswered.In(language, asked, answer);
            }
            notes.Add(new CallNote(new Text(In(Language.Chinese), In(Language.English)), IsWarning: false, $"/customers/{customerId}#needs"));
        }
        return notes;
    }
}
