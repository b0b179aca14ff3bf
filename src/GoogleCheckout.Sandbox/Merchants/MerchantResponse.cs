using System.Globalization;
using System.Net;

namespace GoogleCheckout.Sandbox.Merchants;

/// <summary>The result of a request to the merchant's server.</summary>
internal sealed record MerchantResponse
{
    /// <summary>The HTTP status; null if no complete response arrived.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>The complete body; null if no complete response arrived.</summary>
    public byte[]? Body { get; init; }

    /// <summary>The time from the request to the end of the response, or of the attempt.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>The address to which the server redirects; null if the response has none.</summary>
    public Uri? Location { get; init; }

    /// <summary>The kind of the <see cref="ConnectionError"/>; null if there is none.</summary>
    public ConnectionFailure? Failure { get; init; }

    /// <summary>The reason why no complete response arrived; null if one did.</summary>
    public string? ConnectionError { get; init; }

    /// <summary>The reason why there is no body to read: no complete response, or a status other than 200. Null if there is one.</summary>
    public string? Error => ConnectionError
        ?? (StatusCode == HttpStatusCode.OK ? null : string.Create(CultureInfo.InvariantCulture, $"The merchant responded with status {(int)StatusCode!}."));
}
