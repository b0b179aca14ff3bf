using System.Reflection;
using GoogleCheckout.Inbox.Polling;
using GoogleCheckout.Outbox;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace GoogleCheckout.Inbox.Conventions;

/// <summary>What the services that a program injects keep to.</summary>
public class ServiceTests
{
    [TestCase(typeof(NotificationDeadLetters))]
    [TestCase(typeof(NotificationReplay))]
    [TestCase(typeof(CommandDeadLetters))]
    public void Service_InTests_CanBeReplaced(Type service)
    {
        var fixedMethods = service.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(method => !method.IsVirtual || method.IsFinal);

        Assert.Multiple(() =>
        {
            Assert.That(fixedMethods, Is.Empty, "not virtual");
            Assert.That(
                service.GetConstructors(BindingFlags.Instance | BindingFlags.NonPublic).Any(constructor => constructor.IsFamily && constructor.GetParameters().Length == 0),
                Is.True,
                "a constructor for derived classes");
        });
    }

    [Test]
    public async Task DeadLetters_ReplacedByDerivedClass_AreInjected()
    {
        await using var services = new ServiceCollection()
            .AddSingleton<NotificationDeadLetters, FullDeadLetters>().AddSingleton<NotificationReplay, CountingReplay>().BuildServiceProvider();

        var discarded = await services.GetRequiredService<NotificationDeadLetters>().DiscardAsync("1");
        var replayed = await services.GetRequiredService<NotificationReplay>().ReplayAsync(Stream.Null);

        Assert.That((discarded, replayed.Read), Is.EqualTo((true, 7)));
    }

    [Test]
    public async Task Methods_NotOverridden_BehaveAsWithoutQueue()
    {
        var letters = new SilentDeadLetters();

        Assert.That((await letters.ReplayAllAsync(), await letters.ReplayAsync("1"), await letters.DiscardAsync("1")), Is.EqualTo((0, false, false)));
        Assert.That(() => new SilentReplay().ReplayAsync(Stream.Null), Throws.InvalidOperationException);
    }

    [Test]
    public void Enumerations_AtZero_AreDefaultSetting()
    {
        Assert.That(
            typeof(NotificationDeadLetters).Assembly.GetExportedTypes().Where(type => type.IsEnum),
            Is.EquivalentTo(new[] { typeof(NotificationInboxMode), typeof(NotificationSource), typeof(CommandFailure) }));
        Assert.That((int)new NotificationInboxOptions().Mode, Is.Zero);
        Assert.That((int)new NotificationPollingOptions().Source, Is.Zero);
    }

    [Test]
    public void NullArguments_AtCall_Throw()
    {
        var letters = new SilentDeadLetters();

        Assert.Multiple(() =>
        {
            Assert.That(() => { _ = letters.ReplayAsync(null!); }, Throws.ArgumentNullException);
            Assert.That(() => { _ = letters.DiscardAsync("1", null!); }, Throws.ArgumentNullException);
            Assert.That(() => { _ = NotificationInboxSchema.CreateAsync(null!); }, Throws.ArgumentNullException);
            Assert.That(() => { _ = new SilentReplay().ReplayAsync(null!); }, Throws.ArgumentNullException);
        });
    }

    private sealed class FullDeadLetters : NotificationDeadLetters
    {
        public override Task<bool> DiscardAsync(string serialNumber, string merchant = "", CancellationToken cancellationToken = default) => Task.FromResult(true);
    }

    private sealed class CountingReplay : NotificationReplay
    {
        public override Task<ReplayResult> ReplayAsync(Stream archive, string merchant = "", IProgress<ReplayResult>? progress = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(new ReplayResult { Read = 7 });
    }

    private sealed class SilentDeadLetters : NotificationDeadLetters;

    private sealed class SilentReplay : NotificationReplay;
}
