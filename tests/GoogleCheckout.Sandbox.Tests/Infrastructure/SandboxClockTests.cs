using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Infrastructure;

/// <summary>The end of the sandbox's time.</summary>
public class SandboxClockTests
{
    private static readonly DateTimeOffset Start = new(2013, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private static readonly TimeSpan Rest = SandboxClock.Latest - Start;

    private static readonly TimeSpan[] TooLong = [Rest + TimeSpan.FromTicks(1), TimeSpan.FromDays(3_650_000), DateTimeOffset.MaxValue - Start, TimeSpan.MaxValue];

    [TestCaseSource(nameof(TooLong))]
    public void Advance_PastTheLatestTime_ThrowsAndMovesNothing(TimeSpan time)
    {
        var clock = new SandboxClock(new FakeTimeProvider(Start));

        Assert.That(() => clock.Advance(time), Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.StartsWith("The time is too long: the sandbox's clock is at 2013-01-02 and can move forward to 9900-01-01."));
        Assert.That(clock.Now, Is.EqualTo(Start));
    }

    [Test]
    public void Advance_ToTheLatestTime_StopsThere()
    {
        var source = new FakeTimeProvider(Start);
        var clock = new SandboxClock(source);

        clock.Advance(Rest);
        source.Advance(TimeSpan.FromDays(1));

        Assert.That(clock.Now, Is.EqualTo(SandboxClock.Latest));
        Assert.That(clock.Now + CheckoutSandboxOptions.MaxDelay, Is.LessThan(DateTimeOffset.MaxValue));
        Assert.That(() => clock.Advance(TimeSpan.FromTicks(1)), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public async Task Sandbox_AtTheLatestTime_StillTakesOrders()
    {
        var options = new CheckoutSandboxOptions { ReviewDelay = CheckoutSandboxOptions.MaxDelay, Rules = new SandboxRules { AuthorizationLifetime = CheckoutSandboxOptions.MaxDelay, ReauthorizationDelay = CheckoutSandboxOptions.MaxDelay } };
        options.TimeProvider = new FakeTimeProvider(Start);
        await using var sandbox = await CheckoutSandbox.StartAsync(options);
        using var client = sandbox.CreateClient();
        await sandbox.AdvanceAsync(Rest);

        var order = await sandbox.PlaceOrderAsync(await client.CheckoutAsync(SampleCarts.Books));

        Assert.That(order.Timestamp, Is.EqualTo(SandboxClock.Latest));
    }

    [Test]
    public async Task AdvanceAsync_PastTheLatestTime_IsRefusedAndTheSandboxGoesOn()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = sandbox.CreateClient();

        Assert.That(async () => await sandbox.AdvanceAsync(TimeSpan.FromDays(3_650_000)), Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.Contains("9900-01-01"));
        Assert.That(async () => await sandbox.AdvanceAsync(TimeSpan.MaxValue), Throws.TypeOf<ArgumentOutOfRangeException>());

        Assert.That(await client.HelloAsync(), Is.InstanceOf<Bye>());
        Assert.That((await sandbox.PlaceOrderAsync(await client.CheckoutAsync(SampleCarts.Books))).Timestamp!.Value.Year, Is.LessThan(9000));
    }

    [Test]
    public void Options_DelaysThatWouldOverflow_AreRefused()
    {
        Assert.Multiple(() =>
        {
            AssertRefused("ReviewDelay must be from 0 to 36500 days.", options => options.ReviewDelay = TimeSpan.MaxValue);
            AssertRefused("CaptureDelay must be from 0 to 36500 days.", options => options.CaptureDelay = TimeSpan.FromDays(36_501));
            AssertRefused("Rules.ReauthorizationDelay must be from 0 to 36500 days.", options => options.Rules = new SandboxRules { ReauthorizationDelay = TimeSpan.MaxValue });
            AssertRefused("Rules.AuthorizationLifetime must be positive and at most 36500 days.", options => options.Rules = new SandboxRules { AuthorizationLifetime = TimeSpan.MaxValue });
            AssertRefused("Rules.CardReplacementDeadline must be positive and at most 36500 days.", options => options.Rules = new SandboxRules { CardReplacementDeadline = TimeSpan.FromDays(40_000) });
        });
    }

    [Test]
    public void Now_WhenTheSourceGoesBack_Waits()
    {
        var source = new SettableTime { Now = Start };
        var clock = new SandboxClock(source);
        clock.Advance(TimeSpan.FromHours(1));
        var before = clock.Now;

        source.Now = Start.AddMinutes(-10);
        var behind = clock.Now;
        source.Now = Start.AddMinutes(1);

        Assert.That(behind, Is.EqualTo(before));
        Assert.That(clock.Now, Is.EqualTo(before.AddMinutes(1)));
    }

    [TestCase(30, 31, Description = "The source went on.")]
    [TestCase(-30, 0, Description = "The source is behind the earlier process.")]
    public void Restore_WithTheLatestTime_ContinuesAfterIt(int sourceMinutes, int expectedMinutes)
    {
        var source = new SettableTime { Now = Start.AddMinutes(sourceMinutes) };
        var clock = new SandboxClock(source);

        clock.Restore(TimeSpan.FromHours(1), Start.AddMinutes(59));

        Assert.That(clock.Now, Is.EqualTo(Start.AddMinutes(59 + expectedMinutes)));
    }

    private static void AssertRefused(string error, Action<CheckoutSandboxOptions> set)
    {
        var options = new CheckoutSandboxOptions();
        set(options);
        Assert.That(async () => await CheckoutSandbox.StartAsync(options), Throws.ArgumentException.With.Message.EqualTo(error));
    }

    private sealed class SettableTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
