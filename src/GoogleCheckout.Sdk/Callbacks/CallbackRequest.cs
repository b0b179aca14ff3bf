namespace GoogleCheckout.Callbacks;

/// <summary>A request to the merchant's callback URL, independent of the web host.</summary>
public sealed class CallbackRequest
{
    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>Whether the request is HTTPS. Behind a proxy, whether the request to the proxy was HTTPS.</summary>
    public required bool IsHttps { get; init; }

    /// <summary>The <c>Authorization</c> header; null if absent. If a request has several, empty ones included, pass all of them, joined by commas: they are rejected.</summary>
    public string? Authorization { get; init; }

    /// <summary>The <c>Content-Type</c> header; null if absent.</summary>
    public string? ContentType { get; init; }

    /// <summary>
    /// The <c>Content-Length</c> header, in bytes; null if absent. A request that announces more than the limit is rejected without reading
    /// it. The length of the body may differ, for example if the host has decompressed it.
    /// </summary>
    public long? ContentLength { get; init; }

    /// <summary>The body, from its beginning. It is read to its end, or not at all if the request is rejected by its headers.</summary>
    public required Stream Body { get; init; }
}
