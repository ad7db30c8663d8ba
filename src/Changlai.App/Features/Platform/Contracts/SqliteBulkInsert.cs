using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Changlai.App.Features.Platform.Contracts;

/// <summary>Binds straight into SQLite's prepared statement; ADO parameters cost three times as much a row.</summary>
internal sealed class SqliteBulkInsert : BulkInsert
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;
    private byte[] utf8 = new byte[256];
    private int column;

    public SqliteBulkInsert(SqliteConnection connection, string table, string[] columns)
    {
        database = connection.Handle!;
        var sql = $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", Enumerable.Repeat("?", columns.Length))})";
        Check(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out statement));
    }

    public override BulkInsert Add(long value)
    {
        raw.sqlite3_bind_int64(statement, ++column, value);
        return this;
    }

    public override BulkInsert Add(int value) => Add((long)value);

    public override BulkInsert Add(bool value) => Add(value ? 1L : 0L);

    public override BulkInsert Add(DateOnly value) => Add((long)StoredDay.ToNumber(value));

    public override BulkInsert Add(DateTimeOffset value) => Add(value.ToUnixTimeMilliseconds());

    public override BulkInsert Add(string[] values) => Add(string.Join(' ', values));

    public override BulkInsert Add(string? value)
    {
        if (value is null) return AddNull();
        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (utf8.Length < most) utf8 = new byte[most];
        var length = Encoding.UTF8.GetBytes(value, utf8);
        raw.sqlite3_bind_text(statement, ++column, (ReadOnlySpan<byte>)utf8.AsSpan(0, length));
        return this;
    }

    public override BulkInsert AddNull()
    {
        raw.sqlite3_bind_null(statement, ++column);
        return this;
    }

    protected override void WriteRow()
    {
        column = 0;
        var result = raw.sqlite3_step(statement);
        raw.sqlite3_reset(statement);
        if (result != raw.SQLITE_DONE) Check(result);
    }

    public override void Complete()
    {
    }

    public override void Dispose() => statement.Dispose();

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK) throw new SqliteException(raw.sqlite3_errmsg(database).utf8_to_string(), result);
    }
}
