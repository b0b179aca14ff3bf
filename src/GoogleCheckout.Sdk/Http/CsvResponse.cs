namespace GoogleCheckout.Http;

/// <summary>An answer that may be no XML but a table, which is read as it comes.</summary>
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

    /// <summary>What was read to see what it is, until it is read again.</summary>
    public byte[] Beginning { get; private set; } = [];

    /// <summary>Whether it is a table: it begins with anything but a tag.</summary>
    public bool IsTable => FirstCharacter() is not (null or (byte)'<');

    /// <summary>Reads as much as it takes to know what it is.</summary>
    public static async Task<CsvResponse> OpenAsync(Call call, HttpResponseMessage response)
    {
        var answer = new CsvResponse(call, response, await response.Content.ReadAsStreamAsync().ConfigureAwait(false));
        var buffer = new byte[MaxBeginningBytes];
        var count = 0;
        int read;
        do
        {
            read = await answer.ReadAsync(buffer.AsMemory(count), call.Deadline).ConfigureAwait(false);
            count += read;
            answer.Beginning = [.. buffer.Take(count)];
        }
        while (read > 0 && count < MaxBeginningBytes && answer.FirstCharacter() is null);
        return answer;
    }

    /// <summary>Reads on into the buffer; zero at the end.</summary>
    /// <exception cref="CheckoutException">The connection ended too early, or nothing came for too long.</exception>
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
            throw RequestErrors.TimedOut(_call, wasSent: true, e);
        }
    }

    /// <summary>The exception for a table that is none, from the line on.</summary>
    public CheckoutXmlException Unreadable(string fault, int line) => RequestErrors.Unreadable(_call, $"{fault} (line {line})", line: line);

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

    // White space and a byte order mark say nothing yet.
    private byte? FirstCharacter()
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
