using Microsoft.Win32.SafeHandles;

namespace GoogleCheckout.Cli.Commands;

/// <summary>
/// The output of the process, if it is a pipe. The stream of <see cref="Console"/> ignores that the reader of the pipe has ended, so a command would
/// work to its end for nothing.
/// </summary>
internal sealed class PipeOutput : Stream
{
    private const int StandardOutput = 1;

    private readonly FileStream _pipe;

    private PipeOutput(FileStream pipe) => _pipe = pipe;

    /// <summary>Returns a writer for lists: that of the console, or, for a pipe, one that ends the command if its reader has ended.</summary>
    public static TextWriter Open()
    {
        // Windows has no number for the handle. The writer of a file must be that of the console, which the error output may share.
        if (OperatingSystem.IsWindows() || !Console.IsOutputRedirected)
        {
            return Console.Out;
        }

        var file = new FileStream(new SafeFileHandle(StandardOutput, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        return file.CanSeek ? Console.Out : TextWriter.Synchronized(new StreamWriter(new PipeOutput(file), Console.Out.Encoding) { AutoFlush = true });
    }

    /// <inheritdoc />
    public override bool CanRead => false;

    /// <inheritdoc />
    public override bool CanSeek => false;

    /// <inheritdoc />
    public override bool CanWrite => true;

    /// <inheritdoc />
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc />
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc />
    public override void Flush()
    {
    }

    /// <inheritdoc />
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc />
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void Write(byte[] buffer, int offset, int count)
    {
        try
        {
            _pipe.Write(buffer, offset, count);
        }
        catch (IOException e)
        {
            throw new ClosedOutputException(e);
        }
    }
}
