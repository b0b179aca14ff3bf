namespace GoogleCheckout.Http;

/// <summary>A stream whose beginning was read already, from its beginning.</summary>
internal sealed class RejoinedStream(byte[] beginning, int beginningCount, Stream rest) : Stream
{
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

    public override int Read(byte[] buffer, int offset, int count) =>
        _given < beginningCount ? Give(buffer, offset, count) : rest.Read(buffer, offset, count);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        _given < beginningCount ? Task.FromResult(Give(buffer, offset, count)) : rest.ReadAsync(buffer, offset, count, cancellationToken);

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            rest.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Give(byte[] buffer, int offset, int count)
    {
        var given = Math.Min(count, beginningCount - _given);
        Buffer.BlockCopy(beginning, _given, buffer, offset, given);
        _given += given;
        return given;
    }
}
