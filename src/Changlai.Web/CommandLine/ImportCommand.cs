using System.CommandLine;
using Changlai.App.Features.Orders.Recording;
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
            var request = new ImportRequest(parsed.GetValue(file)!, parsed.GetValue(map) ?? [],
                new RecordingOptions(parsed.GetValue(source)!, parsed.GetValue(store), parsed.GetValue(zone), parsed.GetValue(currency)?.ToUpperInvariant()),
                parsed.GetValue(rejects), parsed.GetValue(dryRun));
            return new ImportRun(Terminal.Of(parsed), request, parsed.GetValue(json)).Run(CommonOptions.Location(parsed.GetValue(db)));
        });
        return command;
    }
}
