namespace GoogleCheckout.Sandbox.Merchants;

/// <summary>What the service waits for, and no longer.</summary>
/// <param name="Time">From the request to the end of the answer, by the machine's clock, as the network goes by it.</param>
/// <param name="Bytes">The longest body of an answer.</param>
internal sealed record ResponseLimits(TimeSpan Time, int Bytes);
