namespace GoogleCheckout.Sandbox;

/// <summary>A clock that stands still, so that a sandbox's own moves only when it is set forward.</summary>
internal sealed class StoppedClock : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(2011, 4, 1, 12, 0, 0, TimeSpan.Zero);
}
