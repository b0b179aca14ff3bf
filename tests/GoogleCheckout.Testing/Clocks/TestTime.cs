namespace GoogleCheckout.Testing;

/// <summary>The time at which the tests' clocks start.</summary>
public static class TestTime
{
    public static DateTimeOffset Start { get; } = new(2012, 10, 10, 0, 0, 0, TimeSpan.Zero);
}
