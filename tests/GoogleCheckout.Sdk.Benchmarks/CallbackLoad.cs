using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace GoogleCheckout.Benchmarks;

/// <summary>Posts the sample order repeatedly over kept connections, each time as soon as the response arrives.</summary>
internal static class CallbackLoad
{
    private const int Connections = 32;

    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(5);

    /// <returns>The responses per second.</returns>
    public static async Task<double> RunAsync(int port, string path)
    {
        var request = Request(path);
        var clock = Stopwatch.StartNew();
        var answered = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => PostAsync(port, request, clock)));
        return answered.Sum() / clock.Elapsed.TotalSeconds;
    }

    private static byte[] Request(string path) =>
    [
        .. Encoding.ASCII.GetBytes(
            $"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Basic {Convert.ToBase64String(Encoding.ASCII.GetBytes($"{CallbackSite.MerchantId}:{CallbackSite.MerchantKey}"))}\r\n"
            + $"Content-Type: application/xml; charset=UTF-8\r\nContent-Length: {SampleOrder.Document.Length}\r\n\r\n"),
        .. SampleOrder.Document,
    ];

    private static async Task<long> PostAsync(int port, byte[] request, Stopwatch clock)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port);
        var buffer = new byte[4096];
        var answered = 0L;
        while (clock.Elapsed < Duration)
        {
            await socket.SendAsync(request);
            await ReadAnswerAsync(socket, buffer);
            answered++;
        }

        return answered;
    }

    private static async Task ReadAnswerAsync(Socket socket, byte[] buffer)
    {
        var length = 0;
        while (!IsWhole(buffer.AsSpan(0, length)))
        {
            var received = await socket.ReceiveAsync(buffer.AsMemory(length));
            length += received > 0 ? received : throw new EndOfStreamException("The server closed the connection.");
        }
    }

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return false;
        }

        if (!answer.StartsWith("HTTP/1.1 200 "u8))
        {
            throw new InvalidDataException(Encoding.ASCII.GetString(answer));
        }

        var field = answer[(answer.IndexOf("Content-Length: "u8) + "Content-Length: "u8.Length)..];
        return answer.Length == end + 4 + int.Parse(field[..field.IndexOf((byte)'\r')], CultureInfo.InvariantCulture);
    }
}
