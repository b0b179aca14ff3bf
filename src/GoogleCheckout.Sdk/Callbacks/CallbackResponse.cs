namespace GoogleCheckout.Callbacks;

/// <summary>What to answer a request to the callback address.</summary>
public sealed class CallbackResponse
{
    internal CallbackResponse(int statusCode)
    {
        StatusCode = statusCode;
    }

    internal CallbackResponse(int statusCode, string headerName, string headerValue)
        : this(statusCode)
    {
        Headers = [new(headerName, headerValue)];
    }

    internal CallbackResponse(CheckoutMessage message)
        : this(200)
    {
        ContentType = "application/xml; charset=UTF-8";
        Body = CheckoutXml.ToBytes(message);
    }

    /// <summary>The HTTP status.</summary>
    public int StatusCode { get; }

    /// <summary>The <c>Content-Type</c>; null where there is no body.</summary>
    public string? ContentType { get; }

    /// <summary>The body; empty for everything but an acknowledgment and the results of a calculation.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>Headers besides: <c>WWW-Authenticate</c> with status 401, <c>Allow</c> with 405.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; } = [];

    /// <summary>The status only.</summary>
    public override string ToString() => $"{nameof(CallbackResponse)} {StatusCode}";
}
