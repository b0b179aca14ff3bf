namespace GoogleCheckout.Callbacks;

/// <summary>Which handler a kind of notification goes to.</summary>
internal sealed record NotificationRoute(NotificationKind Kind, Type HandlerType);
