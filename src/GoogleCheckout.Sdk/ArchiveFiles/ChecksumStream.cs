using System.Diagnostics.CodeAnalysis;
using GoogleCheckout.Xml;

namespace GoogleCheckout.Archives;

/// <summary>The content of a file in a zip file. At its end, it throws if the checksum is wrong, which <see cref="System.IO.Compression.ZipArchive"/> does not check.</summary>
/// <param name="content">The content. It stays open.</param>
/// <param name="expected">The checksum in the directory of the zip file.</param>
[SuppressMessage("Performance", "CA1844", Justification = ".NET Standard 2.0 has no overload with Memory. The overload of .NET calls this one with the same array.")]
internal sealed class ChecksumStream(Stream content, uint expected) : ForwardStream
{
    private readonly Crc32 _checksum = new();

    public override int Read(byte[] buffer, int offset, int count) => Check(buffer, offset, count, content.Read(buffer, offset, count));

    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        Check(buffer, offset, count, await content.ReadAsync(buffer.AsMemory(offset, count), cancellationToken).ConfigureAwait(false));

    private int Check(byte[] buffer, int offset, int requested, int count)
    {
        _checksum.Add(buffer.AsSpan(offset, count));
        return count > 0 || requested == 0 || _checksum.Value == expected ? count : throw new ChecksumException();
    }
}
