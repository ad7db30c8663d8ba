namespace Changlai.App.Features.Platform.Tables;

/// <summary>A stream whose first bytes have been looked at and are given out again; works where the source cannot seek.</summary>
internal sealed class PrefixedStream : Stream
{
    private readonly Stream _source;
    private readonly byte[] _prefix;
    private int _given;

    public PrefixedStream(Stream source, int prefixLength)
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
        if (_given == _prefix.Length)
            return _source.Read(buffer);
        var count = Math.Min(buffer.Length, _prefix.Length - _given);
        _prefix.AsSpan(_given, count).CopyTo(buffer);
        _given += count;
        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _source.Dispose();
        base.Dispose(disposing);
    }
}
