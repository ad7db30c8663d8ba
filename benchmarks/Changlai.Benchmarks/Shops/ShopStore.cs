using System.Globalization;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Benchmarks.Running;

namespace Changlai.Benchmarks.Shops;

/// <summary>A business ready to be worked on: a copy of the kept one, to be spoilt at will.</summary>
internal sealed record ReadyShop(string Location, ShopSize Size, DateOnly LastDay);

/// <summary>Keeps generated businesses between runs and hands out copies. The day of its last orders is in a database's name.</summary>
internal sealed class ShopStore(ThrowAwayPostgres? server)
{
    private const string Copy = "bench_shop";

    public ReadyShop Ready(ShopSize size) => server is null ? ReadyFile(size) : ReadyDatabase(server, size);

    public void Discard()
    {
        if (server is not null) server.Drop(Copy);
        else DeleteFile(Path.Combine(Places.Kept, Copy + ".db"));
    }

    private static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    private static ReadyShop ReadyFile(ShopSize size)
    {
        var name = $"shop_{size.Customers}_{Places.SchemaMark(DatabaseProvider.Sqlite)}_";
        var kept = Directory.GetFiles(Places.Kept, name + "*.db").FirstOrDefault();
        if (kept is null)
        {
            var making = Path.Combine(Places.Kept, "making.db");
            DeleteFile(making);
            Report.Progress($"Making a SQLite shop of {Report.Number(size.Customers)} customers …");
            GeneratedShop.Fill(making, size, Today);
            kept = Path.Combine(Places.Kept, $"{name}{Today:yyyyMMdd}.db");
            File.Move(making, kept);
        }
        var copy = Path.Combine(Places.Kept, Copy + ".db");
        DeleteFile(copy);
        File.Copy(kept, copy);
        return new ReadyShop(copy, size, DayIn(Path.GetFileNameWithoutExtension(kept)));
    }

    private static ReadyShop ReadyDatabase(ThrowAwayPostgres server, ShopSize size)
    {
        var name = $"shop_{size.Customers}_{Places.SchemaMark(DatabaseProvider.PostgreSql)}_";
        if (server.Find(name) is not { } kept)
        {
            kept = $"{name}{Today:yyyyMMdd}";
            Report.Progress($"Making a PostgreSQL shop of {Report.Number(size.Customers)} customers …");
            server.Create("making");
            GeneratedShop.Fill(server.ConnectionTo("making"), size, Today);
            server.Rename("making", kept);
        }
        server.Create(Copy, copyOf: kept);
        server.Settle();
        return new ReadyShop(server.ConnectionTo(Copy), size, DayIn(kept));
    }

    private static DateOnly DayIn(string name) => DateOnly.ParseExact(name.AsSpan(name.LastIndexOf('_') + 1), "yyyyMMdd", CultureInfo.InvariantCulture);

    private static void DeleteFile(string path)
    {
        foreach (var end in (string[])["", "-wal", "-shm"]) File.Delete(path + end);
    }
}
