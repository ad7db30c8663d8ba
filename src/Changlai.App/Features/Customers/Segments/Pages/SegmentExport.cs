using System.Globalization;
using System.Text;
using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Segments.Query;
using Changlai.App.Features.Customers.Segments.Storage;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Features.Platform.Contracts.Tables;
using Changlai.App.Ui;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.Customers.Segments.Pages;

/// <summary>A segment's customers as a file for a spreadsheet, in the reader's language and as far as the reader may see.</summary>
internal static class SegmentExport
{
    public static void Map(RouteGroupBuilder segments) => segments.MapGet("/{id:long}/customers.csv", Download).For(Access.ReadCustomers).Audits(CustomerAudit.SegmentExported, "segment", "id");

    private static IResult Download(HttpContext http, Database database, SegmentFields contributions, StoreDirectory stores, UiContext ui, Masks masks, long id)
    {
        var viewer = Viewer.Of(http.User);
        using var session = database.OpenSession();
        if (SegmentStore.Find(session, viewer, id) is not { Rule: { } rule } segment) return Results.NotFound();
        var desk = new SegmentDesk(session, contributions, stores, viewer);
        if (desk.ProblemOf(segment) is not null) return Results.NotFound();
        AuditPen.Current?.Add("count", desk.Customers().Count(rule).ToString(CultureInfo.InvariantCulture));
        AuditPen.Current?.WriteNow(database);
        var language = ui.Language;
        var masking = masks.Of(session, viewer);
        return Results.Stream(async output =>
        {
            // The byte order mark tells spreadsheets that this is UTF-8.
            await using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 64 * 1024);
            using var reading = database.OpenSession();
            await WriteAsync(reading, new SegmentDesk(reading, contributions, stores, viewer), rule, language, masking, writer);
        }, "text/csv; charset=utf-8", $"{FileName(segment.Name)}.csv");
    }

    private static async Task WriteAsync(DatabaseSession session, SegmentDesk desk, Model.SegmentGroup rule, Language language, Masking masking, StreamWriter writer)
    {
        var csv = new CsvWriter(writer);
        foreach (var heading in (Text[])[SegmentTexts.ColumnNumber, SegmentTexts.ColumnName, SegmentTexts.ColumnPhone, SegmentTexts.ColumnStore, SegmentTexts.ColumnOwner,
            SegmentTexts.ColumnOrders, SegmentTexts.ColumnTotal, SegmentTexts.ColumnCurrency, SegmentTexts.ColumnLastOrder, SegmentTexts.ColumnDoNotContact])
            csv.Cell(heading.In(language));
        csv.EndRow();
        var (ids, values) = desk.Customers().Ids(rule);
        using var rows = session.Read($"""
            SELECT c.external_number, c.name, c.phone, t.name, o.name, coalesce(s.orders, 0), s.total_minor, s.currency, s.last_order_on, c.do_not_contact, c.customer_id
            FROM customer c LEFT JOIN order_summary s ON s.customer_id = c.customer_id LEFT JOIN store t ON t.id = c.store_id LEFT JOIN staff o ON o.id = c.owner_id
            WHERE c.customer_id IN ({ids}) ORDER BY c.customer_id
            """, [.. values]);
        for (var written = 1; rows.Next(); written++)
        {
            csv.Cell(rows.TextOrNull(0)).Cell(rows.Text(1)).Cell(masking.Phone(rows.Long(10), rows.TextOrNull(2))).Cell(rows.TextOrNull(3)).Cell(rows.TextOrNull(4)).Number(rows.Int(5));
            csv.Cell(rows.LongOrNull(6) is { } total && rows.TextOrNull(7) is { } currency ? Amount(total, currency) : "").Cell(rows.TextOrNull(7))
                .Cell(rows.DayOrNull(8)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).Cell(rows.Flag(9) ? SegmentTexts.Yes.In(language) : "").EndRow();
            if (written % 500 == 0) await writer.FlushAsync();
        }
        await writer.FlushAsync();
    }

    private static string Amount(long minor, string currency) =>
        Currencies.ToMajor(minor, currency).ToString($"F{Currencies.Digits(currency)}", CultureInfo.InvariantCulture);

    /// <summary>A name that every system takes for a file.</summary>
    private static string FileName(string name) =>
        new string([.. name.Where(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_' or ' ')]).Trim() is { Length: > 0 } plain ? plain : "segment";
}
