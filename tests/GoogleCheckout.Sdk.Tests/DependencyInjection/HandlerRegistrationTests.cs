using GoogleCheckout.Callbacks;
using GoogleCheckout.Notifications;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace GoogleCheckout.DependencyInjection;

/// <summary>A handler receives exactly the kinds that it declares, and each kind has one handler.</summary>
public class HandlerRegistrationTests
{
    [Test]
    public async Task AddNotificationHandler_SeveralKinds_ReceivesOnlyThose()
    {
        var (seen, dispatcher) = Dispatcher(services => services.AddNotificationHandler<MoneyHandler>());

        await dispatcher.DispatchAsync(SampleNotifications.Charge);
        await dispatcher.DispatchAsync(SampleNotifications.Refund);
        await dispatcher.DispatchAsync(SampleNotifications.Risk);

        Assert.That(seen, Is.EqualTo(new[] { "money charge", "money refund" }));
    }

    [Test]
    public async Task AddNotificationHandler_Fallback_ReceivesOnlyKindsWithoutHandler([Values] bool fallbackFirst)
    {
        var (seen, dispatcher) = Dispatcher(services => _ = fallbackFirst
            ? services.AddNotificationHandler<FallbackHandler>().AddNotificationHandler<MoneyHandler>()
            : services.AddNotificationHandler<MoneyHandler>().AddNotificationHandler<FallbackHandler>());

        await dispatcher.DispatchAsync(SampleNotifications.Charge);
        await dispatcher.DispatchAsync(SampleNotifications.Risk);
        await dispatcher.DispatchAsync(SampleNotifications.Unknown);

        Assert.That(seen, Is.EqualTo(new[] { "money charge", "fallback RiskInformationNotification", "fallback UnknownNotification" }));
    }

    [Test]
    public async Task AddNotificationHandler_SameHandlerTwice_HasNoEffect()
    {
        var (seen, dispatcher) = Dispatcher(services => services.AddNotificationHandler<MoneyHandler>().AddNotificationHandler<MoneyHandler>());

        await dispatcher.DispatchAsync(SampleNotifications.Charge);

        Assert.That(seen, Has.Count.EqualTo(1));
    }

    [Test]
    public void AddNotificationHandler_KindHasAnotherHandler_ThrowsAndNamesBoth()
    {
        var services = new ServiceCollection().AddNotificationHandler<MoneyHandler>();

        Assert.That(
            () => services.AddNotificationHandler<OtherRefundHandler>(),
            Throws.InvalidOperationException.With.Message.Contains(nameof(MoneyHandler)).And.Message.Contains(nameof(OtherRefundHandler)).And.Message.Contains(nameof(RefundAmountNotification)));
    }

    [Test]
    public void AddNotificationHandler_SecondKindHasAnotherHandler_AddsNothing()
    {
        var services = new ServiceCollection().AddNotificationHandler<OtherRefundHandler>();
        var before = services.ToList();

        Assert.That(() => services.AddNotificationHandler<MoneyHandler>(), Throws.InvalidOperationException);
        Assert.That(services, Is.EqualTo(before));
    }

    [Test]
    public void AddNotificationHandler_Refused_AddsNothing()
    {
        var services = new ServiceCollection();

        Assert.That(() => services.AddNotificationHandler<NoHandler>(), Throws.ArgumentException);
        Assert.That(() => services.AddNotificationHandler<AbstractHandler>(), Throws.ArgumentException);
        Assert.That(services, Is.Empty);
    }

    [Test]
    public void AddNotificationHandler_ClassWithoutKind_Throws()
    {
        Assert.That(() => new ServiceCollection().AddNotificationHandler<NoHandler>(), Throws.ArgumentException.With.Message.Contains(nameof(NoHandler)));
    }

    [Test]
    public void AddNotificationHandler_AbstractClassOrInterface_Throws()
    {
        Assert.That(() => new ServiceCollection().AddNotificationHandler<AbstractHandler>(), Throws.ArgumentException.With.Message.Contains("abstract"));
        Assert.That(() => new ServiceCollection().AddNotificationHandler<IWarehouseHandler>(), Throws.ArgumentException.With.Message.Contains("abstract"));
    }

    [Test]
    public async Task AddNotificationHandler_ClassAlreadyRegistered_UsesThatRegistration()
    {
        var seen = new List<string>();
        var only = new MoneyHandler(["the instance of the test"]);
        var (_, dispatcher) = Dispatcher(services => services.AddSingleton(only).AddNotificationHandler<MoneyHandler>(), seen);

        await dispatcher.DispatchAsync(SampleNotifications.Charge);

        Assert.That(only.Seen, Is.EqualTo(new[] { "the instance of the test", "money charge" }));
        Assert.That(seen, Is.Empty);
    }

    [Test]
    public async Task Handler_EachNotification_HasANewScope()
    {
        var (seen, dispatcher) = Dispatcher(services => services.AddScoped<Scoped>().AddNotificationHandler<ScopedHandler>());

        await dispatcher.DispatchAsync(SampleNotifications.Charge);
        await dispatcher.DispatchAsync(SampleNotifications.Charge);

        Assert.That(seen, Is.EqualTo(new[] { "created", "handled", "disposed", "created", "handled", "disposed" }));
    }

    [Test]
    public void Kinds_Always_AreComplete()
    {
        var concrete = typeof(Notification).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(Notification)));

        Assert.That(NotificationKind.All.Select(kind => kind.Notification), Is.EquivalentTo(concrete.Append(typeof(Notification))), "a kind without a line in NotificationKind.All has no handler");
    }

    private static (List<string> Seen, NotificationDispatcher Dispatcher) Dispatcher(Action<IServiceCollection> register, List<string>? seen = null)
    {
        seen ??= [];
        var services = new ServiceCollection().AddSingleton(seen);
        register(services);
        return (seen, services.BuildServiceProvider(validateScopes: true).GetRequiredService<NotificationDispatcher>());
    }

    private interface IWarehouseHandler : INotificationHandler<ChargeAmountNotification>;

    private sealed class NoHandler;

    private abstract class AbstractHandler : INotificationHandler<ChargeAmountNotification>
    {
        public abstract Task HandleAsync(ChargeAmountNotification notification, NotificationContext context, CancellationToken cancellationToken);
    }

    private sealed class MoneyHandler(List<string> seen) : INotificationHandler<ChargeAmountNotification>, INotificationHandler<RefundAmountNotification>
    {
        public List<string> Seen => seen;

        public Task HandleAsync(ChargeAmountNotification notification, NotificationContext context, CancellationToken cancellationToken) => Add("money charge");

        public Task HandleAsync(RefundAmountNotification notification, NotificationContext context, CancellationToken cancellationToken) => Add("money refund");

        private Task Add(string what)
        {
            seen.Add(what);
            return Task.CompletedTask;
        }
    }

    private sealed class OtherRefundHandler : INotificationHandler<RefundAmountNotification>
    {
        public Task HandleAsync(RefundAmountNotification notification, NotificationContext context, CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class FallbackHandler(List<string> seen) : INotificationHandler<Notification>
    {
        public Task HandleAsync(Notification notification, NotificationContext context, CancellationToken cancellationToken)
        {
            seen.Add($"fallback {notification.GetType().Name}");
            return Task.CompletedTask;
        }
    }

    private sealed class Scoped : IAsyncDisposable
    {
        private readonly List<string> _seen;

        public Scoped(List<string> seen)
        {
            _seen = seen;
            _seen.Add("created");
        }

        public ValueTask DisposeAsync()
        {
            _seen.Add("disposed");
            return default;
        }
    }

    private sealed class ScopedHandler(Scoped scoped, List<string> seen) : INotificationHandler<ChargeAmountNotification>
    {
        public async Task HandleAsync(ChargeAmountNotification notification, NotificationContext context, CancellationToken cancellationToken)
        {
            await Task.Yield();
            seen.Add(scoped is null ? "without its dependency" : "handled");
        }
    }
}
