using System.Text;

namespace Changlai.App.Features.Platform.Contracts.Tables;

internal static class CellText
{
    private const int Shown = 200;

    /// <summary>As much of a cell as fits into a message or a preview.</summary>
    public static string Shorten(string cell)
    {
        if (cell.Length <= Shown)
            return cell;
        var length = char.IsHighSurrogate(cell[Shown - 2]) ? Shown - 2 : Shown - 1;
        return string.Concat(cell.AsSpan(0, length), "…");
    }

    /// <summary>A name as written, with runs of white space made one space and none at its ends.</summary>
    public static string Tidy(ReadOnlySpan<char> text)
    {
        var trimmed = text.Trim();
        if (!trimmed.ContainsAny("\t\r\n") && trimmed.IndexOf("  ") < 0)
            return trimmed.ToString();
        var tidy = new StringBuilder(trimmed.Length);
        foreach (var character in trimmed)
        {
            if (!char.IsWhiteSpace(character))
                tidy.Append(character);
            else if (tidy[^1] != ' ')
                tidy.Append(' ');
        }

        return tidy.ToString();
    }
}
