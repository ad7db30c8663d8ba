using System.Buffers;
using System.Collections.Concurrent;
using System.IO.Compression;
using Changlai.App.Features.Platform.Contracts.Tables;

namespace Changlai.App.Features.Platform.Tables;

/// <summary>A number of whole lines, or the problem that ended the file early.</summary>
internal readonly record struct TextBlock(char[] Characters, int Length, TableProblem? Problem);

/// <summary>
/// Inflates and decodes a file on a thread of its own, a few blocks ahead of the reader, so that the time for it hides
/// behind the reading of the cells. Memory stays the same whatever the file's size.
/// </summary>
internal sealed class TextBlocks : IDisposable
{
    private const int UsualBlock = 1 << 17;
    private const int LongestLine = 1 << 20;

    private readonly Stream _source;
    private readonly TextDecoding _decoding = new();
    private readonly BlockingCollection<TextBlock> _blocks = new(boundedCapacity: 4);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _producing;
    private readonly bool _sealed;

    public TextBlocks(FramedStream source, bool gzipped)
    {
        _source = gzipped ? new GZipStream(source.EndingWith(GzipSeal.Member), CompressionMode.Decompress) : source;
        _sealed = gzipped;
        _producing = Task.Run(Produce);
    }

    /// <summary>The encoding recognised so far.</summary>
    public string Encoding => _decoding.Name;

    /// <summary>The next lines; false at the end. Give the characters back with <see cref="Return"/>.</summary>
    public bool TryTake(out TextBlock block)
    {
        if (_blocks.TryTake(out block, Timeout.Infinite))
            return true;
        // A fault that is none of the file's comes to light here.
        _producing.GetAwaiter().GetResult();
        return false;
    }

    public static void Return(char[] characters) => ArrayPool<char>.Shared.Return(characters);

    public void Dispose()
    {
        _stopping.Cancel();
        while (_blocks.TryTake(out _, Timeout.Infinite))
        {
            // Blocks already made are of no use to anybody.
        }

        ((IAsyncResult)_producing).AsyncWaitHandle.WaitOne();
        _source.Dispose();
        _blocks.Dispose();
        _stopping.Dispose();
    }

    private void Produce()
    {
        var line = 1;
        try
        {
            ProduceBlocks(ref line);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // The reader has had enough.
        }
        catch (InvalidDataException)
        {
            GiveProblem(TableWords.DamagedGzip(line));
        }
        catch (IOException)
        {
            GiveProblem(TableWords.CannotRead(line));
        }
        finally
        {
            _blocks.CompleteAdding();
        }
    }

    private void ProduceBlocks(ref int line)
    {
        var bytes = new byte[UsualBlock];
        var filled = Fill(bytes, 0);
        var start = _decoding.TakeMark(bytes.AsSpan(0, filled));
        while (true)
        {
            var atEnd = filled < bytes.Length;
            var isWhole = !atEnd || !_sealed || GzipSeal.TakeOff(bytes.AsSpan(start, filled - start), ref filled);
            // The seal has no line end in it, so all of it is still here at the end.
            var whole = atEnd ? filled - start : _decoding.WholeLines(bytes.AsSpan(start, filled - start));
            if (whole > 0 && !Give(bytes.AsSpan(start, whole), ref line))
                return;
            if (!isWhole)
                GiveProblem(TableWords.DamagedGzip(line));
            if (atEnd)
                return;

            var rest = filled - start - whole;
            if (rest >= LongestLine)
            {
                GiveProblem(TableWords.LineTooLong(line));
                return;
            }

            var next = rest > bytes.Length / 2 ? new byte[bytes.Length * 2] : bytes;
            bytes.AsSpan(start + whole, rest).CopyTo(next);
            bytes = next;
            start = 0;
            filled = Fill(bytes, rest);
        }
    }

    private int Fill(byte[] bytes, int from) =>
        from + _source.ReadAtLeast(bytes.AsSpan(from), bytes.Length - from, throwOnEndOfStream: false);

    /// <summary>The reader may have gone already, with nobody left to make room.</summary>
    private void GiveProblem(TableProblem problem)
    {
        try
        {
            _blocks.Add(new TextBlock([], 0, problem), _stopping.Token);
        }
        catch (OperationCanceledException)
        {
            // Then nobody wants to hear of it.
        }
    }

    private bool Give(ReadOnlySpan<byte> lines, ref int line)
    {
        var characters = ArrayPool<char>.Shared.Rent(lines.Length);
        var problem = _decoding.Decode(lines, characters, line, out var count);
        _blocks.Add(new TextBlock(characters, count, problem), _stopping.Token);
        line += lines.Count((byte)'\n');
        return problem is null;
    }
}
