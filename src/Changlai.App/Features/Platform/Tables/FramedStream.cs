namespace Changlai.App.Features.Platform.Tables;

/// <summary>
/// A stream whose first bytes have been looked at and are given out again, and which may go on after its source has ended;
/// works where the source cannot seek.
/// </summary>
internal sealed class FramedStream : Stream
{
    private readonly Stream _source;
    private readonly byte[] _prefix;
    private byte[] _suffix = [];
    private int _prefixGiven;
    private int _suffixGiven;

    public FramedStream(Stream source, int prefixLength)
    {
        _source = source;
        var prefix = new byte[prefixLength];
        _prefix = prefix[..source.ReadAtLeast(prefix, prefixLength, throwOnEndOfStream: false)];
    }

    public ReadOnlySpan<byte> Prefix => _prefix;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty)
            return 0;
        if (_prefixGiven < _prefix.Length)
            return Give(_prefix, ref _prefixGiven, buffer);
        var count = _suffixGiven == 0 ? _source.Read(buffer) : 0;
        return count > 0 ? count : Give(_suffix, ref _suffixGiven, buffer);
    }

    /// <summary>Lets more bytes follow the source's last.</summary>
    public FramedStream EndingWith(byte[] suffix)
    {
        _suffix = suffix;
        return this;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private static int Give(byte[] bytes, ref int given, Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, bytes.Length - given);
        bytes.AsSpan(given, count).CopyTo(buffer);
        given += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _source.Dispose();
        base.Dispose(disposing);
    }
}
