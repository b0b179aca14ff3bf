using GoogleCheckout.Notifications;

namespace GoogleCheckout.Callbacks;

/// <summary>A kind of notification, and the call of its handlers. Both are known at compile time, so that no reflection is needed.</summary>
internal sealed record NotificationKind(Type Notification, Type Handler, Func<object, Notification, NotificationContext, CancellationToken, Task> HandleAsync)
{
    /// <summary>All kinds, and <see cref="Notifications.Notification"/> for kinds without a handler.</summary>
    public static IReadOnlyList<NotificationKind> All { get; } =
    [
        Create<NewOrderNotification>(),
        Create<OrderStateChangeNotification>(),
        Create<RiskInformationNotification>(),
        Create<AuthorizationAmountNotification>(),
        Create<ChargeAmountNotification>(),
        Create<RefundAmountNotification>(),
        Create<ChargebackAmountNotification>(),
        Create<CancelledSubscriptionNotification>(),
        Create<UnknownNotification>(),
        Create<Notification>(),
    ];

    private static NotificationKind Create<T>()
        where T : Notification =>
        new(typeof(T), typeof(INotificationHandler<T>), (handler, notification, context, cancellationToken) =>
            ((INotificationHandler<T>)handler).HandleAsync((T)notification, context, cancellationToken));
}
