namespace GoogleCheckout.Callbacks;

/// <summary>A request to the merchant's callback address, as any web host has it.</summary>
public sealed class CallbackRequest
{
    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>Whether it came over HTTPS; behind a proxy, whether it came to the proxy that way.</summary>
    public required bool IsHttps { get; init; }

    /// <summary>The <c>Authorization</c> header; null where there was none.</summary>
    public string? Authorization { get; init; }

    /// <summary>The <c>Content-Type</c> header; null where there was none.</summary>
    public string? ContentType { get; init; }

    /// <summary>The <c>Content-Length</c> header; null where there was none.</summary>
    public long? ContentLength { get; init; }

    /// <summary>The body. It is read only where the request is not refused before.</summary>
    public required Stream Body { get; init; }
}
