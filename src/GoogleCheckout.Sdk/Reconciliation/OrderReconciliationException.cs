namespace GoogleCheckout.Orders;

/// <summary>
/// An order is not as the call of an <see cref="OrderReconciler"/> requires. <see cref="CheckoutException.IsTransient"/> is true if the order
/// waits for something, so that the same call may succeed later. <see cref="CheckoutException.OutcomeUnknown"/> is true if a command may
/// still be executed: the same call, later, looks up the order before it sends anything.
/// </summary>
public sealed class OrderReconciliationException : CheckoutException
{
    /// <summary>Creates an exception for an order.</summary>
    /// <param name="message">The message: the order, what it should be, and the reason why it is not.</param>
    /// <param name="innerException">The failure of the command or of the look-up; null if there is none.</param>
    public OrderReconciliationException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The order number that the service assigned.</summary>
    public string GoogleOrderNumber { get; init; } = string.Empty;

    /// <summary>The reason as a short sentence without a period, for example one of <see cref="OrderRules"/>. It contains no buyer data.</summary>
    public string Reason { get; init; } = string.Empty;

    /// <summary>The order at the last look-up; null if it could not be looked up.</summary>
    public OrderSummary? Order { get; init; }
}
