using System.Net.Http;

namespace GoogleCheckout.Http;

/// <summary>An answer that is no XML, read as it comes.</summary>
internal sealed class TableAnswer : IDisposable
{
    private readonly Call _call;
    private readonly HttpResponseMessage _response;
    private readonly Stream _body;
    private byte[] _begun;
    private int _begunCount;

    private TableAnswer(Call call, HttpResponseMessage response, Stream body, byte[] begun, int begunCount)
    {
        _call = call;
        _response = response;
        _body = body;
        _begun = begun;
        _begunCount = begunCount;
    }

    /// <summary>
    /// The table, or null where the answer is XML or nothing after all. The content of the response is then replaced by
    /// one that begins anew.
    /// </summary>
    public static async Task<TableAnswer?> OpenAsync(Call call, HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
        var table = new TableAnswer(call, response, body, new byte[1024], 0);
        while (table._begunCount < table._begun.Length && table.FirstByte() is null)
        {
            var read = await table.ReadBodyAsync(table._begun, table._begunCount, call.Deadline).ConfigureAwait(false);
            table._begunCount += read;
            if (read == 0)
            {
                break;
            }
        }

        if (table.FirstByte() is not (null or (byte)'<'))
        {
            return table;
        }

        response.Content = new StreamContent(new RejoinedStream(table._begun, table._begunCount, body));
        return null;
    }

    /// <summary>Reads on into the buffer; zero at the end.</summary>
    /// <exception cref="CheckoutException">The connection ended too early, or nothing came for too long.</exception>
    public async Task<int> ReadAsync(byte[] buffer, CancellationToken cancellationToken)
    {
        if (_begunCount > 0)
        {
            var count = _begunCount;
            Buffer.BlockCopy(_begun, 0, buffer, 0, count);
            _begun = [];
            _begunCount = 0;
            return count;
        }

        using var deadline = new Deadline(_call.Options.TimeProvider, _call.Options.Timeout, cancellationToken);
        try
        {
            return await ReadBodyAsync(buffer, 0, deadline).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw ExchangeFault.TimedOut(_call, wasSent: true, e);
        }
    }

    /// <summary>The exception for a table that is none, from the line on.</summary>
    public CheckoutXmlException Unreadable(string fault, int line) => ExchangeFault.Unreadable(_call, $"{fault} (line {line})", line: line);

    public void Dispose() => _response.Dispose();

    private async Task<int> ReadBodyAsync(byte[] buffer, int offset, Deadline deadline)
    {
        using var close = deadline.Token.Register(_response.Dispose);
        try
        {
            return await _body.ReadAsync(buffer, offset, buffer.Length - offset, deadline.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            deadline.Token.ThrowIfCancellationRequested();
            throw ExchangeFault.Unreadable(_call, "the connection ended in the middle of it", inner: e);
        }
    }

    // White space and a byte order mark say nothing yet.
    private byte? FirstByte()
    {
        for (var i = 0; i < _begunCount; i++)
        {
            if (_begun[i] is not (0xEF or 0xBB or 0xBF or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
            {
                return _begun[i];
            }
        }

        return null;
    }
}
