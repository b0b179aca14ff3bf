using GoogleCheckout.Sandbox;

namespace GoogleCheckout.AspNetCore;

/// <summary>Configures a site for a sandbox.</summary>
internal static class SandboxOptionsExtensions
{
    /// <summary>As <see cref="CheckoutSandbox.Configure"/>, but without retries of queries, because the clocks of these tests do not advance.</summary>
    public static void ApplyWithoutRetries(this CheckoutSandbox sandbox, CheckoutOptions options)
    {
        sandbox.Configure(options);
        options.RetryQueries = false;
    }
}
