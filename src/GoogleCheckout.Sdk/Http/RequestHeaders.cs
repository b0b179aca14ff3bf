using System.Net.Http.Headers;
using System.Runtime.InteropServices;
using System.Text;
using GoogleCheckout.Diagnostics;

namespace GoogleCheckout.Http;

/// <summary>What every request says about itself and its sender.</summary>
internal static class RequestHeaders
{
    private const string Xml = "application/xml; charset=UTF-8";

    private static string Sdk { get; } = $"GoogleCheckout.Sdk/{Telemetry.Version} ({RuntimeInformation.FrameworkDescription})";

    // All are known to be well-formed; parsing them would cost more than writing the command.
    public static void Add(HttpContentHeaders headers) => headers.TryAddWithoutValidation("Content-Type", Xml);

    public static void Add(HttpRequestHeaders headers, CheckoutOptions options)
    {
        headers.Authorization = new AuthenticationHeaderValue("Basic", Credentials(options));
        headers.TryAddWithoutValidation("Accept", Xml);
        headers.TryAddWithoutValidation("User-Agent", options.ApplicationId is { } application ? $"{Sdk} {application}" : Sdk);
    }

    /// <summary>Merchant id and key as Basic authentication sends them.</summary>
    public static string Credentials(CheckoutOptions options) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.MerchantId}:{options.MerchantKey}"));
}
