using GoogleCheckout.Sandbox;

namespace GoogleCheckout.AspNetCore;

/// <summary>A shop that is at home in a sandbox.</summary>
internal static class SandboxOptionsExtensions
{
    /// <summary>As <see cref="CheckoutSandbox.ApplyTo"/>, but a read that fails has failed: the clocks of these tests stand still.</summary>
    public static void ApplyWithoutRetries(this CheckoutSandbox sandbox, CheckoutOptions options)
    {
        sandbox.ApplyTo(options);
        options.RetryReads = false;
    }
}
