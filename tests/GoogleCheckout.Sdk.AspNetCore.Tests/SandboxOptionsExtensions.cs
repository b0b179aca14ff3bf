using GoogleCheckout.Sandbox;

namespace GoogleCheckout.AspNetCore;

/// <summary>A shop that is at home in a sandbox.</summary>
internal static class SandboxOptionsExtensions
{
    /// <summary>Sets merchant, address and certificates to those of the sandbox.</summary>
    public static void ApplyTo(this CheckoutSandbox sandbox, CheckoutOptions options)
    {
        options.MerchantId = sandbox.MerchantId;
        options.MerchantKey = sandbox.MerchantKey;
        options.Environment = CheckoutEnvironment.At(sandbox.BaseAddress);
        options.ClientCertificate = sandbox.ClientCertificate;
        options.TrustedCertificate = sandbox.CertificateAuthority;
        options.RetryReads = false;
    }
}
