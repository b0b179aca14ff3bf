using System.Diagnostics.CodeAnalysis;

namespace GoogleCheckout.Xml;

/// <summary>A stream that throws if more bytes than the limit are read after the last <see cref="Restart"/>.</summary>
/// <param name="inner">The stream with the bytes.</param>
/// <param name="maxBytes">The limit.</param>
/// <param name="budget">Increased by the bytes that are read; null if nothing is copied.</param>
/// <param name="cancellationToken">Cancels reading.</param>
[SuppressMessage("Performance", "CA1844", Justification = ".NET Standard 2.0 has no overload with Memory. The overload of .NET calls this one with the same array.")]
internal sealed class LimitedStream(Stream inner, int maxBytes, MarkupBudget? budget = null, CancellationToken cancellationToken = default) : ForwardStream
{
    private long _read;

    /// <summary>Starts to count from 0 again.</summary>
    public void Restart() => _read = 0;

    public override int Read(byte[] buffer, int offset, int count) => AddRead(inner.Read(buffer, offset, GetAllowedCount(count)));

    /// <summary>Uses the token of the constructor too, because an XML reader passes no token.</summary>
    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken token)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return AddRead(await inner.ReadAsync(buffer.AsMemory(offset, GetAllowedCount(count)), token.CanBeCanceled ? token : cancellationToken).ConfigureAwait(false));
    }

    // A reader requests as many bytes as its buffer has; only the bytes that it receives count. One byte more than the limit is read.
    private int GetAllowedCount(int count) => count == 0 ? 0 : Math.Max((int)Math.Min(count, maxBytes - _read), 1);

    private int AddRead(int read)
    {
        _read += read;
        budget?.AddBytes(read);
        return _read <= maxBytes ? read : throw XmlLimitException.TooLong(maxBytes);
    }
}
