namespace GoogleCheckout.Callbacks;

/// <summary>The response to a request to the callback URL.</summary>
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

    /// <summary>The <c>Content-Type</c>; null if there is no body.</summary>
    public string? ContentType { get; }

    /// <summary>The body. Empty unless the response is an acknowledgment or the results of a calculation.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>The other headers: <c>WWW-Authenticate</c> with status 401, <c>Allow</c> with 405; otherwise empty.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; } = [];

    /// <summary>Returns the name of the type and the status, without the body.</summary>
    /// <returns>For example <c>CallbackResponse 200</c>.</returns>
    public override string ToString() => $"{nameof(CallbackResponse)} {StatusCode}";
}
