using Changlai.App.Features.Platform.Audit;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Tests.Harness;
using Changlai.Core.Values;

namespace Changlai.App.Tests.Features.Platform.Audit;

/// <summary>A database with a log in it, and somebody who takes the triggers away and writes into it by hand.</summary>
internal sealed class AuditedBase : IAsyncDisposable
{
    public static readonly AuditAction Action = new("test.thing", new Text("试一试", "Try a thing"));
    private static readonly DateTimeOffset Start = new(2026, 11, 28, 9, 0, 0, TimeSpan.FromHours(8));
    private readonly TestDatabase files;
    private int entries;

    private AuditedBase(TestDatabase files)
    {
        this.files = files;
        Database = new Database(files.Connection);
        Session = Database.OpenSession();
    }

    public Database Database { get; }

    public DatabaseSession Session { get; }

    public string Connection => files.Connection;

    public static async Task<AuditedBase> OpenAsync(DatabaseKind kind) => new(await TestDatabase.CreateAsync(kind));

    public void Write(int count)
    {
        Session.Begin();
        for (var i = 0; i < count; i++, entries++)
            AuditLog.Record(Session, Start.AddSeconds(entries), new AuditActor("person", 7, "沈丽娟"), Action, $"thing:{entries}", entries % 3 == 0 ? entries + 1 : null, 1, ("fields", "name,phone"), ("why", "因为\"这样\""));
        Session.Commit();
    }

    public int Seal(AuditKey? key = null)
    {
        var (all, batch) = (0, 0);
        while ((batch = AuditSealer.SealBatch(Session, key ?? AuditKey.None, Start)) > 0) all += batch;
        return all;
    }

    public AuditReport Verify(AuditHead? kept = null, AuditKey? key = null) => new AuditVerification(Session, key ?? AuditKey.None).Run(kept);

    public string[] Findings(AuditHead? kept = null, AuditKey? key = null) => [.. Verify(kept, key).Findings.Select(found => $"{found.Kind} {found.Number}")];

    /// <summary>What somebody does who owns the database.</summary>
    public void Tamper(string sql)
    {
        if (Session.IsSqlite)
        {
            var triggers = new List<string>();
            using (var rows = Session.Read("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'audit_%'"))
                while (rows.Next()) triggers.Add(rows.Text(0));
            foreach (var trigger in triggers) Session.Execute($"DROP TRIGGER {trigger}");
        }
        else
        {
            foreach (var table in (string[])["audit_entry", "audit_link", "audit_seal"]) Session.Execute($"ALTER TABLE {table} DISABLE TRIGGER USER");
        }
        Session.Execute(sql);
    }

    public async ValueTask DisposeAsync()
    {
        Session.Dispose();
        Database.Dispose();
        await files.DisposeAsync();
    }
}
