namespace GoogleCheckout.Sandbox.Merchants;

/// <summary>The limits of a response from the merchant's server.</summary>
/// <param name="MaxTime">The maximum time from the request to the end of the response, by the machine's clock, which the network uses.</param>
/// <param name="MaxBytes">The maximum length of the body.</param>
internal sealed record ResponseLimits(TimeSpan MaxTime, int MaxBytes);
