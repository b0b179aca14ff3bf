using System.Text.RegularExpressions;
using GoogleCheckout.Sandbox.Merchants;

namespace GoogleCheckout.Sandbox.Api;

/// <summary>
/// An address of the API: <c>[/checkout]/api/checkout/v2/{api}/{kind}/{merchant id}[/diagnose]</c>, or, for the oldest clients,
/// <c>[/checkout]/cws/v2/{kind}/{merchant id}/{api}[/diagnose]</c>. In the service, the paths of its sandbox began with
/// <c>/checkout</c> and those of production did not. This sandbox accepts both.
/// </summary>
/// <param name="Service">The kind of request that the address accepts.</param>
/// <param name="Kind">Merchant, or Donations for non-profit organizations.</param>
/// <param name="MerchantId">The merchant id in the path, not validated.</param>
/// <param name="Diagnose">Whether the request is only validated.</param>
internal sealed partial record ApiAddress(ApiService Service, MerchantKind Kind, string MerchantId, bool Diagnose)
{
    /// <summary>The error for a malformed merchant id, in the words of the service; null if the id is well-formed.</summary>
    public string? MalformedId =>
        MerchantIds().IsMatch(MerchantId) ? null : $@"Malformed URL component: expected id: (\d{{10}})|(\d{{15}}), but got {MerchantId}";

    /// <summary>Returns the address of the path; null if the path is not an address of the API.</summary>
    public static ApiAddress? Parse(string path)
    {
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return segments is ["checkout", .. var rest] ? ParseUnprefixed(rest) : ParseUnprefixed(segments);
    }

    private static ApiAddress? ParseUnprefixed(ReadOnlySpan<string> segments) => segments switch
    {
        ["api", "checkout", "v2", var api, var kind, var id] => Create(api, kind, id, diagnose: false),
        ["api", "checkout", "v2", var api and not "reports", var kind, var id, "diagnose"] => Create(api, kind, id, diagnose: true),
        ["cws", "v2", var kind, var id, var api] => Create(api, kind, id, diagnose: false),
        ["cws", "v2", var kind, var id, var api and not "reports", "diagnose"] => Create(api, kind, id, diagnose: true),
        _ => null,
    };

    private static ApiAddress? Create(string api, string kind, string merchantId, bool diagnose)
    {
        ApiService? knownApi = api switch
        {
            "request" => ApiService.Request,
            "merchantCheckout" => ApiService.MerchantCheckout,
            "reports" => ApiService.Reports,
            "checkout" => ApiService.Checkout,
            _ => null,
        };
        MerchantKind? knownKind = kind switch
        {
            "Merchant" => MerchantKind.Merchant,
            "Donations" => MerchantKind.Donations,
            _ => null,
        };
        return knownApi is { } a && knownKind is { } k ? new ApiAddress(a, k, merchantId, diagnose) : null;
    }

    [GeneratedRegex(@"^(\d{10}|\d{15})$", RegexOptions.CultureInvariant)]
    private static partial Regex MerchantIds();
}
