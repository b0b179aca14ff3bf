using System.Net.Sockets;
using System.Text;

namespace GoogleCheckout.Sandbox.Hosting;

/// <summary>A connection over plain HTTP to which a test writes the bytes.</summary>
internal sealed class RawConnection : IDisposable
{
    private readonly TcpClient _connection;

    private RawConnection(TcpClient connection) => _connection = connection;

    public static async Task<RawConnection> OpenAsync(Uri address)
    {
        var connection = new TcpClient();
        await connection.ConnectAsync(address.Host, address.Port);
        return new RawConnection(connection);
    }

    public async Task SendAsync(string text) => await _connection.GetStream().WriteAsync(Encoding.UTF8.GetBytes(text));

    /// <summary>Reads the headers of one response and, if they contain a length, the body.</summary>
    public async Task<(string Head, string Body)> ReadAsync()
    {
        var head = await ReadUntilAsync("\r\n\r\n");
        const string Length = "\r\nContent-Length: ";
        var length = head.IndexOf(Length, StringComparison.OrdinalIgnoreCase) is >= 0 and var at ? int.Parse(head[(at + Length.Length)..].Split('\r')[0], null) : 0;
        var body = new byte[length];
        await _connection.GetStream().ReadExactlyAsync(body);
        return (head, Encoding.UTF8.GetString(body));
    }

    /// <summary>Returns whether the server closes the connection without sending another byte.</summary>
    public async Task<bool> EndsAsync() => await _connection.GetStream().ReadAsync(new byte[1]) == 0;

    public void Dispose() => _connection.Dispose();

    private async Task<string> ReadUntilAsync(string end)
    {
        var text = new StringBuilder();
        var next = new byte[1];
        while (!text.ToString().EndsWith(end, StringComparison.Ordinal))
        {
            await _connection.GetStream().ReadExactlyAsync(next);
            text.Append((char)next[0]);
        }

        return text.ToString();
    }
}
