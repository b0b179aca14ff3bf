using System.Diagnostics.CodeAnalysis;

namespace GoogleCheckout.Xml;

/// <summary>Bytes that were read already, followed by the rest of the stream that they are from.</summary>
[SuppressMessage("Performance", "CA1844", Justification = ".NET Standard 2.0 has no overload with Memory. The overload of .NET calls this one with the same array.")]
internal sealed class PrefixedStream(byte[] first, Stream rest) : ForwardStream
{
    private int _next;

    public override int Read(byte[] buffer, int offset, int count) => _next < first.Length ? Take(buffer, offset, count) : rest.Read(buffer, offset, count);

    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        _next < first.Length ? Take(buffer, offset, count) : await rest.ReadAsync(buffer.AsMemory(offset, count), cancellationToken).ConfigureAwait(false);

    private int Take(byte[] buffer, int offset, int count)
    {
        var taken = Math.Min(count, first.Length - _next);
        Buffer.BlockCopy(first, _next, buffer, offset, taken);
        _next += taken;
        return taken;
    }
}
