using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Changlai.App.Features.Platform.Contracts.Tables;

namespace Changlai.App.Features.Platform.Tables;

/// <summary>
/// Finds out how a text is encoded while it is decoded, block by block. A block is a whole number of lines. As long as
/// only ASCII was seen the question stays open; once answered, a line that contradicts the answer is a problem, because a
/// guess per line would turn names into rubbish without a word.
/// </summary>
internal sealed class TextDecoding
{
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(
        "GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    private static readonly Encoding LittleEndian = new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true);
    private static readonly Encoding BigEndian = new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);

    private Form _form = Form.Undecided;

    private enum Form
    {
        Undecided,
        Utf8,
        Gb18030,
        LittleEndian,
        BigEndian,
    }

    /// <summary>The encoding as told to people.</summary>
    public string Name => _form switch
    {
        Form.Undecided or Form.Utf8 => "UTF-8",
        Form.Gb18030 => "GB18030",
        Form.LittleEndian or Form.BigEndian => "UTF-16",
    };

    private bool IsWide => _form is Form.LittleEndian or Form.BigEndian;

    /// <summary>Looks for a byte order mark at the start of the file.</summary>
    /// <returns>Number of bytes that belong to the mark.</returns>
    public int TakeMark(ReadOnlySpan<byte> start)
    {
        (_form, var length) = start switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (Form.Utf8, 3),
            [0xFF, 0xFE, ..] => (Form.LittleEndian, 2),
            [0xFE, 0xFF, ..] => (Form.BigEndian, 2),
            _ => (Form.Undecided, 0),
        };
        return length;
    }

    /// <summary>Length of the whole lines at the start of the bytes; 0 when no line ends among them.</summary>
    public int WholeLines(ReadOnlySpan<byte> bytes)
    {
        if (!IsWide)
        {
            var end = bytes.LastIndexOf((byte)'\n') + 1;
            // Lines may end in a bare carriage return; one at the very end may still get its line feed.
            return end > 0 || bytes.IsEmpty ? end : bytes[..^1].LastIndexOf((byte)'\r') + 1;
        }

        var low = _form == Form.LittleEndian ? 0 : 1;
        for (var i = (bytes.Length & ~1) - 2; i >= 0; i -= 2)
        {
            if (bytes[i + low] == '\n' && bytes[i + 1 - low] == 0)
                return i + 2;
        }

        return 0;
    }

    /// <summary>Decodes whole lines.</summary>
    /// <param name="bytes">The lines.</param>
    /// <param name="characters">Room for as many characters as there are bytes.</param>
    /// <param name="firstLine">Number of the first of the lines.</param>
    /// <param name="count">Number of characters decoded.</param>
    /// <returns>What is wrong with them, or null.</returns>
    public TableProblem? Decode(ReadOnlySpan<byte> bytes, Span<char> characters, int firstLine, out int count)
    {
        count = 0;
        if (!IsWide && bytes.IndexOf((byte)0) is >= 0 and var nul)
            return TableWords.Binary(LineOf(bytes, nul, firstLine));
        switch (_form)
        {
            case Form.LittleEndian or Form.BigEndian:
                return DecodeStrictly(_form == Form.LittleEndian ? LittleEndian : BigEndian, bytes, characters, firstLine, out count)
                    ?? (characters[..count].Contains('\0') ? TableWords.Binary(firstLine) : null);
            case Form.Gb18030:
                return DecodeGb18030(bytes, characters, firstLine, out count);
        }

        var status = Utf8.ToUtf16(bytes, characters, out var read, out count, replaceInvalidSequences: false);
        if (status == OperationStatus.Done)
        {
            if (count < read)
                _form = Form.Utf8;
            return null;
        }

        var problemLine = LineOf(bytes, read, firstLine);
        if (_form == Form.Utf8)
            return TableWords.MixedEncodings(problemLine, Name);
        if (FirstUtf8Line(bytes[..read], firstLine) is not null)
            return TableWords.MixedEncodings(problemLine, Name);
        _form = Form.Gb18030;
        return DecodeGb18030(bytes, characters, firstLine, out count);
    }

    private TableProblem? DecodeGb18030(ReadOnlySpan<byte> bytes, Span<char> characters, int firstLine, out int count)
    {
        count = 0;
        return FirstUtf8Line(bytes, firstLine) is { } line
            ? TableWords.MixedEncodings(line, Name)
            : DecodeStrictly(Gb18030, bytes, characters, firstLine, out count);
    }

    private static TableProblem? DecodeStrictly(
        Encoding encoding, ReadOnlySpan<byte> bytes, Span<char> characters, int firstLine, out int count)
    {
        try
        {
            count = encoding.GetChars(bytes, characters);
            return null;
        }
        catch (DecoderFallbackException)
        {
            count = 0;
            return TableWords.UnknownEncoding(FirstUndecodable(encoding, bytes, firstLine));
        }
    }

    private static int FirstUndecodable(Encoding encoding, ReadOnlySpan<byte> bytes, int firstLine)
    {
        if (encoding is UnicodeEncoding)
            return firstLine;
        var number = firstLine;
        foreach (var range in bytes.Split((byte)'\n'))
        {
            try
            {
                _ = encoding.GetCharCount(bytes[range]);
            }
            catch (DecoderFallbackException)
            {
                return number;
            }

            number++;
        }

        return firstLine;
    }

    /// <summary>Number of the first line that is Chinese in UTF-8 beyond doubt.</summary>
    private static int? FirstUtf8Line(ReadOnlySpan<byte> bytes, int firstLine)
    {
        if (System.Text.Ascii.IsValid(bytes))
            return null;
        var number = firstLine;
        foreach (var range in bytes.Split((byte)'\n'))
        {
            if (IsSurelyUtf8(bytes[range]))
                return number;
            number++;
        }

        return null;
    }

    /// <summary>
    /// Short GB18030 texts can be well-formed UTF-8 by chance. What chance does not do: two characters of three bytes each
    /// together with bytes 80–A0, which GB 2312, the everyday part of GB18030, never uses.
    /// </summary>
    private static bool IsSurelyUtf8(ReadOnlySpan<byte> line) =>
        line.ContainsAnyInRange((byte)0x80, (byte)0xA0)
        && Utf8.IsValid(line)
        && line.IndexOfAnyInRange((byte)0xE0, (byte)0xF7) is >= 0 and var first
        && line[(first + 1)..].ContainsAnyInRange((byte)0xE0, (byte)0xF7);

    private static int LineOf(ReadOnlySpan<byte> bytes, int offset, int firstLine) =>
        firstLine + bytes[..offset].Count((byte)'\n');
}
