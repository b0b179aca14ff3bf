using System.Net.Http.Headers;
using System.Runtime.InteropServices;
using System.Text;
using GoogleCheckout.Diagnostics;

namespace GoogleCheckout.Http;

/// <summary>Adds the headers of every request. All values are well-formed; parsing them would cost more than writing the command.</summary>
internal sealed class RequestHeaders
{
    private const string Xml = "application/xml; charset=UTF-8";
    private const string Scheme = "Basic";

    private volatile Cached? _cached;

    private static string Sdk { get; } = $"GoogleCheckout.Sdk/{Telemetry.Version} ({RuntimeInformation.FrameworkDescription})";

    public static void Add(HttpContentHeaders headers) => headers.TryAddWithoutValidation("Content-Type", Xml);

    /// <summary>Adds the headers.</summary>
    /// <param name="headers">The headers of the request.</param>
    /// <param name="options">The merchant's options.</param>
    /// <param name="hidesCredentials">Whether the handler closest to the network adds the credentials.</param>
    public void Add(HttpRequestHeaders headers, CheckoutOptions options, bool hidesCredentials)
    {
        var cached = _cached;
        if (cached is null || !cached.Matches(options))
        {
            _cached = cached = new Cached(options);
        }

        if (hidesCredentials)
        {
            headers.Authorization = HiddenCredentials.Hide(new AuthenticationHeaderValue(Scheme, cached.Credentials));
        }
        else
        {
            headers.TryAddWithoutValidation("Authorization", cached.Authorization);
        }

        headers.TryAddWithoutValidation("Accept", Xml);
        headers.TryAddWithoutValidation("User-Agent", cached.UserAgent);
    }

    /// <summary>The values for the options of the last request. Not a record: its text would contain the key.</summary>
    private sealed class Cached(CheckoutOptions options)
    {
        private readonly string _merchantId = options.MerchantId;
        private readonly string _merchantKey = options.MerchantKey;
        private readonly string? _applicationId = options.ApplicationId;

        /// <summary>Gets the merchant id and key as Basic credentials.</summary>
        public string Credentials { get; } = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.MerchantId}:{options.MerchantKey}"));

        public string Authorization => field ??= $"{Scheme} {Credentials}";

        public string UserAgent { get; } = options.ApplicationId is { } application ? $"{Sdk} {application}" : Sdk;

        public bool Matches(CheckoutOptions current) =>
            _merchantId == current.MerchantId && _merchantKey == current.MerchantKey && _applicationId == current.ApplicationId;
    }
}
