using System.Buffers.Binary;
using System.Text;
using Npgsql;

namespace Changlai.App.Features.Platform.Contracts;

/// <summary>
/// Writes COPY's binary format itself, in large blocks: Npgsql's importer looks up a converter for each value, which took
/// longer than PostgreSQL took to store it. The format: https://www.postgresql.org/docs/current/sql-copy.html.
/// </summary>
internal sealed class PostgresBulkInsert : BulkInsert
{
    private const int Block = 1 << 16;
    private const int Null = -1;

    /// <summary>After the signature: no flags, no extension.</summary>
    private const int HeaderLength = 8;
    private const int TextType = 25;
    private static readonly DateTimeOffset Epoch = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly int EpochDay = new DateOnly(2000, 1, 1).DayNumber;

    private static ReadOnlySpan<byte> Signature => [(byte)'P', (byte)'G', (byte)'C', (byte)'O', (byte)'P', (byte)'Y', (byte)'\n', 0xFF, (byte)'\r', (byte)'\n', 0];

    private readonly NpgsqlRawCopyStream stream;
    private readonly short columns;
    private byte[] buffer = new byte[Block];
    private int length;
    private bool inRow;
    private bool completed;

    public PostgresBulkInsert(NpgsqlConnection connection, string table, string[] columns)
    {
        this.columns = (short)columns.Length;
        stream = connection.BeginRawBinaryCopy($"COPY {table} ({string.Join(", ", columns)}) FROM STDIN (FORMAT BINARY)");
        stream.WriteTimeout = Timeout.Infinite;
        Signature.CopyTo(buffer);
        length = Signature.Length + HeaderLength;
    }

    public override BulkInsert Add(long value)
    {
        BinaryPrimitives.WriteInt64BigEndian(Field(sizeof(long)), value);
        return this;
    }

    public override BulkInsert Add(int value)
    {
        BinaryPrimitives.WriteInt32BigEndian(Field(sizeof(int)), value);
        return this;
    }

    public override BulkInsert Add(bool value)
    {
        Field(1)[0] = value ? (byte)1 : (byte)0;
        return this;
    }

    public override BulkInsert Add(DateOnly value) => Add(value.DayNumber - EpochDay);

    public override BulkInsert Add(DateTimeOffset value) => Add((value - Epoch).Ticks / TimeSpan.TicksPerMicrosecond);

    public override BulkInsert Add(string? value)
    {
        if (value is null) return AddNull();
        BeginField();
        AddText(value);
        return this;
    }

    /// <summary>An array is a value whose bytes are: dimensions, whether there are nulls, the type, length and first index, then the texts.</summary>
    public override BulkInsert Add(string[] values)
    {
        BeginField();
        var at = length;
        AddNumber(0);
        AddNumber(values.Length == 0 ? 0 : 1);
        AddNumber(0);
        AddNumber(TextType);
        if (values.Length > 0)
        {
            AddNumber(values.Length);
            AddNumber(1);
            foreach (var value in values) AddText(value);
        }
        BinaryPrimitives.WriteInt32BigEndian(buffer.AsSpan(at), length - at - sizeof(int));
        return this;
    }

    public override BulkInsert AddNull()
    {
        BeginField();
        AddNumber(Null);
        return this;
    }

    protected override void WriteRow()
    {
        inRow = false;
        if (length >= Block / 2) Flush();
    }

    public override void Complete()
    {
        Need(sizeof(short));
        BinaryPrimitives.WriteInt16BigEndian(buffer.AsSpan(length), -1);
        length += sizeof(short);
        Flush();
        completed = true;
        stream.Dispose();
    }

    public override void Dispose()
    {
        // Disposing the stream would keep the rows: without Complete they are to be lost.
        if (!completed) stream.Cancel();
        completed = true;
        stream.Dispose();
    }

    private void BeginField()
    {
        if (inRow) return;
        inRow = true;
        Need(sizeof(short));
        BinaryPrimitives.WriteInt16BigEndian(buffer.AsSpan(length), columns);
        length += sizeof(short);
    }

    private Span<byte> Field(int size)
    {
        BeginField();
        AddNumber(size);
        Need(size);
        length += size;
        return buffer.AsSpan(length - size, size);
    }

    private void AddNumber(int value)
    {
        Need(sizeof(int));
        BinaryPrimitives.WriteInt32BigEndian(buffer.AsSpan(length), value);
        length += sizeof(int);
    }

    private void AddText(string value)
    {
        // PostgreSQL has no character 0 in its texts.
        if (value.Contains('\0')) value = value.Replace("\0", "", StringComparison.Ordinal);
        Need(sizeof(int) + Encoding.UTF8.GetMaxByteCount(value.Length));
        var bytes = Encoding.UTF8.GetBytes(value, buffer.AsSpan(length + sizeof(int)));
        BinaryPrimitives.WriteInt32BigEndian(buffer.AsSpan(length), bytes);
        length += sizeof(int) + bytes;
    }

    private void Need(int bytes)
    {
        if (buffer.Length - length < bytes) Array.Resize(ref buffer, Math.Max(buffer.Length * 2, length + bytes));
    }

    private void Flush()
    {
        stream.Write(buffer, 0, length);
        length = 0;
    }
}
