using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Changlai.Benchmarks.Serving;

/// <summary>
/// One kept-alive HTTP/1.1 connection that sends a request, reads the answer to its end and looks at nothing but its status:
/// on a machine with two processors a full client would take the server's share of them.
/// </summary>
internal sealed class HttpConnection : IDisposable
{
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] buffer = new byte[1 << 16];
    private int next;
    private int end;

    public HttpConnection(int port) => socket.Connect(IPAddress.Loopback, port);

    public static byte[] Request(int port, string path, string cookie) => Encoding.ASCII.GetBytes(
        $"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nCookie: {cookie}\r\nAccept: text/html\r\nAccept-Encoding: br, gzip\r\nAccept-Language: zh-CN\r\n\r\n");

    /// <returns>The status, and how many bytes the body took on the wire.</returns>
    public (int Status, long Bytes) Send(ReadOnlySpan<byte> request)
    {
        while (request.Length > 0) request = request[socket.Send(request)..];
        var statusLine = ReadLine();
        var status = int.Parse(statusLine.AsSpan(9, 3));
        long length = 0;
        var chunked = false;
        while (ReadLine() is { Length: > 0 } header)
        {
            if (header.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)) length = long.Parse(header.AsSpan(15));
            else if (header.StartsWith("Transfer-Encoding:", StringComparison.OrdinalIgnoreCase)) chunked = header.Contains("chunked", StringComparison.OrdinalIgnoreCase);
        }
        return (status, chunked ? SkipChunks() : Skip(length));
    }

    public void Dispose() => socket.Dispose();

    private long SkipChunks()
    {
        var total = 0L;
        while (true)
        {
            var size = Convert.ToInt64(ReadLine(), 16);
            total += Skip(size);
            ReadLine();
            if (size == 0) return total;
        }
    }

    private long Skip(long bytes)
    {
        for (var left = bytes; left > 0;)
        {
            if (next == end) Fill();
            var step = (int)Math.Min(left, end - next);
            next += step;
            left -= step;
        }
        return bytes;
    }

    private string ReadLine()
    {
        var line = new StringBuilder();
        while (true)
        {
            if (next == end) Fill();
            var length = buffer.AsSpan(next, end - next).IndexOf((byte)'\n');
            var part = length < 0 ? end - next : length;
            line.Append(Encoding.ASCII.GetString(buffer, next, part));
            next += length < 0 ? part : part + 1;
            if (length >= 0) return line.ToString().TrimEnd('\r');
        }
    }

    private void Fill()
    {
        (next, end) = (0, socket.Receive(buffer));
        if (end == 0) throw new IOException("The server closed the connection.");
    }
}
