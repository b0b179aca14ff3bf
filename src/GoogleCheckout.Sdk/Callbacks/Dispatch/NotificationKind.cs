using GoogleCheckout.Notifications;

namespace GoogleCheckout.Callbacks;

/// <summary>A kind of notification, and how a handler of it is called: known at compile time, so that nothing is looked up by reflection.</summary>
internal sealed record NotificationKind(Type Notification, Type Handler, Func<object, Notification, NotificationContext, CancellationToken, Task> HandleAsync)
{
    /// <summary>Every kind, and <see cref="Notifications.Notification"/> for what has no handler of its own.</summary>
    public static IReadOnlyList<NotificationKind> All { get; } =
    [
        Of<NewOrderNotification>(),
        Of<OrderStateChangeNotification>(),
        Of<RiskInformationNotification>(),
        Of<AuthorizationAmountNotification>(),
        Of<ChargeAmountNotification>(),
        Of<RefundAmountNotification>(),
        Of<ChargebackAmountNotification>(),
        Of<CancelledSubscriptionNotification>(),
        Of<UnknownNotification>(),
        Of<Notification>(),
    ];

    private static NotificationKind Of<T>()
        where T : Notification =>
        new(typeof(T), typeof(INotificationHandler<T>), (handler, notification, context, cancellationToken) =>
            ((INotificationHandler<T>)handler).HandleAsync((T)notification, context, cancellationToken));
}
