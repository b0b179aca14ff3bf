using System.Text.RegularExpressions;
using GoogleCheckout.Sandbox.Merchants;

namespace GoogleCheckout.Sandbox.Api;

/// <summary>
/// What a path asks for: <c>[/checkout]/api/checkout/v2/{api}/{kind}/{merchant id}[/diagnose]</c>, or as the oldest clients
/// have it, <c>[/checkout]/cws/v2/{kind}/{merchant id}/{api}[/diagnose]</c>. The service's own sandbox began every path with
/// <c>/checkout</c>, production did not; here both work.
/// </summary>
/// <param name="Service">Which kind of request belongs there.</param>
/// <param name="Kind">Merchant, or Donations for non-profits.</param>
/// <param name="MerchantId">The id as the path has it.</param>
/// <param name="Diagnose">Whether the request is to be checked only.</param>
internal sealed partial record ApiAddress(ApiService Service, MerchantKind Kind, string MerchantId, bool Diagnose)
{
    /// <summary>Why the merchant's id can be none, in the service's words; null where it can be one.</summary>
    public string? MalformedId =>
        MerchantIds().IsMatch(MerchantId) ? null : $@"Malformed URL component: expected id: (\d{{10}})|(\d{{15}}), but got {MerchantId}";

    /// <summary>The address a path stands for; null where nothing is there.</summary>
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
