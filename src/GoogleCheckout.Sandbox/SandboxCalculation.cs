using System.Globalization;
using System.Net;
using GoogleCheckout.Calculations;

namespace GoogleCheckout.Sandbox;

/// <summary>A merchant-calculation callback about shipping, tax or codes, and its result.</summary>
/// <remarks>In comparisons with <c>==</c> and <c>Equals</c>, lists are compared by reference.</remarks>
public sealed record SandboxCalculation
{
    private const int MaxIssuesLength = 4 * QuotedText.LineLength;

    /// <summary>The callback that was posted to the merchant.</summary>
    public required MerchantCalculationCallback Callback { get; init; }

    /// <summary>The cart's <c>merchant-calculations-url</c>, to which the callback was posted.</summary>
    public required Uri Url { get; init; }

    /// <summary>The time at which the callback was posted, by the sandbox's clock.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>The HTTP status of the merchant's response; null if no complete response arrived in time.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>The body of the merchant's response, unchanged; empty if no complete response arrived in time.</summary>
    public ReadOnlyMemory<byte> ResponseBody { get; init; }

    /// <summary>The time from posting the callback to the end of the response, by the machine's clock; zero if it was not posted.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The merchant's results; null if there is no response or it cannot be read.</summary>
    public MerchantCalculationResults? Results { get; init; }

    /// <summary>
    /// The values of <see cref="Results"/> that count, each judged by itself: a result for each address and method, with the valid codes in
    /// the order of entry. Empty if none counts.
    /// </summary>
    public IReadOnlyList<Result> AcceptedResults { get; init; } = [];

    /// <summary>
    /// The issues that the service's console would have shown: the reason why there is no response, or the values of the response that
    /// do not count. The prices and rates in the cart are used for these. Empty if all counts.
    /// </summary>
    public IReadOnlyList<string> Issues { get; init; } = [];

    /// <summary>Returns a summary without the buyer's data.</summary>
    /// <returns>
    /// For example <c>2 addresses, 3 methods, 1 code: The merchant responded with status 500.</c> If only some values count, their numbers
    /// precede the issues: <c>6 shipping rates, 6 taxes and 5 code results count.</c>
    /// </returns>
    public override string ToString()
    {
        var asked = Callback.Calculate;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Count(asked.Addresses.Count, "address", "addresses")}, {Count(asked.Shipping.Count, "method", "methods")}, {Count(asked.MerchantCodeStrings.Count, "code", "codes")}: {(Issues.Count == 0 ? "completed" : DescribeAccepted() + QuotedText.OfIdentifier(string.Join(' ', Issues), MaxIssuesLength))}");
    }

    private string DescribeAccepted() => AcceptedResults.Count == 0 ? string.Empty : string.Create(
        CultureInfo.InvariantCulture,
        $"{Count(AcceptedResults.Count(result => result.ShippingRate is not null), "shipping rate", "shipping rates")}, {Count(AcceptedResults.Count(result => result.TotalTax is not null), "tax", "taxes")} and {Count(AcceptedResults.Sum(result => result.MerchantCodeResults.Count), "code result", "code results")} count. ");

    private static string Count(int count, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");
}
