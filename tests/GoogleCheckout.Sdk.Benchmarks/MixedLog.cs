using System.Diagnostics;
using System.Globalization;
using System.Text;
using GoogleCheckout.Benchmarks.Report;

namespace GoogleCheckout.Benchmarks;

/// <summary>
/// Reads a log of a gigabyte: orders as they were posted, with headers, time stamps, serial-number posts and acknowledgments between them.
/// Goals: at most 1.3 times <see cref="CheckoutXml.ReadNotifications(Stream)"/> over the same orders in one clean document, the two
/// alternating over shorter inputs; live objects that grow by what recognizes duplicates only.
/// </summary>
internal static class MixedLog
{
    private const long Size = 1L << 30;
    private const int OrdersOfARound = 20_000;
    private const int Rounds = 7;

    private const string Before = "2009-03-18 20:25:31 POST /callback HTTP/1.1\r\nHost: shop.example\r\nContent-Type: application/xml; charset=UTF-8\r\n\r\n";
    private const string After = "\r\n2009-03-18 20:25:31 200 <notification-acknowledgment xmlns=\"http://checkout.google.com/schema/2\" serial-number=\"1\"/>\r\nserial-number=841171949013218-00001-7\r\n";

    private static readonly byte[] Order = SampleOrder.Document[(SampleOrder.Document.AsSpan().IndexOf("?>"u8) + 2)..];
    private static readonly byte[] Entry = [.. Encoding.UTF8.GetBytes(Before), .. SampleOrder.Document, .. Encoding.UTF8.GetBytes(After)];

    public static async Task<IReadOnlyList<Row>> MeasureAsync()
    {
        _ = (TimeHistory(), TimeLog());
        var times = await Comparison.RunAsync(Rounds, () => Task.FromResult(TimeHistory()), () => Task.FromResult(TimeLog()));
        var clock = Stopwatch.StartNew();
        using var log = new RepeatedStream([], Entry, [], (int)(Size / Entry.Length));
        var (read, mostLive) = (0, 0L);
        foreach (var entry in CheckoutXml.ReadArchive(log))
        {
            read += entry.IsRead ? 1 : 0;
            mostLive = read % 50_000 == 0 ? Math.Max(mostLive, GC.GetTotalMemory(forceFullCollection: true)) : mostLive;
        }

        return
        [
            new Row(
                string.Create(CultureInfo.InvariantCulture, $"`ReadArchive` over a log of {Size / 1e9:F2} GB, {read:N0} orders"),
                string.Create(CultureInfo.InvariantCulture, $"{clock.Elapsed.TotalSeconds:F1} s, at most {mostLive / 1e6:F1} MB of live objects; {times.Measured / OrdersOfARound * 1e6:F1} \u00B5s an order"),
                string.Create(CultureInfo.InvariantCulture, $"`ReadNotifications` over the same orders in one document: {times.Against / OrdersOfARound * 1e6:F1} \u00B5s an order"),
                times.Ratio,
                "at most 1.3",
                times.Ratio <= 1.3),
        ];
    }

    private static double TimeHistory()
    {
        using var history = new RepeatedStream(
            "<notification-history-response xmlns=\"http://checkout.google.com/schema/2\"><notifications>"u8.ToArray(), Order, "</notifications></notification-history-response>"u8.ToArray(), OrdersOfARound);
        var started = Stopwatch.GetTimestamp();
        _ = CheckoutXml.ReadNotifications(history).Count();
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static double TimeLog()
    {
        using var log = new RepeatedStream([], Entry, [], OrdersOfARound);
        var started = Stopwatch.GetTimestamp();
        _ = CheckoutXml.ReadArchive(log).Count(entry => entry.IsRead);
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <summary>Bytes that are repeated, never in memory as a whole.</summary>
    private sealed class RepeatedStream(byte[] beginning, byte[] repeated, byte[] end, int count) : Stream
    {
        private byte[] _current = beginning;
        private int _position;
        private int _given;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int length)
        {
            if (_position == _current.Length && _given <= count)
            {
                _current = _given++ < count ? repeated : end;
                _position = 0;
            }

            var given = Math.Min(length, _current.Length - _position);
            _current.AsSpan(_position, given).CopyTo(buffer.AsSpan(offset));
            _position += given;
            return given;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
