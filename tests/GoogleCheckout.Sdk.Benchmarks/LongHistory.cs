using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace GoogleCheckout.Benchmarks;

/// <summary>Reads a notification history of a gigabyte one notification at a time. Budget: under 32 MB of managed heap throughout.</summary>
internal static class LongHistory
{
    private const long Size = 1L << 30;

    public static void Measure()
    {
        var clock = Stopwatch.StartNew();
        using var document = new HistoryStream(Size);
        var (read, most) = (0, 0L);
        foreach (var _ in CheckoutXml.ReadNotifications(document))
        {
            if (++read % 5_000 == 0)
            {
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: false));
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{read} notifications, {document.BytesGiven / 1e6:F0} MB, {clock.Elapsed.TotalSeconds:F1} s, most managed heap {most / 1e6:F1} MB"));
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
