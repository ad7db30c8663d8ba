using Changlai.App.Features.Platform.Contracts.Tables;
using Changlai.Core.Values;

namespace Changlai.App.Features.Platform.Contracts.Imports;

/// <summary>
/// The lines not taken as a table of the same shape, with the line and the reason at the end, to be mended and imported again.
/// </summary>
/// <param name="inWords">Whether the reason is said in words; else by its code.</param>
internal sealed class RejectsTable(TextWriter writer, IReadOnlyList<string> headings, Language language, bool inWords)
{
    private readonly CsvWriter csv = new(writer);

    /// <summary>A table that was mended and is rejected again already has the two columns.</summary>
    private readonly int[] written = [.. Enumerable.Range(0, headings.Count).Where(i => headings[i] is not ("line" or "reason"))];

    public void WriteHeadings()
    {
        foreach (var column in written) csv.Cell(headings[column]);
        csv.Cell("line").Cell("reason").EndRow();
    }

    public void Write(string[] cells, RejectedRow row)
    {
        foreach (var column in written) csv.Cell(column < cells.Length ? cells[column] : "");
        csv.Number(row.Line).Cell(inWords ? Said(row) : row.Reason).EndRow();
    }

    private string Said(RejectedRow row) => string.Join(' ', row.Further.Prepend(new CellFault(row.Heading, row.Message, row.WhatWouldBeRight)).Select(fault =>
        (fault.Heading.Length == 0 ? "" : language == Language.Chinese ? $"{fault.Heading}：" : $"{fault.Heading}: ")
        + fault.Message.In(language) + (language == Language.Chinese ? "" : " ") + fault.WhatWouldBeRight.In(language)));
}
