using System.Data.Common;

namespace Changlai.App.Features.Platform.Contracts;

/// <summary>The rows of one query, read once and forward.</summary>
public sealed class Rows : IDisposable
{
    private readonly DatabaseSession session;
    private readonly DbCommand? command;
    private readonly DbDataReader reader;
    private readonly bool sqlite;
    private bool disposed;

    /// <param name="session">Whose rows they are.</param>
    /// <param name="command">What was run for them; null where one reader goes on to the answer after this one.</param>
    /// <param name="reader">Stands before the first row.</param>
    internal Rows(DatabaseSession session, DbCommand? command, DbDataReader reader)
    {
        this.session = session;
        this.command = command;
        this.reader = reader;
        sqlite = session.IsSqlite;
    }

    public bool Next() => reader.Read();

    public bool IsNull(int column) => reader.IsDBNull(column);

    public long Long(int column) => reader.GetInt64(column);

    public long? LongOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);

    public int Int(int column) => reader.GetInt32(column);

    public int? IntOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetInt32(column);

    public string Text(int column) => reader.GetString(column);

    public string? TextOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public bool Flag(int column) => sqlite ? reader.GetInt64(column) != 0 : reader.GetBoolean(column);

    public DateOnly Day(int column) => sqlite ? StoredDay.FromNumber(reader.GetInt64(column)) : reader.GetFieldValue<DateOnly>(column);

    public DateOnly? DayOrNull(int column) => reader.IsDBNull(column) ? null : Day(column);

    public DateTimeOffset Instant(int column) => sqlite
        ? DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(column))
        : new DateTimeOffset(reader.GetFieldValue<DateTime>(column), TimeSpan.Zero);

    public void Dispose()
    {
        if (disposed) return;
        disposed = true;
        if (command is null) return;
        reader.Dispose();
        session.Release(command);
    }
}
