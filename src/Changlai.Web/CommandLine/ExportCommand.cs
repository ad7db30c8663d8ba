using System.CommandLine;
using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Contracts.Segments;
using Changlai.App.Features.FollowUps.Contracts;
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
        CustomersCommand(),
        Of("orders", new Text("订单：--from/--to 按下单日", "Orders; --from and --to go by the day of the order"), OrderFields, Orders),
    };

    private static Command CustomersCommand()
    {
        var segment = new Option<string?>("--segment") { HelpName = "NAME", Description = Output.Words(new Text("只要这个客户细分里的（名称或编号）", "Only those of this segment, by its name or number")) };
        var command = Of("customers", new Text("客户：--from/--to 按最近一次下单日", "Customers; --from and --to go by the last order"), CustomerFields,
            (parsed, session, viewer) =>
            {
                var ids = parsed.GetValue(segment) is { } name ? ExportedSegment.Find(session, name, viewer) : null;
                return (period, records) => Customers(session, viewer, period, ids, records);
            });
        command.Add(segment);
        return command;
    }

    private static Command Of(string name, Text description, IReadOnlyList<string> fields, Action<DatabaseSession, Viewer?, Period, RecordWriter> write) =>
        Of(name, description, fields, (_, session, viewer) => (period, records) => write(session, viewer, period, records));

    /// <param name="prepare">Looks at what the command was given before anything is printed.</param>
    private static Command Of(string name, Text description, IReadOnlyList<string> fields, Func<ParseResult, DatabaseSession, Viewer?, Action<Period, RecordWriter>> prepare)
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
        var (named, db) = (CommonOptions.As(), CommonOptions.Db());
        var command = new Command(name, Output.Words(description)) { from, to, format, named, db };
        command.SetAction(parsed =>
        {
            var terminal = Terminal.Of(parsed);
            using var database = CommonOptions.OpenExisting(parsed.GetValue(db));
            using var session = database.OpenSession();
            var write = prepare(parsed, session, Lookup.Viewer(session, parsed.GetValue(named)));
            var records = parsed.GetValue(format) == "json" ? RecordWriter.Json(terminal.Output, fields) : RecordWriter.Csv(terminal.Output, fields);
            write(new Period(parsed.GetValue(from), parsed.GetValue(to)), records);
            records.End();
            return 0;
        });
        return command;
    }

    private static void FollowUps(DatabaseSession session, Viewer? viewer, Period period, RecordWriter records)
    {
        var masking = Seen(session, viewer);
        foreach (var row in FollowUpQuery.Read(session, new FollowUpFilter { From = period.From, To = period.To, SeenBy = viewer }))
            FollowUpRecord.Write(records, row.SeenThrough(masking)).Text(row.Staff).Text(row.Store).Text(row.State).Text(row.Outcome).EndRow();
    }

    private static void Customers(DatabaseSession session, Viewer? viewer, Period period, SegmentIds? segment, RecordWriter records)
    {
        var (scope, masking) = (viewer?.Scope ?? CustomerScope.All, Seen(session, viewer));
        using var rows = session.Read($"""
            SELECT c.customer_id, c.external_number, c.name, c.phone, t.name, p.name, coalesce(s.orders, 0), s.first_order_on, s.last_order_on, s.next_purchase_on
            FROM customer c LEFT JOIN order_summary s ON s.customer_id = c.customer_id
            LEFT JOIN store t ON t.id = c.store_id LEFT JOIN staff p ON p.id = c.owner_id
            WHERE {period.On("s.last_order_on")}{scope.And("c")}{(segment is null ? "" : $" AND c.customer_id IN ({segment.Sql})")} ORDER BY c.customer_id
            """, [.. period.Values, .. scope.Values, .. (segment?.Values ?? []).Where(value => value.Name != "scope")]);
        while (rows.Next())
            records.Number(rows.Long(0)).Text(rows.TextOrNull(1)).Text(rows.Text(2)).Text(masking.Phone(rows.Long(0), rows.TextOrNull(3))).Text(rows.TextOrNull(4)).Text(rows.TextOrNull(5))
                .Number(rows.Int(6)).Day(rows.DayOrNull(7)).Day(rows.DayOrNull(8)).Day(rows.DayOrNull(9)).EndRow();
    }

    private static void Orders(DatabaseSession session, Viewer? viewer, Period period, RecordWriter records)
    {
        // Whose an order is, is the customer's to say, wherever it was placed.
        var scope = viewer?.Scope ?? CustomerScope.All;
        var seen = scope.IsAll ? "" : $" AND EXISTS (SELECT 1 FROM customer c WHERE c.customer_id = o.customer_id{scope.And("c")})";
        using var rows = session.Read($"""
            SELECT o.id, o.external_number, o.customer_id, o.ordered_on, o.kind, o.line_count, o.total_minor, o.currency, t.name
            FROM customer_order o JOIN store t ON t.id = o.store_id WHERE {period.On("o.ordered_on")}{seen} ORDER BY o.customer_id, o.id
            """, [.. period.Values, .. scope.Values]);
        while (rows.Next())
            records.Number(rows.Long(0)).Text(rows.Text(1)).Number(rows.Long(2)).Day(rows.Day(3)).Text(rows.Text(4)).Number(rows.Int(5)).Money(rows.Long(6), rows.Text(7))
                .Text(rows.Text(7)).Text(rows.Text(8)).EndRow();
    }

    private static Masking Seen(DatabaseSession session, Viewer? viewer) => viewer is null ? Masking.None : new Masks(TimeProvider.System).Of(session, viewer);

    /// <summary>A stretch of days, open where nothing was said.</summary>
    private sealed record Period(DateOnly? From, DateOnly? To)
    {
        public (string, object?)[] Values => [.. new (string, object?)[] { ("from", From), ("to", To) }.Where(value => value.Item2 is not null)];

        public string On(string column) => string.Join(" AND ", new[] { From is null ? null : $"{column} >= @from", To is null ? null : $"{column} <= @to" }
            .OfType<string>().DefaultIfEmpty("true"));
    }
}
