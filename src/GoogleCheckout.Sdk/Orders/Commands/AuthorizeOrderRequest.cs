namespace GoogleCheckout.Orders;

/// <summary>
/// Asks for a new authorization of what is not charged yet, once the first has run out. The result comes as an
/// <see cref="Notifications.AuthorizationAmountNotification"/>, perhaps days later; a failure may not be told at all.
/// The service may take a fee. Schema type <c>AuthorizeOrderRequest</c>.
/// </summary>
public sealed record AuthorizeOrderRequest : OrderCommand;
