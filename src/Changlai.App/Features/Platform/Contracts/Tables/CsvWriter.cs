using System.Globalization;

namespace Changlai.App.Features.Platform.Contracts.Tables;

/// <summary>
/// Writes comma-separated rows after RFC 4180 that are safe to open in a spreadsheet: a text that a spreadsheet would run
/// as a formula gets an apostrophe in front, which spreadsheets take for "this is text".
/// </summary>
/// <param name="writer">Where to; stays open.</param>
internal sealed class CsvWriter(TextWriter writer)
{
    private bool _begun;

    /// <summary>Writes a text cell.</summary>
    public CsvWriter Cell(ReadOnlySpan<char> text)
    {
        Begin();
        var formula = IsFormula(text);
        if (!formula && !text.ContainsAny("\",\r\n") && !(text is [' ', ..] or [.., ' ']))
        {
            writer.Write(text);
            return this;
        }

        writer.Write('"');
        if (formula)
            writer.Write('\'');
        foreach (var character in text)
        {
            if (character == '"')
                writer.Write('"');
            writer.Write(character);
        }

        writer.Write('"');
        return this;
    }

    /// <summary>Writes a whole number.</summary>
    public CsvWriter Number(long number)
    {
        Begin();
        writer.Write(number.ToString(CultureInfo.InvariantCulture));
        return this;
    }

    /// <summary>Ends the row.</summary>
    public void EndRow()
    {
        writer.Write("\r\n");
        _begun = false;
    }

    /// <summary>Signed numbers begin like formulas and are none.</summary>
    private static bool IsFormula(ReadOnlySpan<char> text)
    {
        var start = text.TrimStart();
        return start is ['=' or '@' or '＝' or '＠', ..] || text is ['\t' or '\r', ..]
            || (start is ['+' or '-' or '＋' or '－', ..] && start[1..].ContainsAnyExcept("0123456789.,"));
    }

    private void Begin()
    {
        if (_begun)
            writer.Write(',');
        _begun = true;
    }
}
