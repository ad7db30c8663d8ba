using System.Text;
using Changlai.App.Features.FollowUps.Planning;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Imports;
using Changlai.App.Features.Platform.Imports.Runs;
using Changlai.App.Shell;
using Changlai.App.Tests.Harness;
using Changlai.Core.Values;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Changlai.App.Tests.Features.Platform.Imports;

/// <summary>The machinery of imports without a browser and without a clock of its own: each step ends before the next begins.</summary>
internal sealed class ImportDesk : IAsyncDisposable
{
    public const string Store = "一店";
    public static readonly DateOnly Today = new(2026, 11, 22);
    private readonly TestDatabase place;
    private readonly ServiceProvider services;
    private readonly LastFailure broken = new();

    private ImportDesk(TestDatabase place, Database database)
    {
        (this.place, Database) = (place, database);
        var all = new ServiceCollection();
        all.AddLogging(logging => logging.AddProvider(broken));
        all.AddChanglai(database);
        all.AddSingleton<TimeProvider>(Clock);
        services = all.BuildServiceProvider();
    }

    public Database Database { get; }

    public FakeTime Clock { get; } = FakeTime.On("2026-11-22");

    public ImportFiles Files => services.GetRequiredService<ImportFiles>();

    public static async Task<ImportDesk> OpenAsync(DatabaseKind kind)
    {
        var files = await TestDatabase.CreateAsync(kind);
        var desk = new ImportDesk(files, new Database(files.Connection));
        desk.Write(session =>
        {
            foreach (var name in (string[])[Store, "二店"])
                session.Execute("INSERT INTO store (id, name, time_zone, currency, closed_weekdays) VALUES (@id, @name, 'Asia/Shanghai', 'CNY', 0)", ("id", session.ReserveIds("store", 1)), ("name", name));
            session.Execute($"""
                INSERT INTO staff (id, name, security_stamp, role, store_id, working_weekdays, daily_capacity, language, active)
                VALUES (@id, '林丽', 'stamp', 'manager', 1, 127, 30, 'zh', {(session.IsSqlite ? "1" : "true")})
                """, ("id", session.ReserveIds("staff", 1)));
        });
        return desk;
    }

    public ImportRun Upload(string kind, byte[] content, Func<ImportSettings, ImportSettings>? with = null)
    {
        using var session = Database.OpenSession();
        var settings = new ImportSettings { Store = Store, TimeZone = "Asia/Shanghai", Currency = "CNY", Source = "import", StaffId = 1, Role = "head-office", Language = Language.English };
        var id = ImportRuns.Add(session, kind, $"{kind}.csv", 1, Clock.GetUtcNow(), _ => new ImportDetails { Settings = with?.Invoke(settings) ?? settings, Node = Files.Node, FileBytes = content.Length });
        string received;
        using (var file = Files.Receive())
        {
            file.Write(content);
            received = file.Name;
        }
        Files.Keep(received, id);
        return Work(id);
    }

    public ImportRun Upload(string kind, string text, Func<ImportSettings, ImportSettings>? with = null) => Upload(kind, Encoding.UTF8.GetBytes(text), with);

    public ImportRun Confirm(ImportRun run)
    {
        using (var session = Database.OpenSession()) ImportRuns.Move(session, run.Id, [ImportState.Ready], ImportState.Queued).ShouldBeTrue();
        return Work(run.Id);
    }

    public ImportRun Undo(ImportRun run)
    {
        using (var session = Database.OpenSession()) ImportRuns.Move(session, run.Id, [ImportState.Done], ImportState.Undoing).ShouldBeTrue();
        return Work(run.Id);
    }

    /// <summary>Uploads a file and says yes.</summary>
    public ImportRun Take(string kind, string text, Func<ImportSettings, ImportSettings>? with = null)
    {
        var run = Upload(kind, text, with);
        run.State.ShouldBe(ImportState.Ready, run.Details.Problem?.Say(Language.English));
        return Confirm(run);
    }

    public void Plan() => Write(session => new Planner(session, Clock).Run(Today), bulk: true);

    public void Write(Action<DatabaseSession> write, bool bulk = false)
    {
        using var session = bulk ? Database.OpenBulkSession() : Database.OpenSession();
        session.Begin();
        write(session);
        session.Commit();
    }

    public T Read<T>(string sql)
    {
        using var session = Database.OpenSession();
        return session.Scalar<T>(sql)!;
    }

    public List<string> Rows(string sql)
    {
        using var session = Database.OpenSession();
        using var rows = session.Read(sql);
        var all = new List<string>();
        while (rows.Next()) all.Add(rows.Text(0));
        return all;
    }

    public async ValueTask DisposeAsync()
    {
        var uploads = Path.GetDirectoryName(Files.UploadOf(1))!;
        await services.DisposeAsync();
        if (Directory.Exists(uploads)) Directory.Delete(uploads, recursive: true);
        Database.Dispose();
        await place.DisposeAsync();
    }

    private ImportRun Work(long id)
    {
        services.GetServices<IHostedService>().OfType<ImportWorker>().Single().Work(id, CancellationToken.None);
        if (broken.Failure is { } failure) throw new InvalidOperationException("The import broke.", failure);
        using var session = Database.OpenSession();
        return ImportRuns.Find(session, id)!;
    }

    /// <summary>What the worker would only write into the log.</summary>
    private sealed class LastFailure : ILoggerProvider, ILogger
    {
        public Exception? Failure { get; private set; }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Failure ??= exception;

        public void Dispose()
        {
        }
    }
}
