namespace GoogleCheckout.Orders;

/// <summary>
/// Requests a new authorization for the amount that is not yet charged, after the previous authorization expired. The result
/// arrives as an <see cref="Notifications.AuthorizationAmountNotification"/>, possibly days later. A failure may not be reported
/// at all. The service may charge a fee. Schema type <c>AuthorizeOrderRequest</c>.
/// </summary>
public sealed record AuthorizeOrderRequest : OrderCommand;
