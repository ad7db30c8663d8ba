using System.Globalization;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Benchmarks.Running;

namespace Changlai.Benchmarks.Shops;

/// <summary>A business ready to be worked on: a copy of the kept one, to be spoilt at will.</summary>
internal sealed record ReadyShop(string Location, ShopSize Size, DateOnly LastDay);

/// <summary>Keeps generated businesses, as long as the folder of the run is there, and hands out copies. The day of its last orders is in a database's name.</summary>
internal sealed class ShopStore(ThrowAwayPostgres? server)
{
    private const string Copy = "bench_shop";

    /// <summary>A business before anything was planned for it.</summary>
    public ReadyShop Ready(ShopSize size)
    {
        var name = $"shop_{size.Customers}_{Schema}_";
        if (Find(name) is not { } kept)
        {
            Report.Progress($"Making a {(server is null ? "SQLite" : "PostgreSQL")} shop of {Report.Number(size.Customers)} customers …");
            Discard();
            if (server is not null) server.Create(Copy);
            GeneratedShop.Fill(server?.ConnectionTo(Copy) ?? FileOf(Copy), size, Today);
            Rename(kept = $"{name}{Today:yyyyMMdd}");
        }
        return new ReadyShop(CopyOf(kept), size, DayIn(kept));
    }

    /// <summary>A business whose follow-ups have been planned for a day.</summary>
    public ReadyShop Planned(ShopSize size, DateOnly day)
    {
        var name = $"planned_{size.Customers}_{Schema}_{day:yyyyMMdd}_";
        if (Find(name) is not { } kept)
        {
            var made = Ready(size);
            ProgramRun.OfChanglai("plan", "--date", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "--db", made.Location, "--json");
            // Readers of a planned base find it as a vacuum of the night leaves it.
            using (var database = new Database(made.Location))
            using (var session = database.OpenBulkSession()) session.Execute(session.IsSqlite ? "PRAGMA wal_checkpoint(TRUNCATE)" : "VACUUM ANALYZE");
            Rename(kept = $"{name}{made.LastDay:yyyyMMdd}");
        }
        return new ReadyShop(CopyOf(kept), size, DayIn(kept));
    }

    public void Discard()
    {
        if (server is not null) server.Drop(Copy);
        else DeleteFile(FileOf(Copy));
    }

    private string Schema => Places.SchemaMark(server is null ? DatabaseProvider.Sqlite : DatabaseProvider.PostgreSql);

    private string? Find(string beginning) =>
        server is not null ? server.Find(beginning) : Directory.GetFiles(Places.Made, beginning + "*.db").Select(Path.GetFileNameWithoutExtension).FirstOrDefault();

    private void Rename(string to)
    {
        if (server is not null) server.Rename(Copy, to);
        else File.Move(FileOf(Copy), FileOf(to));
    }

    private string CopyOf(string kept)
    {
        if (server is not null)
        {
            server.Create(Copy, copyOf: kept);
            server.Settle();
            return server.ConnectionTo(Copy);
        }
        DeleteFile(FileOf(Copy));
        File.Copy(FileOf(kept), FileOf(Copy));
        return FileOf(Copy);
    }

    private static string FileOf(string name) => Path.Combine(Places.Made, name + ".db");

    private static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    private static DateOnly DayIn(string name) => DateOnly.ParseExact(name.AsSpan(name.LastIndexOf('_') + 1), "yyyyMMdd", CultureInfo.InvariantCulture);

    private static void DeleteFile(string path)
    {
        foreach (var end in (string[])["", "-wal", "-shm"]) File.Delete(path + end);
    }
}
