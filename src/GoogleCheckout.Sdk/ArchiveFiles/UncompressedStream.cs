using System.Diagnostics.CodeAnalysis;
using GoogleCheckout.Xml;

namespace GoogleCheckout.Archives;

/// <summary>The content of a compressed file, up to its limit.</summary>
[SuppressMessage("Performance", "CA1844", Justification = ".NET Standard 2.0 has no overload with Memory. The overload of .NET calls this one with the same array.")]
internal sealed class UncompressedStream(Stream content, UncompressedLimit limit) : ForwardStream
{
    public override int Read(byte[] buffer, int offset, int count) => limit.Add(content.Read(buffer, offset, count));

    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        limit.Add(await content.ReadAsync(buffer.AsMemory(offset, count), cancellationToken).ConfigureAwait(false));
}
