namespace GoogleCheckout.Http;

/// <summary>A response that may be CSV instead of XML. CSV is read while it arrives.</summary>
internal sealed class CsvResponse : IDisposable
{
    private const int MaxBeginningBytes = 1024;

    private readonly Call _call;
    private readonly HttpResponseMessage _response;
    private readonly Stream _body;

    private CsvResponse(Call call, HttpResponseMessage response, Stream body)
    {
        _call = call;
        _response = response;
        _body = body;
    }

    /// <summary>Gets the first bytes, which were read to detect the format, until <see cref="ReadAsync(byte[], CancellationToken)"/> returns them.</summary>
    public byte[] Beginning { get; private set; } = [];

    /// <summary>Gets whether the response is CSV: it does not begin with a tag.</summary>
    public bool IsCsv => FindFirstCharacter() is not (null or (byte)'<');

    /// <summary>Opens a response and reads as many bytes as are needed to detect the format.</summary>
    public static async Task<CsvResponse> OpenAsync(Call call, HttpResponseMessage response)
    {
        var csv = new CsvResponse(call, response, await response.Content.ReadAsStreamAsync().ConfigureAwait(false));
        var buffer = new byte[MaxBeginningBytes];
        var count = 0;
        int read;
        do
        {
            read = await csv.ReadAsync(buffer.AsMemory(count), call.Deadline).ConfigureAwait(false);
            count += read;
            csv.Beginning = [.. buffer.Take(count)];
        }
        while (read > 0 && count < MaxBeginningBytes && csv.FindFirstCharacter() is null);
        return csv;
    }

    /// <summary>Reads the next bytes into the buffer.</summary>
    /// <returns>The number of bytes; 0 at the end.</returns>
    /// <exception cref="CheckoutException">The connection ended too early, or no data arrived within the timeout.</exception>
    public async Task<int> ReadAsync(byte[] buffer, CancellationToken cancellationToken)
    {
        if (Beginning is { Length: > 0 } beginning)
        {
            beginning.CopyTo(buffer, 0);
            Beginning = [];
            return beginning.Length;
        }

        using var deadline = new Deadline(_call.Options.TimeProvider, _call.Options.Timeout, cancellationToken);
        try
        {
            return await ReadAsync(buffer.AsMemory(), deadline).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw RequestErrors.Stopped(_call, deadline, e);
        }
    }

    /// <summary>Creates the exception for a response that is not valid CSV at the line.</summary>
    public CheckoutXmlException Unreadable(string defect, int line) => RequestErrors.Unreadable(_call, $"{defect} (line {line})", line: line);

    public void Dispose() => _response.Dispose();

    private async Task<int> ReadAsync(Memory<byte> buffer, Deadline deadline)
    {
        using var close = deadline.Token.Register(_response.Dispose);
        try
        {
            return await _body.ReadAsync(buffer, deadline.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            deadline.Token.ThrowIfCancellationRequested();
            throw RequestErrors.Unreadable(_call, "the connection ended in the middle of it", inner: e);
        }
    }

    // White space and a byte order mark do not determine the format.
    private byte? FindFirstCharacter()
    {
        foreach (var value in Beginning)
        {
            if (value is not (0xEF or 0xBB or 0xBF or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
            {
                return value;
            }
        }

        return null;
    }
}
