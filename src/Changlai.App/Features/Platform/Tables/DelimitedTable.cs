using System.Runtime.CompilerServices;
using Changlai.App.Features.Platform.Contracts.Tables;

namespace Changlai.App.Features.Platform.Tables;

/// <summary>
/// Rows of delimited text after RFC 4180: cells may be quoted, and then hold delimiters, line breaks and doubled quotes.
/// Cells are slices of the block read; nothing is copied but rows that cross from one block into the next.
/// </summary>
internal sealed class DelimitedTable : TableReader
{
    private const int LongestRow = 1 << 20;

    private readonly TextBlocks _blocks;
    private char[] _buffer = [];
    private bool _rented;
    private int _next;
    private int _end;
    private int _nextLine = 1;
    private int[] _starts = new int[32];
    private int[] _lengths = new int[32];
    private int _escapedCells;
    private char _delimiter = ',';

    private DelimitedTable(FramedStream stream, bool gzipped) => _blocks = new TextBlocks(stream, gzipped);

    private enum Parsed
    {
        Row,
        OpenQuote,
        TextAfterQuote,
    }

    public override string Encoding => _blocks.Encoding;

    public override char? Delimiter => _delimiter;

    public override ReadOnlySpan<char> this[int column] => _buffer.AsSpan(_starts[column], _lengths[column]);

    public static DelimitedTable Open(FramedStream stream, bool gzipped)
    {
        var table = new DelimitedTable(stream, gzipped);
        table.ReadHeadings();
        return table;
    }

    public override bool Read()
    {
        if (Problem is not null)
            return false;
        do
        {
            if (!ReadRow())
                return false;
        }
        while (IsBlank());
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _blocks.Dispose();
    }

    private void ReadHeadings()
    {
        if (NextBlock())
        {
            var text = _buffer.AsSpan(0, _end);
            if (Delimiters.Declared(text) is { } declared)
            {
                _delimiter = declared.Delimiter;
                _next = declared.Length;
                _nextLine = 2;
            }
            else
            {
                _delimiter = Delimiters.Guess(text);
            }

            if (Read())
                TakeHeadings();
        }

        if (Problem is null && Headings.Count == 0)
            Stop(TableWords.Empty());
    }

    private bool ReadRow()
    {
        CellCount = 0;
        if (_next == _end && !NextBlock())
            return false;
        LineNumber = _nextLine;
        while (true)
        {
            switch (Parse(out var line))
            {
                case Parsed.Row:
                    UnescapeCells();
                    return true;
                case Parsed.TextAfterQuote:
                    return Stop(TableWords.TextAfterQuote(line, HeadingOf(CellCount - 1)));
                case Parsed.OpenQuote when _end - _next > LongestRow || !Extend():
                    return Stop(TableWords.UnbalancedQuote(line, HeadingOf(CellCount)));
                case Parsed.OpenQuote:
                    break;
            }
        }
    }

    // An import is over before the runtime would have recompiled this loop; compiled well at once, a cold one takes half the time.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Parsed Parse(out int line)
    {
        var text = _buffer.AsSpan(0, _end);
        var at = _next;
        line = _nextLine;
        CellCount = 0;
        _escapedCells = 0;
        while (true)
        {
            if (at < text.Length && text[at] == '"')
            {
                if (!TakeQuoted(text, ref at, ref line))
                    return Parsed.OpenQuote;
                while (at < text.Length && text[at] == ' ')
                    at++;
                if (at < text.Length && text[at] != _delimiter && text[at] is not ('\r' or '\n'))
                    return Parsed.TextAfterQuote;
            }
            else
            {
                var length = text[at..].IndexOfAny(_delimiter, '\r', '\n');
                if (length < 0)
                    length = text.Length - at;
                AddCell(at, length);
                at += length;
            }

            if (at < text.Length && text[at] == _delimiter)
            {
                at++;
                continue;
            }

            if (at < text.Length)
                at += text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
            _next = at;
            _nextLine = line + 1;
            return Parsed.Row;
        }
    }

    private bool TakeQuoted(ReadOnlySpan<char> text, ref int at, ref int line)
    {
        var start = at + 1;
        var scan = start;
        var escaped = false;
        while (true)
        {
            var quote = text[scan..].IndexOf('"');
            if (quote < 0)
                return false;
            scan += quote + 1;
            if (scan == text.Length || text[scan] != '"')
                break;
            escaped = true;
            scan++;
        }

        var content = text[start..(scan - 1)];
        if (content.ContainsAny('\n', '\r'))
            line += Math.Max(content.Count('\n'), content.Count('\r'));
        if (escaped)
            _escapedCells++;
        // A cell whose doubled quotes must still be undone keeps its length as its complement.
        AddCell(start, escaped ? ~content.Length : content.Length);
        at = scan;
        return true;
    }

    private void AddCell(int start, int length)
    {
        if (CellCount == _starts.Length)
        {
            Array.Resize(ref _starts, CellCount * 2);
            Array.Resize(ref _lengths, CellCount * 2);
        }

        _starts[CellCount] = start;
        _lengths[CellCount++] = length;
    }

    private void UnescapeCells()
    {
        for (var column = 0; _escapedCells > 0 && column < CellCount; column++)
        {
            if (_lengths[column] >= 0)
                continue;
            _escapedCells--;
            var cell = _buffer.AsSpan(_starts[column], ~_lengths[column]);
            var written = 0;
            for (var i = 0; i < cell.Length; i++)
            {
                cell[written++] = cell[i];
                if (cell[i] == '"')
                    i++;
            }

            _lengths[column] = written;
        }
    }

    private bool IsBlank()
    {
        for (var column = 0; column < CellCount; column++)
        {
            if (!this[column].IsWhiteSpace())
                return false;
        }

        return true;
    }

    private string? HeadingOf(int column) => column >= 0 && column < Headings.Count ? Headings[column] : null;

    private bool NextBlock()
    {
        GiveBack();
        (_next, _end) = (0, 0);
        if (!_blocks.TryTake(out var block))
            return false;
        if (block.Problem is { } problem)
            return Stop(problem);
        (_buffer, _end, _rented) = (block.Characters, block.Length, true);
        return true;
    }

    /// <summary>Appends the next block to a row that is not complete.</summary>
    private bool Extend()
    {
        if (!_blocks.TryTake(out var block))
            return false;
        if (block.Problem is { } problem)
            return Stop(problem);
        var begun = _buffer.AsSpan(_next, _end - _next);
        var joined = new char[begun.Length + block.Length];
        begun.CopyTo(joined);
        block.Characters.AsSpan(0, block.Length).CopyTo(joined.AsSpan(begun.Length));
        TextBlocks.Return(block.Characters);
        GiveBack();
        (_buffer, _next, _end) = (joined, 0, joined.Length);
        return true;
    }

    private void GiveBack()
    {
        if (_rented)
            TextBlocks.Return(_buffer);
        (_buffer, _rented) = ([], false);
    }
}
