using System.Globalization;
using System.Net;
using GoogleCheckout.Calculations;

namespace GoogleCheckout.Sandbox;

/// <summary>A question to the merchant about shipping, tax or codes while a buyer waited, and what came of it.</summary>
/// <remarks>In comparisons with <c>==</c> and <c>Equals</c>, lists are compared by reference.</remarks>
public sealed record SandboxCalculation
{
    /// <summary>What was asked.</summary>
    public required MerchantCalculationCallback Callback { get; init; }

    /// <summary>The cart's merchant-calculations-url, where it was posted.</summary>
    public required Uri Url { get; init; }

    /// <summary>When, by the sandbox's clock.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>The HTTP status the merchant answered with; null where no whole answer came in time.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>What was answered; null where that was nothing to read.</summary>
    public MerchantCalculationResults? Results { get; init; }

    /// <summary>
    /// What the merchant would find in the service's console: why there is no answer, or what the sandbox does not go by in
    /// it. The prices and rates of the cart stand in for that, without the codes.
    /// </summary>
    public IReadOnlyList<string> Issues { get; init; } = [];

    /// <summary>Such as <c>2 addresses, 3 methods, 1 code: The merchant answered with status 500.</c>; no buyer data.</summary>
    public override string ToString()
    {
        var asked = Callback.Calculate;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Count(asked.Addresses.Count, "address", "addresses")}, {Count(asked.Shipping.Count, "method", "methods")}, {Count(asked.MerchantCodeStrings.Count, "code", "codes")}: {(Issues.Count == 0 ? "answered" : string.Join(' ', Issues))}");
    }

    private static string Count(int count, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");
}
