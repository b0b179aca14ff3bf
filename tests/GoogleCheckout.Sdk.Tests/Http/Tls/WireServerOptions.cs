using System.Security.Cryptography.X509Certificates;
using GoogleCheckout.Client;

namespace GoogleCheckout.Http.Tls;

/// <summary>Options for a client of a <see cref="WireServer"/>.</summary>
internal static class WireServerOptions
{
    /// <summary>Options that trust the server by its root.</summary>
    public static CheckoutOptions Options(this WireServer server, X509Certificate2 root) => new()
    {
        MerchantId = TestMerchant.Id,
        MerchantKey = TestMerchant.Key,
        Environment = CheckoutEnvironment.ForBaseAddress(server.BaseAddress),
        TrustedCertificate = root,
        RetryQueries = false,
    };
}
