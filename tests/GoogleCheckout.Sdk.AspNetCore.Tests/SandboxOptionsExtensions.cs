using GoogleCheckout.Sandbox;

namespace GoogleCheckout.AspNetCore;

/// <summary>A shop that is at home in a sandbox.</summary>
internal static class SandboxOptionsExtensions
{
    /// <summary>As <see cref="CheckoutSandbox.Configure"/>, but a read that fails has failed: the clocks of these tests stand still.</summary>
    public static void ApplyWithoutRetries(this CheckoutSandbox sandbox, CheckoutOptions options)
    {
        sandbox.Configure(options);
        options.RetryQueries = false;
    }
}
