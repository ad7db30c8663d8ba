using Npgsql;
using NpgsqlTypes;

namespace Changlai.App.Features.Platform.Contracts;

internal sealed class PostgresBulkInsert : BulkInsert
{
    private readonly NpgsqlBinaryImporter importer;
    private bool inRow;

    public PostgresBulkInsert(NpgsqlConnection connection, string table, string[] columns)
    {
        importer = connection.BeginBinaryImport($"COPY {table} ({string.Join(", ", columns)}) FROM STDIN (FORMAT BINARY)");
        importer.Timeout = TimeSpan.Zero;
    }

    private NpgsqlBinaryImporter Row()
    {
        if (!inRow)
        {
            importer.StartRow();
            inRow = true;
        }
        return importer;
    }

    public override BulkInsert Add(long value)
    {
        Row().Write(value, NpgsqlDbType.Bigint);
        return this;
    }

    public override BulkInsert Add(int value)
    {
        Row().Write(value, NpgsqlDbType.Integer);
        return this;
    }

    public override BulkInsert Add(bool value)
    {
        Row().Write(value, NpgsqlDbType.Boolean);
        return this;
    }

    public override BulkInsert Add(DateOnly value)
    {
        Row().Write(value, NpgsqlDbType.Date);
        return this;
    }

    public override BulkInsert Add(DateTimeOffset value)
    {
        Row().Write(value.UtcDateTime, NpgsqlDbType.TimestampTz);
        return this;
    }

    public override BulkInsert Add(string[] values)
    {
        Row().Write(values, NpgsqlDbType.Array | NpgsqlDbType.Text);
        return this;
    }

    public override BulkInsert Add(string? value)
    {
        if (value is null) return AddNull();
        Row().Write(value.Contains('\0') ? value.Replace("\0", "", StringComparison.Ordinal) : value, NpgsqlDbType.Text);
        return this;
    }

    public override BulkInsert AddNull()
    {
        Row().WriteNull();
        return this;
    }

    protected override void WriteRow() => inRow = false;

    public override void Complete() => importer.Complete();

    public override void Dispose() => importer.Dispose();
}
