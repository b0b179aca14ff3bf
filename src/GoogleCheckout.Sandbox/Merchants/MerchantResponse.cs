using System.Globalization;
using System.Net;

namespace GoogleCheckout.Sandbox.Merchants;

/// <summary>What came of a request to the merchant's server.</summary>
internal sealed record MerchantResponse
{
    /// <summary>The HTTP status; null where no whole answer came.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>The whole body; null where no whole answer came.</summary>
    public byte[]? Body { get; init; }

    /// <summary>Why no whole answer came; null where one did.</summary>
    public string? Fault { get; init; }

    /// <summary>Why there is nothing to read: no whole answer, or one with another status than 200. Null where there is.</summary>
    public string? Error => Fault
        ?? (StatusCode == HttpStatusCode.OK ? null : string.Create(CultureInfo.InvariantCulture, $"The merchant answered with status {(int)StatusCode!}."));
}
