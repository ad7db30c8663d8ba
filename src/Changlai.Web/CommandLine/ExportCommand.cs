using System.CommandLine;
using Changlai.App.Features.FollowUps.Storage;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Values;

namespace Changlai.Web.CommandLine;

/// <summary>Writes what is stored to standard output, row by row, for spreadsheets and other programs.</summary>
internal static class ExportCommand
{
    private static readonly IReadOnlyList<string> CustomerFields =
        ["customerId", "externalNumber", "name", "phone", "store", "owner", "orders", "firstOrderOn", "lastOrderOn", "nextPurchaseOn"];

    private static readonly IReadOnlyList<string> OrderFields =
        ["orderId", "externalNumber", "customerId", "orderedOn", "kind", "lines", "total", "currency", "store"];

    public static Command Create() => new("export", Output.Words(new Text("导出到标准输出（CSV 或 JSON）", "Export to standard output, as CSV or JSON")))
    {
        Of("follow-ups", new Text("回访：--from/--to 按完成日，没完成的按计划日", "Follow-ups; --from and --to go by the day closed or else due"), FollowUpRecord.ExportFields, FollowUps),
        Of("customers", new Text("客户：--from/--to 按最近一次下单日", "Customers; --from and --to go by the last order"), CustomerFields, Customers),
        Of("orders", new Text("订单：--from/--to 按下单日", "Orders; --from and --to go by the day of the order"), OrderFields, Orders),
    };

    private static Command Of(string name, Text description, IReadOnlyList<string> fields, Action<DatabaseSession, Period, RecordWriter> write)
    {
        var from = CommonOptions.Day("--from", new Text("从这一天起（含）", "From this day on, itself included"));
        var to = CommonOptions.Day("--to", new Text("到这一天止（含）", "Up to this day, itself included"));
        var format = new Option<string>("--format")
        {
            HelpName = "csv|json",
            Description = Output.Words(new Text("格式", "Format")),
            DefaultValueFactory = _ => "csv",
        };
        format.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: not ("csv" or "json") } other])
                result.AddError(Output.Words(new Text("--format：「{0}」不行，请写 csv 或 json。", "--format: \"{0}\" will not do; write csv or json."), other.Value));
        });
        var db = CommonOptions.Db();
        var command = new Command(name, Output.Words(description)) { from, to, format, db };
        command.SetAction(parsed =>
        {
            var terminal = Terminal.Of(parsed);
            using var database = CommonOptions.OpenExisting(parsed.GetValue(db));
            using var session = database.OpenSession();
            var records = parsed.GetValue(format) == "json" ? RecordWriter.Json(terminal.Output, fields) : RecordWriter.Csv(terminal.Output, fields);
            write(session, new Period(parsed.GetValue(from), parsed.GetValue(to)), records);
            records.End();
            return 0;
        });
        return command;
    }

    private static void FollowUps(DatabaseSession session, Period period, RecordWriter records)
    {
        foreach (var row in FollowUpQuery.Read(session, new FollowUpFilter { From = period.From, To = period.To }))
            FollowUpRecord.Write(records, row).Text(row.Staff).Text(row.Store).Text(row.State).Text(row.Outcome).EndRow();
    }

    private static void Customers(DatabaseSession session, Period period, RecordWriter records)
    {
        using var rows = session.Read($"""
            SELECT c.customer_id, c.external_number, c.name, c.phone, t.name, p.name, coalesce(s.orders, 0), s.first_order_on, s.last_order_on, s.next_purchase_on
            FROM customer c LEFT JOIN order_summary s ON s.customer_id = c.customer_id
            LEFT JOIN store t ON t.id = c.store_id LEFT JOIN staff p ON p.id = c.owner_id
            WHERE {period.On("s.last_order_on")} ORDER BY c.customer_id
            """, period.Values);
        while (rows.Next())
            records.Number(rows.Long(0)).Text(rows.TextOrNull(1)).Text(rows.Text(2)).Text(rows.TextOrNull(3)).Text(rows.TextOrNull(4)).Text(rows.TextOrNull(5))
                .Number(rows.Int(6)).Day(rows.DayOrNull(7)).Day(rows.DayOrNull(8)).Day(rows.DayOrNull(9)).EndRow();
    }

    private static void Orders(DatabaseSession session, Period period, RecordWriter records)
    {
        using var rows = session.Read($"""
            SELECT o.id, o.external_number, o.customer_id, o.ordered_on, o.kind, o.line_count, o.total_minor, o.currency, t.name
            FROM customer_order o JOIN store t ON t.id = o.store_id WHERE {period.On("o.ordered_on")} ORDER BY o.customer_id, o.id
            """, period.Values);
        while (rows.Next())
            records.Number(rows.Long(0)).Text(rows.Text(1)).Number(rows.Long(2)).Day(rows.Day(3)).Text(rows.Text(4)).Number(rows.Int(5)).Money(rows.Long(6), rows.Text(7))
                .Text(rows.Text(7)).Text(rows.Text(8)).EndRow();
    }

    /// <summary>A stretch of days, open where nothing was said.</summary>
    private sealed record Period(DateOnly? From, DateOnly? To)
    {
        public (string, object?)[] Values => [.. new (string, object?)[] { ("from", From), ("to", To) }.Where(value => value.Item2 is not null)];

        public string On(string column) => string.Join(" AND ", new[] { From is null ? null : $"{column} >= @from", To is null ? null : $"{column} <= @to" }
            .OfType<string>().DefaultIfEmpty("true"));
    }
}
