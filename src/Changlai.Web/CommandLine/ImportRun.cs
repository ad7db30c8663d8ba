using System.Diagnostics;
using Changlai.App.Features.FollowUps.Contracts;
using Changlai.App.Features.Orders.Contracts;
using Changlai.App.Features.Orders.Import;
using Changlai.App.Features.Orders.Recording;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Shell;
using Changlai.Core.Values;

namespace Changlai.Web.CommandLine;

internal sealed record ImportRequest(string File, IReadOnlyList<string> Map, RecordingOptions Options, string? Rejects, bool DryRun);

/// <summary>
/// One import from the command line: read the file, and only when something of it can be taken open the database, take it and
/// plan, all or nothing.
/// </summary>
internal sealed class ImportRun(Terminal terminal, ImportRequest request, bool json)
{
    private readonly Stopwatch clock = Stopwatch.StartNew();

    public int Run(string location)
    {
        var map = CheckedMap();
        CheckOptions();
        CommonOptions.CheckFolder(location);
        var known = KnownStore(location);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(request.Options.TimeZone ?? known?.TimeZone ?? BatchPlaces.DefaultTimeZone);
        using var rejects = RejectsFile.Open(request.Rejects, request.File);
        using var progress = terminal.Progress(new Text("已读 {0} 行", "{0} rows read"));
        var contents = OrderFile.Read(request.File, new OrderFileOptions
        {
            Map = map,
            TimeZone = zone,
            CurrencyDigits = Currencies.Digits(known?.Currency ?? request.Options.Currency ?? BatchPlaces.DefaultCurrency),
            AsOf = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), zone).DateTime),
            Rejects = rejects?.Writer,
            Progress = progress,
        });
        progress?.Dispose();
        if (contents.Problem is { } problem) return terminal.Fail(new Text(problem.Say(Language.Chinese), problem.Say(Language.English)));
        if (contents.Lines.Count == 0)
        {
            rejects?.Keep();
            return NothingTaken(contents);
        }

        using var scratch = request.DryRun && !Database.IsPostgreSql(location) && !File.Exists(location) ? new ScratchFile() : null;
        using var database = CommonOptions.OpenAt(scratch?.Path ?? location);
        using var session = database.OpenBulkSession();
        session.Begin();
        var report = OrderImport.Take(session, contents, request.Options, [new FollowUpsOnOrders(TimeProvider.System)], TimeProvider.System);
        var planned = HorizonPlanning.Run(session, BusinessDay.Today(session, TimeProvider.System), TimeProvider.System, ShellSetup.Segments());
        if (!request.DryRun) session.Commit();
        rejects?.Add(request.File, OrderImport.OfAnotherCustomer, report.Recorded.LinesOfAnotherCustomer.Select(line => contents.Lines[line].LineNumber));
        rejects?.Keep();
        ImportPrint.Report(terminal, contents, report, planned.Created, json, request.DryRun, clock.Elapsed.TotalSeconds);
        return 0;
    }

    private Dictionary<string, string> CheckedMap()
    {
        var map = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in request.Map)
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0) throw new CommandProblem(new Text($"--map：「{pair}」请写成 字段=列名。", $"--map: write \"{pair}\" as FIELD=HEADING."));
            map[pair[..equals]] = pair[(equals + 1)..];
        }
        return map;
    }

    private void CheckOptions()
    {
        if (request.Options.TimeZone is { } zone && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
            throw new CommandProblem(new Text($"--time-zone：不认识「{zone}」，请写成 Asia/Shanghai 这样。", $"--time-zone: \"{zone}\" is not known; write it like Asia/Shanghai."));
        if (request.Options.Currency is { } code && (code.Length != 3 || !code.All(char.IsAsciiLetterUpper)))
            throw new CommandProblem(new Text($"--currency：「{code}」请写成三个字母，如 CNY。", $"--currency: write \"{code}\" as three letters, like CNY."));
        if (OrderSources.IsReserved(request.Options.Source))
            throw new CommandProblem(OrderSources.Reserved.With($"--source {request.Options.Source}"));
        if (Directory.Exists(request.File))
            throw new CommandProblem(new Text($"{request.File} 是文件夹。请写里面文件的路径。", $"{request.File} is a folder; give the path of a file in it."));
        if (!File.Exists(request.File))
            throw new CommandProblem(new Text($"找不到文件 {request.File}。请检查路径。", $"There is no file {request.File}; please check the path."));
    }

    /// <summary>
    /// The time zone of the business that is there already, and the currency of the store named, or of all when they agree. Looks
    /// without touching: the file may turn out unusable.
    /// </summary>
    private (string TimeZone, string? Currency)? KnownStore(string location)
    {
        if (!Database.IsPostgreSql(location) && !File.Exists(location)) return null;
        try
        {
            using var database = new Database(location);
            using var session = database.OpenSession();
            var isThere = session.Scalar<long>(session.IsSqlite
                ? "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'store'"
                : "SELECT count(*) FROM pg_catalog.pg_class WHERE oid = to_regclass('store')") > 0;
            var stores = new List<(string Name, string Zone, string Currency)>();
            if (isThere)
            {
                using var rows = session.Read("SELECT name, time_zone, currency FROM store ORDER BY id");
                while (rows.Next()) stores.Add((rows.Text(0), rows.Text(1), rows.Text(2)));
            }
            if (stores.Count == 0) return null;
            var meant = stores.Where(store => request.Options.Store is not { } named || store.Name.Equals(named, StringComparison.OrdinalIgnoreCase)).ToList();
            var currencies = meant.Select(store => store.Currency).Distinct(StringComparer.Ordinal).ToList();
            return (stores[0].Zone, currencies is [var only] ? only : null);
        }
        catch (Exception problem) when (DatabaseProblem.Of(problem, location) is { } words)
        {
            throw new CommandProblem(words);
        }
    }

    private int NothingTaken(OrderFileContents contents)
    {
        if (json) ImportPrint.Report(terminal, contents, new OrderImportReport(contents.Rows, new RecordingReport(), contents.Rejected), 0, json, request.DryRun, clock.Elapsed.TotalSeconds);
        foreach (var row in contents.FirstRejected.Take(3))
            terminal.Note(ImportPrint.Rejected(row));
        return terminal.Fail(new Text("{0} 行里没有一行可以收下，数据库没有变动。", "None of the {0} rows could be taken; the database is unchanged."), contents.Rows);
    }

    /// <summary>A database for a dry run where there is none yet; gone afterwards.</summary>
    private sealed class ScratchFile : IDisposable
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("changlai-dry-run-");

        public string Path => System.IO.Path.Combine(folder.FullName, "changlai.db");

        public void Dispose() => folder.Delete(recursive: true);
    }
}
