namespace GoogleCheckout.Xml;

/// <summary>Returns a few bytes at a time.</summary>
internal sealed class SlowStream(byte[] bytes, int bytesAtATime) : MemoryStream(bytes)
{
    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, bytesAtATime));

    public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, bytesAtATime)]);
}
