using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace GoogleCheckout.Http.Tls;

/// <summary>A TLS connection of a server, with the ways to respond or misbehave.</summary>
internal sealed class WireConnection(SslStream tls, Socket socket, Action<string> whenRead, CancellationToken stop)
{
    /// <summary>Responds to each request with the document, until the client disconnects.</summary>
    public async Task AnswerAsync(string document, bool keepOpen = true)
    {
        do
        {
            if (!await ReadRequestAsync())
            {
                return;
            }

            var body = Encoding.UTF8.GetBytes(document);
            await WriteAsync($"HTTP/1.1 200 OK\r\nContent-Type: application/xml; charset=UTF-8\r\nContent-Length: {body.Length}\r\n{(keepOpen ? "" : "Connection: close\r\n")}\r\n");
            await tls.WriteAsync(body, stop);
        }
        while (keepOpen);
    }

    /// <summary>Reads a whole request; returns false if the client disconnected.</summary>
    public async Task<bool> ReadRequestAsync()
    {
        var head = new List<byte>();
        var one = new byte[1];
        while (!(head.Count > 3 && head[^1] == '\n' && head[^3] == '\n'))
        {
            if (await tls.ReadAsync(one, stop) == 0)
            {
                return false;
            }

            head.Add(one[0]);
        }

        var text = Encoding.ASCII.GetString([.. head]);
        var length = text.Split("\r\n").Where(line => line.StartsWith("Content-Length: ", StringComparison.OrdinalIgnoreCase)).Select(line => int.Parse(line.AsSpan(16), CultureInfo.InvariantCulture)).Single();
        var body = new byte[length];
        await tls.ReadExactlyAsync(body, stop);
        whenRead(text + Encoding.UTF8.GetString(body));
        return true;
    }

    /// <summary>Reads some bytes; returns 0 if the client disconnected.</summary>
    public ValueTask<int> ReadSomeAsync() => tls.ReadAsync(new byte[100], stop);

    public Task WriteAsync(string text) => tls.WriteAsync(Encoding.ASCII.GetBytes(text), stop).AsTask();

    /// <summary>Resets the connection.</summary>
    public void Reset()
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Close();
    }
}
