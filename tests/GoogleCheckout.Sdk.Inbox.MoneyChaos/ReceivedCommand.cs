namespace GoogleCheckout.Outbox.MoneyChaos;

/// <summary>A command in the sandbox's record.</summary>
/// <param name="Kind">The name of its type.</param>
/// <param name="Amount">Its amount; null if it has none.</param>
/// <param name="IsExecuted">Whether the sandbox executed it.</param>
/// <param name="Description">When it was received, and what happened to it.</param>
internal sealed record ReceivedCommand(string Kind, Money? Amount, bool IsExecuted, string Description);
