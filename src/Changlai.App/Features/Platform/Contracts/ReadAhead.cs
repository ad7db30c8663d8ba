using System.Data.Common;
using Npgsql;

namespace Changlai.App.Features.Platform.Contracts;

/// <summary>
/// One page being read: what it is known to ask is sent to PostgreSQL at once and answered in one go; each question that comes
/// is given the answer that was fetched for exactly its text and its values. A question that was not foreseen ends this, and
/// is asked as any other.
/// </summary>
internal sealed class ReadAhead : IDisposable
{
    /// <summary>A single statement takes one trip in any case.</summary>
    private const int WorthSending = 2;

    private readonly NpgsqlConnection connection;
    private readonly PageQuestions page;
    private readonly object?[] givens;
    private readonly IReadOnlyList<StatementAhead> foreseen;
    private readonly object?[][] values;
    private readonly List<(string Sql, (string Name, object? Value)[] Values)> asked = [];
    private NpgsqlBatch? batch;
    private DbDataReader? answers;

    /// <summary>The statement whose answer comes next, and the one that the answers stand at.</summary>
    private int next;
    private int at;
    private bool ended;
    private bool surprised;

    /// <param name="connection">Free until this ends.</param>
    /// <param name="page">What is known of the page.</param>
    /// <param name="givens">What it is opened with: whose, for whom, on what day.</param>
    public ReadAhead(NpgsqlConnection connection, PageQuestions page, object?[] givens)
    {
        (this.connection, this.page, this.givens) = (connection, page, givens);
        foreseen = page.Foreseen;
        values = [.. foreseen.Select(statement => statement.Values(givens))];
        ended = foreseen.Count < WorthSending;
    }

    /// <returns>The answer, or null when the question must be asked.</returns>
    public DbDataReader? Answer(string sql, ReadOnlySpan<(string Name, object? Value)> questions)
    {
        asked.Add((sql, questions.ToArray()));
        var found = ended ? -1 : Find(sql, questions);
        if (found < 0)
        {
            surprised = true;
            End();
            return null;
        }
        surprised |= found > next;
        answers ??= Send();
        for (; at < found; at++) answers.NextResult();
        next = found + 1;
        return answers;
    }

    /// <summary>The connection is wanted for something else: what has not been asked for is let go.</summary>
    public void End()
    {
        ended = true;
        answers?.Dispose();
        batch?.Dispose();
        (answers, batch) = (null, null);
    }

    public void Cancel() => batch?.Cancel();

    /// <summary>The page has asked all it wanted.</summary>
    public void Dispose()
    {
        End();
        if (surprised || next < foreseen.Count) page.Learn(asked, givens);
    }

    private int Find(string sql, ReadOnlySpan<(string Name, object? Value)> questions)
    {
        for (var i = next; i < foreseen.Count; i++)
            if (foreseen[i].Is(sql, questions) && foreseen[i].IsSame(values[i], questions)) return i;
        return -1;
    }

    private NpgsqlDataReader Send()
    {
        batch = new NpgsqlBatch(connection) { Timeout = 0 };
        foreach (var (index, statement) in foreseen.Index())
        {
            var command = new NpgsqlBatchCommand(statement.Numbered);
            foreach (var value in statement.Sent(values[index])) command.Parameters.Add(new NpgsqlParameter { Value = DatabaseSession.Stored(value, isSqlite: false) });
            batch.BatchCommands.Add(command);
        }
        return batch.ExecuteReader();
    }
}
