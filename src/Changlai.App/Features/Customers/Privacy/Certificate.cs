using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.Privacy;

/// <summary>What was erased for whom, without saying who it was. The seal tells whether it still says what it said.</summary>
public sealed record Certificate(
    long Id, long ErasedId, long? StoreId, DateOnly AskedOn, string AskedHow, DateTimeOffset DoneAt, long DoneBy, string DoneByName, ErasureReport Report)
{
    /// <summary>As it was stored.</summary>
    public string Seal { get; init; } = "";

    /// <summary>SHA-256 of all that the certificate says.</summary>
    public string SealNow => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
        $"{Id}\n{ErasedId}\n{StoreId}\n{AskedOn:yyyy-MM-dd}\n{AskedHow}\n{DoneAt.ToUnixTimeMilliseconds()}\n{DoneBy}\n{DoneByName}\n{JsonSerializer.Serialize(Report)}"))));

    private const string Columns = "SELECT id, erased_id, store_id, asked_on, asked_how, done_at, done_by, done_by_name, report, seal FROM erasure e";

    /// <summary>Those of the reader's stores; the newest first.</summary>
    internal static List<Certificate> List(DatabaseSession session, Viewer viewer, long? before, int limit) => Read(session,
        $"{Columns} WHERE {Seen(viewer)}{(before is null ? "" : " AND id < @before")} ORDER BY id DESC LIMIT {limit}", [.. viewer.InStores.Values, .. before is null ? Array.Empty<(string, object?)>() : [("before", before)]]);

    internal static Certificate? Find(DatabaseSession session, Viewer viewer, long id) =>
        Read(session, $"{Columns} WHERE {Seen(viewer)} AND id = @id", [.. viewer.InStores.Values, ("id", id)]).FirstOrDefault();

    private static string Seen(Viewer viewer) => viewer.InStores.Where("e");

    private static List<Certificate> Read(DatabaseSession session, string sql, (string, object?)[] values)
    {
        var all = new List<Certificate>();
        using var rows = session.Read(sql, values);
        while (rows.Next())
            all.Add(new Certificate(rows.Long(0), rows.Long(1), rows.LongOrNull(2), rows.Day(3), rows.Text(4), rows.Instant(5), rows.Long(6), rows.Text(7),
                JsonSerializer.Deserialize<ErasureReport>(rows.Text(8)) ?? new ErasureReport([], []))
            { Seal = rows.Text(9) });
        return all;
    }
}

public sealed record ErasureReport(IReadOnlyList<ErasedRecords> Deleted, IReadOnlyList<KeptRecords> Kept);

public sealed record ErasedRecords(string Chinese, string English, long Count);

public sealed record KeptRecords(string Chinese, string English, long Count, string GroundChinese, string GroundEnglish);
