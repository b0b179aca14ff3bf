using GoogleCheckout.Xml;

namespace GoogleCheckout.Cli.Commands;

/// <summary>The bytes that a pipe contains, or that the user types. Waiting for them can be canceled, and an error names the standard input.</summary>
/// <param name="input">The stream of the process, which does not end a read that began.</param>
internal sealed class StandardInput(Stream input) : ForwardStream
{
    /// <summary>The path on the command line that stands for the standard input.</summary>
    public const string Path = "-";

    /// <summary>The name in results and messages.</summary>
    public const string Name = "(standard input)";

    /// <summary>Opens the standard input of the process.</summary>
    public static StandardInput Open() => new(Console.OpenStandardInput());

    /// <inheritdoc />
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc />
    public override int Read(Span<byte> buffer)
    {
        try
        {
            return input.Read(buffer);
        }
        catch (Exception e) when (IsError(e))
        {
            throw ToInvalidInput(e);
        }
    }

    /// <inheritdoc />
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc />
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        // A read that is no longer waited for ends with the process.
        try
        {
            return await Task.Run(() => input.Read(buffer.Span), cancellationToken).WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (IsError(e))
        {
            throw ToInvalidInput(e);
        }
    }

    private static bool IsError(Exception exception) => exception is IOException or UnauthorizedAccessException;

    private static InvalidInputException ToInvalidInput(Exception e) => new($"{Name} cannot be read: {QuotedText.Of(e.Message, QuotedText.LineLength)}", e);
}
