namespace Changlai.App.Features.Platform.Contracts;

/// <summary>
/// Rows for one table, value by value in the order of the columns. COPY on PostgreSQL, prepared statements on SQLite.
/// Give rows in primary-key order: both databases then append instead of searching.
/// </summary>
public abstract class BulkInsert : IDisposable
{
    public long Count { get; private set; }

    public abstract BulkInsert Add(long value);

    /// <summary>A column of 32 bits: PostgreSQL's binary COPY tells integer from bigint.</summary>
    public abstract BulkInsert Add(int value);

    public abstract BulkInsert Add(string? value);

    public abstract BulkInsert Add(bool value);

    public abstract BulkInsert Add(DateOnly value);

    public abstract BulkInsert Add(DateTimeOffset value);

    public abstract BulkInsert Add(string[] values);

    public abstract BulkInsert AddNull();

    public BulkInsert Add(long? value) => value is { } known ? Add(known) : AddNull();

    public BulkInsert Add(int? value) => value is { } known ? Add(known) : AddNull();

    public BulkInsert Add(DateOnly? value) => value is { } known ? Add(known) : AddNull();

    public BulkInsert Add(DateTimeOffset? value) => value is { } known ? Add(known) : AddNull();

    public void EndRow()
    {
        WriteRow();
        Count++;
    }

    /// <summary>Hands the last rows over; without it they are lost.</summary>
    public abstract void Complete();

    protected abstract void WriteRow();

    public abstract void Dispose();
}
