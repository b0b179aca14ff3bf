using System.Globalization;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Conventions;

/// <summary>The conventions of the sandbox's public types.</summary>
public class SandboxTypeTests
{
    private static readonly Enum[] DefaultSettings = [ApiVersion.Version25, CallbackFormat.Xml, UnknownElements.Refuse];

    // Enumerations without a default value.
    private static readonly Type[] Choices = [typeof(Quirk)];

    [Test]
    public void Enumerations_Zero_IsDefaultSetting()
    {
        var options = new CheckoutSandboxOptions();

        Assert.That(
            typeof(CheckoutSandbox).Assembly.GetExportedTypes().Where(type => type.IsEnum).Except(Choices),
            Is.EquivalentTo(DefaultSettings.Select(value => value.GetType())));
        Assert.That(DefaultSettings.Select(value => Convert.ToInt32(value, CultureInfo.InvariantCulture)), Is.All.Zero);
        Assert.That(new Enum[] { options.ApiVersion, options.CallbackFormat, options.Rules.UnknownElements }, Is.EqualTo(DefaultSettings));
    }

    [Test]
    public async Task AsyncMethods_UsageErrors_ThrowAtTheCall()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();

        Assert.Multiple(() =>
        {
            Assert.That(() => { _ = CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { CaptureDelay = TimeSpan.FromSeconds(-1) }); }, Throws.InstanceOf<ArgumentException>());
            Assert.That(() => { _ = sandbox.PlaceOrderAsync(null!); }, Throws.ArgumentNullException);
            Assert.That(() => { _ = sandbox.AdvanceAsync(TimeSpan.FromSeconds(-1)); }, Throws.InstanceOf<ArgumentOutOfRangeException>());
            Assert.That(() => { _ = sandbox.ChargebackAsync(null!); }, Throws.ArgumentNullException);
            Assert.That(() => { _ = sandbox.CancelByGoogleAsync("1", " "); }, Throws.ArgumentException);
            Assert.That(() => { _ = sandbox.CancelByBuyerAsync(string.Empty); }, Throws.ArgumentException);
            Assert.That(() => { _ = sandbox.ReplaceCardAsync("1", null!); }, Throws.ArgumentNullException);
            Assert.That(() => { _ = sandbox.CancelSubscriptionAsync("1", reason: string.Empty); }, Throws.ArgumentException);
        });
    }

    [Test]
    public async Task AsyncMethods_StateErrors_ThrowFromTheTask()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        var cancelled = new CancellationToken(canceled: true);
        Task[] failing =
        [
            sandbox.ChargebackAsync("no such order"), sandbox.CancelByBuyerAsync("no such order"), sandbox.CancelByGoogleAsync("no such order", "fraud"),
            sandbox.CancelSubscriptionAsync("no such order"), sandbox.ReplaceCardAsync("no such order", TestCard.Accepted),
        ];
        Task[] stopped = [sandbox.ChargebackAsync("1", cancellationToken: cancelled), sandbox.AdvanceAsync(TimeSpan.Zero, cancelled)];

        Assert.That(failing.Select(task => task.Exception?.InnerException), Is.All.InstanceOf<ArgumentException>());
        Assert.That(stopped.Select(task => task.IsCanceled), Is.All.True);
    }
}
