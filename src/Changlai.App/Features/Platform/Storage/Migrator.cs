using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Platform.Storage;

/// <summary>
/// Brings a database to the newest schema: numbered scripts per provider, embedded, each applied once and in order under a
/// lock, recorded with its checksum. A script that changed after it was applied stops the start.
/// </summary>
internal static class Migrator
{
    public static IReadOnlyList<Migration> Scripts(DatabaseProvider provider)
    {
        var folder = provider == DatabaseProvider.Sqlite ? "migrations/sqlite/" : "migrations/postgresql/";
        var assembly = typeof(Migrator).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(name => name.Replace('\\', '/').StartsWith(folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => Migration.Load(assembly, name))
            .ToList();
    }

    public static int Apply(Database database, TimeProvider time)
    {
        using var session = database.OpenSession();
        session.Begin();
        session.LockInTransaction("schema");
        var instant = session.IsSqlite ? "INTEGER" : "timestamptz";
        session.Execute($"CREATE TABLE IF NOT EXISTS schema_version (number INTEGER PRIMARY KEY, name text NOT NULL, checksum text NOT NULL, applied_at {instant} NOT NULL)");
        var applied = new Dictionary<int, string>();
        using (var rows = session.Read("SELECT number, checksum FROM schema_version"))
            while (rows.Next()) applied[rows.Int(0)] = rows.Text(1);

        var count = 0;
        foreach (var script in Scripts(database.Provider))
        {
            if (applied.TryGetValue(script.Number, out var checksum))
            {
                if (checksum != script.Checksum)
                    throw new InvalidOperationException($"Schema script {script.Name} was changed after it had been applied to this database; restore the released script.");
                continue;
            }
            session.Execute(script.Sql);
            session.Execute("INSERT INTO schema_version (number, name, checksum, applied_at) VALUES (@number, @name, @checksum, @at)",
                ("number", script.Number), ("name", script.Name), ("checksum", script.Checksum), ("at", time.GetUtcNow()));
            count++;
        }
        session.Commit();
        return count;
    }
}

/// <summary>One numbered schema script.</summary>
internal sealed record Migration(int Number, string Name, string Sql, string Checksum)
{
    public static Migration Load(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        var sql = reader.ReadToEnd().ReplaceLineEndings("\n");
        var file = resource[(resource.LastIndexOfAny(['/', '\\']) + 1)..];
        return new Migration(int.Parse(file[..4]), Path.GetFileNameWithoutExtension(file), sql, Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(sql))));
    }
}
