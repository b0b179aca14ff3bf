namespace GoogleCheckout.Sandbox.Infrastructure;

/// <summary>The time of the sandbox's clock. Timers and time stamps are those of its source: they do not jump if the clock is moved ahead.</summary>
internal sealed class SandboxTimeProvider(SandboxClock clock, TimeProvider source) : TimeProvider
{
    public override TimeZoneInfo LocalTimeZone => source.LocalTimeZone;

    public override long TimestampFrequency => source.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => clock.Now;

    public override long GetTimestamp() => source.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => source.CreateTimer(callback, state, dueTime, period);
}
