using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Changlai.App.Features.Platform.Contracts;

/// <summary>
/// Binds straight into SQLite's prepared statements, several rows to a statement: ADO parameters cost three times as much a
/// row, and half of what is left is SQLite beginning and ending a statement.
/// </summary>
internal sealed unsafe class SqliteBulkInsert : BulkInsert
{
    private const int RowsTogether = 16;

    private enum Kind : byte
    {
        Null,
        Number,
        Text,
    }

    private readonly sqlite3 database;
    private readonly string table;
    private readonly string[] columns;
    private readonly Kind[] kinds;
    private readonly long[] numbers;
    private readonly string?[] texts;
    private sqlite3_stmt? together;
    private sqlite3_stmt? single;
    private byte[] utf8 = new byte[256];
    private int filled;

    public SqliteBulkInsert(SqliteConnection connection, string table, string[] columns)
    {
        database = connection.Handle!;
        this.table = table;
        this.columns = columns;
        kinds = new Kind[columns.Length * RowsTogether];
        numbers = new long[kinds.Length];
        texts = new string?[kinds.Length];
    }

    public override BulkInsert Add(long value)
    {
        kinds[filled] = Kind.Number;
        numbers[filled++] = value;
        return this;
    }

    public override BulkInsert Add(int value) => Add((long)value);

    public override BulkInsert Add(bool value) => Add(value ? 1L : 0L);

    public override BulkInsert Add(DateOnly value) => Add((long)StoredDay.ToNumber(value));

    public override BulkInsert Add(DateTimeOffset value) => Add(value.ToUnixTimeMilliseconds());

    public override BulkInsert Add(string[] values) => Add(string.Join(' ', values));

    public override BulkInsert Add(string? value)
    {
        kinds[filled] = value is null ? Kind.Null : Kind.Text;
        texts[filled++] = value;
        return this;
    }

    public override BulkInsert AddNull()
    {
        kinds[filled++] = Kind.Null;
        return this;
    }

    protected override void WriteRow()
    {
        if (filled < kinds.Length) return;
        Run(together ??= Prepare(RowsTogether), 0, filled);
        filled = 0;
    }

    public override void Complete()
    {
        for (var row = 0; row < filled; row += columns.Length) Run(single ??= Prepare(1), row, columns.Length);
        filled = 0;
    }

    public override void Dispose()
    {
        together?.Dispose();
        single?.Dispose();
    }

    private sqlite3_stmt Prepare(int rows)
    {
        var row = $"({string.Join(", ", Enumerable.Repeat("?", columns.Length))})";
        var sql = $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES {string.Join(", ", Enumerable.Repeat(row, rows))}";
        Check(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out var statement));
        return statement;
    }

    private void Run(sqlite3_stmt prepared, int from, int count)
    {
        var statement = prepared.DangerousGetHandle();
        for (var i = 0; i < count; i++) Bind(statement, i + 1, from + i);
        var result = SqliteNative.Step(statement);
        SqliteNative.Reset(statement);
        if (result != raw.SQLITE_DONE) Check(result);
    }

    private void Bind(nint statement, int parameter, int value)
    {
        switch (kinds[value])
        {
            case Kind.Number:
                SqliteNative.BindLong(statement, parameter, numbers[value]);
                break;
            case Kind.Text:
                BindText(statement, parameter, texts[value]!);
                break;
            case Kind.Null:
                SqliteNative.BindNull(statement, parameter);
                break;
        }
    }

    private void BindText(nint statement, int parameter, string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (utf8.Length < most) utf8 = new byte[most];
        var length = Encoding.UTF8.GetBytes(text, utf8);
        fixed (byte* bytes = utf8) SqliteNative.BindText(statement, parameter, bytes, length, SqliteNative.Copy);
    }

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK) throw new SqliteException(raw.sqlite3_errmsg(database).utf8_to_string(), result);
    }
}
