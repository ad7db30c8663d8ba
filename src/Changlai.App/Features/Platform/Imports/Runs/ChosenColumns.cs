using System.Text.Json;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Imports;
using Changlai.App.Features.Platform.Contracts.Tables;

namespace Changlai.App.Features.Platform.Imports.Runs;

/// <summary>Columns that people chose by hand, remembered for the next file of the same kind with the same row of headings.</summary>
internal static class ChosenColumns
{
    /// <summary>Empty when nobody has chosen any for such a file.</summary>
    public static IReadOnlyDictionary<string, string> Recall(DatabaseSession session, string kind, string file, IReadOnlyList<ImportField> fields)
    {
        using var table = TableFile.Open(file);
        var chosen = session.Scalar<string>("SELECT chosen FROM import_columns WHERE kind = @kind AND headings = @headings", ("kind", kind), ("headings", FieldHeadings.KeyOf(table.Headings)));
        if (table.Problem is not null || chosen is null) return new Dictionary<string, string>(StringComparer.Ordinal);
        // A field of the organisation's own may be gone by now.
        return JsonSerializer.Deserialize<Dictionary<string, string>>(chosen)!.Where(entry => fields.Any(field => field.Code == entry.Key)).ToDictionary(StringComparer.Ordinal);
    }

    public static void Remember(DatabaseSession session, ImportRun run, DateTimeOffset now)
    {
        if (run.Details is not { Settings.Map.Count: > 0, ColumnsRemembered: false, Preview.Headings: { Count: > 0 } headings }) return;
        session.Execute("""
            INSERT INTO import_columns (kind, headings, chosen, changed_at, changed_by) VALUES (@kind, @headings, @chosen, @now, @by)
            ON CONFLICT (kind, headings) DO UPDATE SET chosen = excluded.chosen, changed_at = excluded.changed_at, changed_by = excluded.changed_by
            """, ("kind", run.Kind), ("headings", FieldHeadings.KeyOf(headings)), ("chosen", JsonSerializer.Serialize(run.Details.Settings.Map)), ("now", now), ("by", run.Details.Settings.StaffId));
    }
}
