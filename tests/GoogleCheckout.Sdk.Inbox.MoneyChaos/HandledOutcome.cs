namespace GoogleCheckout.Outbox.MoneyChaos;

/// <summary>A row that the handler of an outcome left in its transaction.</summary>
/// <param name="Key">The key of the command.</param>
/// <param name="Failure">The name of the <see cref="CommandFailure"/>.</param>
/// <param name="Amount">The amount that was moved; null if there is none.</param>
/// <param name="Reason">The reason of a failure; otherwise null.</param>
internal sealed record HandledOutcome(string Key, string Failure, string? Amount = null, string? Reason = null)
{
    public override string ToString() => $"outcome handled: {Key}: {Failure} {Amount}{Reason}".TrimEnd();
}
