using System.CommandLine;
using System.Diagnostics;
using System.Text;
using Changlai.App.Features.FollowUps.Planning;
using Changlai.App.Features.Orders.Import;
using Changlai.App.Features.Orders.Recording;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Values;

namespace Changlai.Web.CommandLine;

internal static class ImportCommand
{
    public static Command Create() => new("import", Output.Words(new Text("导入", "Import"))) { CreateOrders() };

    private static Command CreateOrders()
    {
        var file = new Argument<string>("FILE") { Description = Output.Words(new Text(".csv、.csv.gz、.tsv 或 .xlsx，一行是一条订单明细", ".csv, .csv.gz, .tsv or .xlsx; one line is one order line")) };
        var map = new Option<string[]>("--map") { HelpName = "FIELD=HEADING", Description = Output.Words(new Text("指定某个字段取自哪一列", "Which column a field is taken from")) };
        var store = new Option<string?>("--store") { Description = Output.Words(new Text("文件里没写门店的行归这家门店", "The store of lines that name none")) };
        var zone = new Option<string?>("--time-zone") { Description = Output.Words(new Text("新门店的时区（默认 Asia/Shanghai）", "Time zone of a new store (default Asia/Shanghai)")) };
        var currency = new Option<string?>("--currency") { Description = Output.Words(new Text("新门店的币种（默认 CNY）", "Currency of a new store (default CNY)")) };
        var source = new Option<string>("--source") { DefaultValueFactory = _ => "import", Description = Output.Words(new Text("编号来自哪个系统", "The system the numbers come from")) };
        var dryRun = new Option<bool>("--dry-run") { Description = Output.Words(new Text("只看结果，不写入", "Show what would happen, write nothing")) };
        var rejects = new Option<string?>("--rejects") { Description = Output.Words(new Text("把没收下的行连同原因写进这个 CSV", "Write the lines not taken, with their reasons, to this CSV")) };
        var (db, json) = (CommonOptions.Db(), CommonOptions.Json());
        var command = new Command("orders", Output.Words(new Text("导入订单历史", "Import an order history"))) { file, db, map, store, zone, currency, source, dryRun, rejects, json };
        command.SetAction(parsed =>
        {
            var request = new OrderImportRequest(parsed.GetValue(file)!, parsed.GetValue(map) ?? [],
                new RecordingOptions(parsed.GetValue(source)!, parsed.GetValue(store), parsed.GetValue(zone), parsed.GetValue(currency)?.ToUpperInvariant()),
                parsed.GetValue(rejects), parsed.GetValue(dryRun));
            return ImportRun.Run(request, parsed.GetValue(db), parsed.GetValue(json));
        });
        return command;
    }
}

internal sealed record OrderImportRequest(string File, IReadOnlyList<string> Map, RecordingOptions Options, string? Rejects, bool DryRun);

/// <summary>One import from the command line: read, take, plan, all or nothing.</summary>
internal static class ImportRun
{
    public static int Run(OrderImportRequest request, string? db, bool json)
    {
        var clock = Stopwatch.StartNew();
        var map = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in request.Map)
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0) return Output.Fail(new Text($"--map：「{pair}」请写成 字段=列名。", $"--map: write \"{pair}\" as FIELD=HEADING."));
            map[pair[..equals]] = pair[(equals + 1)..];
        }
        if (request.Options.TimeZone is { } zoneId && !TimeZoneInfo.TryFindSystemTimeZoneById(zoneId, out _))
            return Output.Fail(new Text($"--time-zone：不认识「{zoneId}」，请写成 Asia/Shanghai 这样。", $"--time-zone: \"{zoneId}\" is not known; write it like Asia/Shanghai."));
        if (request.Options.Currency is { } code && (code.Length != 3 || !code.All(char.IsAsciiLetterUpper)))
            return Output.Fail(new Text($"--currency：「{code}」请写成三个字母，如 CNY。", $"--currency: write \"{code}\" as three letters, like CNY."));
        if (!File.Exists(request.File))
            return Output.Fail(new Text($"找不到文件 {request.File}。请检查路径。", $"There is no file {request.File}; please check the path."));

        // A dry run must not leave a database behind that was not there before.
        var location = CommonOptions.Location(db);
        using var database = CommonOptions.Open(request.DryRun && !Database.IsPostgreSql(location) && !File.Exists(location) ? InMemory : db);
        using var session = database.OpenSession();
        var zone = TimeZoneInfo.FindSystemTimeZoneById(request.Options.TimeZone ?? session.Scalar<string>("SELECT time_zone FROM store ORDER BY id LIMIT 1") ?? BatchPlaces.DefaultTimeZone);
        using var rejects = request.Rejects is { } path ? new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)) : null;
        var contents = OrderFile.Read(request.File, new OrderFileOptions
        {
            Map = map,
            TimeZone = zone,
            AsOf = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), zone).DateTime),
            Rejects = rejects,
            Progress = Progress(),
        });
        if (contents.Problem is { } problem) return Output.Fail(new Text(problem.Say(Language.Chinese), problem.Say(Language.English)));
        if (contents.Lines.Count == 0) return NothingTaken(contents, json, clock);

        session.Begin();
        var report = OrderImport.Take(session, contents, request.Options, [new FollowUpsOnOrders(TimeProvider.System)], TimeProvider.System);
        var planned = new Planner(session, TimeProvider.System).Run(BusinessDay.Today(session, TimeProvider.System));
        if (!request.DryRun) session.Commit();
        Print(contents, report, planned, json, request.DryRun, clock.Elapsed.TotalSeconds);
        return 0;
    }

    private const string InMemory = ":memory:";

    private static int NothingTaken(OrderFileContents contents, bool json, Stopwatch clock)
    {
        if (json) Output.WriteJson(Record(contents, new OrderImportReport(contents.Rows, new RecordingReport(), contents.Rejected), 0, clock.Elapsed.TotalSeconds));
        foreach (var row in contents.FirstRejected.Take(3))
            Console.Error.WriteLine($"{row.Line}: {Output.Words(row.Message)} {Output.Words(row.WhatWouldBeRight)}");
        return Output.Fail(new Text($"{contents.Rows} 行里没有一行可以收下，数据库没有变动。", $"None of the {contents.Rows} rows could be taken; the database is unchanged."));
    }

    private static object Record(OrderFileContents contents, OrderImportReport report, int followUps, double seconds) => new
    {
        report.Rows,
        report.Recorded.Orders,
        report.Recorded.OrderLines,
        report.Recorded.Returns,
        report.Recorded.ReturnLines,
        report.Recorded.Customers,
        report.Recorded.Products,
        report.Rejected,
        FollowUps = followUps,
        report.Recorded.New,
        report.Recorded.Updated,
        report.Recorded.Unchanged,
        contents.Encoding,
        DateForm = contents.DateForm?.Sentence.English,
        Seconds = Math.Round(seconds, 3),
    };

    private static void Print(OrderFileContents contents, OrderImportReport report, PlanReport planned, bool json, bool dryRun, double seconds)
    {
        if (json)
        {
            Output.WriteJson(Record(contents, report, planned.Created, seconds));
            return;
        }
        var recorded = report.Recorded;
        if (dryRun) Console.Out.WriteLine(Output.Words(new Text("试运行：什么也没有写入。", "Dry run: nothing was written.")));
        Console.Out.WriteLine(Output.Words(new Text(
            "读了 {0} 行：{1} 位客户，{2} 张订单（{3} 条明细），{4} 张退货，{5} 种商品；新增 {6}，更正 {7}，不变 {8}（{9:0.0} 秒）",
            "{0} rows read: {1} customers, {2} orders ({3} lines), {4} returns, {5} products; {6} new, {7} updated, {8} unchanged ({9:0.0} s)"),
            report.Rows, recorded.Customers, recorded.Orders, recorded.OrderLines, recorded.Returns, recorded.Products, recorded.New, recorded.Updated, recorded.Unchanged, seconds));
        if (contents.DateForm is { } form) Console.Out.WriteLine(Output.Words(form.Sentence));
        foreach (var (reason, count) in report.Rejected)
            Console.Out.WriteLine(Output.Words(new Text("没收下 {0} 行：{1}", "{0} rows not taken: {1}"), count, reason));
        Console.Out.WriteLine(Output.Words(new Text("新排回访 {0} 个", "{0} follow-ups planned"), planned.Created));
    }

    private static IProgress<long>? Progress() => Console.IsErrorRedirected ? null : new ConsoleProgress();

    private sealed class ConsoleProgress : IProgress<long>
    {
        public void Report(long value) => Console.Error.Write(Output.Words(new Text("\r已读 {0} 行 ", "\r{0} rows read "), value));
    }
}
