namespace GoogleCheckout.Inbox.Health;

/// <summary>The state of the queue of notifications or commands, of all merchants.</summary>
/// <param name="Waiting">The number of entries that wait.</param>
/// <param name="OldestWait">How long the oldest of them has waited; zero if there is none.</param>
/// <param name="DeadLetters">The number of dead letters.</param>
internal sealed record QueueState(long Waiting, TimeSpan OldestWait, long DeadLetters);
