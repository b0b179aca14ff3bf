namespace GoogleCheckout.Inbox.Health;

/// <summary>The state of the queue of all merchants.</summary>
/// <param name="Waiting">The number of notifications that are not yet handled.</param>
/// <param name="OldestWait">How long ago the first of them was received; zero if there is none.</param>
/// <param name="DeadLetters">The number of dead letters.</param>
internal sealed record QueueState(long Waiting, TimeSpan OldestWait, long DeadLetters);
