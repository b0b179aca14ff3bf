using System.Diagnostics;
using System.Text;
using System.Xml;
using GoogleCheckout.Benchmarks.Report;

namespace GoogleCheckout.Benchmarks;

/// <summary>
/// Reads a notification history of a gigabyte one notification at a time. Goals: under 32 MB of live objects throughout; at most 1.2
/// times a bare <see cref="XmlReader"/> pass over the same bytes, the two alternating over shorter histories. How much garbage the runtime
/// lets stand before it collects depends on the machine's caches, so that it is shown and not judged.
/// </summary>
internal static class LongHistory
{
    private const long Size = 1L << 30;
    private const long SizeOfARound = 64L << 20;
    private const int Rounds = 7;

    public static async Task<IReadOnlyList<Row>> MeasureAsync()
    {
        var times = await CompareAsync();
        var clock = Stopwatch.StartNew();
        using var document = new HistoryStream(Size);
        var read = Read(document, out var heap);
        return
        [
            new Row(
                FormattableString.Invariant($"`ReadNotifications` over {document.BytesGiven / 1e9:F2} GB, {read:N0} orders"),
                FormattableString.Invariant($"{clock.Elapsed.TotalSeconds:F1} s, {SizeOfARound / 1e6 / times.Measured:F0} MB a second"),
                FormattableString.Invariant($"a bare `XmlReader` pass over the same bytes: {SizeOfARound / 1e6 / times.Against:F0} MB a second"),
                times.Ratio,
                "at most 1.2",
                times.Ratio <= 1.2),
            new Row(
                "the same",
                FormattableString.Invariant($"at most {heap.MostLive / 1e6:F1} MB of live objects; {heap.Most / 1e6:F1} MB of managed heap with the garbage"),
                string.Empty,
                null,
                "under 32 MB live",
                heap.MostLive < 32e6),
        ];
    }

    private static Task<Comparison> CompareAsync()
    {
        static Task<double> TimeAsync(Action<Stream> read)
        {
            using var document = new HistoryStream(SizeOfARound);
            var started = Stopwatch.GetTimestamp();
            read(document);
            return Task.FromResult(Stopwatch.GetElapsedTime(started).TotalSeconds);
        }

        TimeAsync(ReadBare);
        TimeAsync(document => Read(document));
        return Comparison.RunAsync(Rounds, () => TimeAsync(ReadBare), () => TimeAsync(document => Read(document)));
    }

    private static void Read(Stream document)
    {
        foreach (var _ in CheckoutXml.ReadNotifications(document))
        {
        }
    }

    private static int Read(Stream document, out (long Most, long MostLive) heap)
    {
        var (read, most, mostLive) = (0, 0L, 0L);
        foreach (var _ in CheckoutXml.ReadNotifications(document))
        {
            if (++read % 5_000 == 0)
            {
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: false));
                mostLive = Math.Max(mostLive, GC.GetTotalMemory(forceFullCollection: true));
            }
        }

        heap = (most, mostLive);
        return read;
    }

    private static void ReadBare(Stream document)
    {
        using var reader = XmlReader.Create(document);
        while (reader.Read())
        {
        }
    }

    /// <summary>The sample order again and again inside a history response, never in memory as a whole.</summary>
    private sealed class HistoryStream(long size) : Stream
    {
        private static readonly byte[] Beginning = Encoding.UTF8.GetBytes("<notification-history-response xmlns=\"http://checkout.google.com/schema/2\"><notifications>");
        private static readonly byte[] End = Encoding.UTF8.GetBytes("</notifications></notification-history-response>");
        private static readonly byte[] Order = SampleOrder.Document[(SampleOrder.Document.AsSpan().IndexOf("?>"u8) + 2)..];

        private byte[] _current = Beginning;
        private int _position;
        private bool _ending;

        public long BytesGiven { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => BytesGiven;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_position == _current.Length && !_ending)
            {
                _ending = BytesGiven >= size;
                _current = _ending ? End : Order;
                _position = 0;
            }

            var given = Math.Min(count, _current.Length - _position);
            _current.AsSpan(_position, given).CopyTo(buffer.AsSpan(offset));
            _position += given;
            BytesGiven += given;
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
