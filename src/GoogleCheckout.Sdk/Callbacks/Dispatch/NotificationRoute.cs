namespace GoogleCheckout.Callbacks;

/// <summary>The handler registered for a kind of notification.</summary>
internal sealed record NotificationRoute(NotificationKind Kind, Type HandlerType);
