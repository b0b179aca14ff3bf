using System.Globalization;
using System.Net;
using GoogleCheckout.Calculations;

namespace GoogleCheckout.Sandbox;

/// <summary>A merchant-calculation callback about shipping, tax or codes, and its result.</summary>
/// <remarks>In comparisons with <c>==</c> and <c>Equals</c>, lists are compared by reference.</remarks>
public sealed record SandboxCalculation
{
    /// <summary>The callback that was posted to the merchant.</summary>
    public required MerchantCalculationCallback Callback { get; init; }

    /// <summary>The cart's <c>merchant-calculations-url</c>, to which the callback was posted.</summary>
    public required Uri Url { get; init; }

    /// <summary>The time at which the callback was posted, by the sandbox's clock.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>The HTTP status of the merchant's response; null if no complete response arrived in time.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>The merchant's results; null if there is no response or it cannot be read.</summary>
    public MerchantCalculationResults? Results { get; init; }

    /// <summary>
    /// The issues that the service's console would have shown: the reason why there is no response, or the parts of the response that
    /// the sandbox ignores. The prices and rates in the cart are used for these, without the codes. Empty if the response was used.
    /// </summary>
    public IReadOnlyList<string> Issues { get; init; } = [];

    /// <summary>Returns a summary without the buyer's data.</summary>
    /// <returns>For example <c>2 addresses, 3 methods, 1 code: The merchant responded with status 500.</c></returns>
    public override string ToString()
    {
        var asked = Callback.Calculate;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Count(asked.Addresses.Count, "address", "addresses")}, {Count(asked.Shipping.Count, "method", "methods")}, {Count(asked.MerchantCodeStrings.Count, "code", "codes")}: {(Issues.Count == 0 ? "completed" : string.Join(' ', Issues))}");
    }

    private static string Count(int count, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");
}
