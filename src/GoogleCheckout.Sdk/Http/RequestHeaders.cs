using System.Net.Http.Headers;
using System.Runtime.InteropServices;
using System.Text;
using GoogleCheckout.Diagnostics;

namespace GoogleCheckout.Http;

/// <summary>Adds the headers of every request.</summary>
internal static class RequestHeaders
{
    private const string Xml = "application/xml; charset=UTF-8";

    private static string Sdk { get; } = $"GoogleCheckout.Sdk/{Telemetry.Version} ({RuntimeInformation.FrameworkDescription})";

    // All values are well-formed; parsing them would cost more than writing the command.
    public static void Add(HttpContentHeaders headers) => headers.TryAddWithoutValidation("Content-Type", Xml);

    /// <summary>Adds the headers.</summary>
    /// <param name="headers">The headers of the request.</param>
    /// <param name="options">The merchant's options.</param>
    /// <param name="hidesCredentials">Whether the handler closest to the network adds the credentials.</param>
    public static void Add(HttpRequestHeaders headers, CheckoutOptions options, bool hidesCredentials)
    {
        var credentials = new AuthenticationHeaderValue("Basic", GetCredentials(options));
        headers.Authorization = hidesCredentials ? HiddenCredentials.Hide(credentials) : credentials;
        headers.TryAddWithoutValidation("Accept", Xml);
        headers.TryAddWithoutValidation("User-Agent", options.ApplicationId is { } application ? $"{Sdk} {application}" : Sdk);
    }

    // The merchant id and key as Basic credentials.
    private static string GetCredentials(CheckoutOptions options) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.MerchantId}:{options.MerchantKey}"));
}
