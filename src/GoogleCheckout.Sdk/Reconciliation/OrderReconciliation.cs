namespace GoogleCheckout.Orders;

/// <summary>The result of a call of an <see cref="OrderReconciler"/>: what the call changed, and the order afterwards.</summary>
public sealed record OrderReconciliation
{
    /// <summary>The order number that the service assigned.</summary>
    public required string GoogleOrderNumber { get; init; }

    /// <summary>The last command that was sent, or, in a dry run, the command that would be sent; null if nothing was missing.</summary>
    public OrderCommand? Command { get; init; }

    /// <summary>Whether <see cref="Command"/> was not sent, because the mode was <see cref="ReconciliationMode.DryRun"/>.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>
    /// The amount that the call charged or refunded, also if the response was lost; in a dry run, the amount that would be charged or
    /// refunded; 0 if nothing was missing. Null if the call moves no money, for example a cancellation.
    /// </summary>
    public Money? AmountMoved { get; init; }

    /// <summary>Whether the response to a command was lost, so that the look-up of the order decided.</summary>
    public bool ResponseLost { get; init; }

    /// <summary>The order at the last look-up.</summary>
    public required OrderSummary Order { get; init; }

    /// <summary>Returns a summary, for example <c>charged 50.00 USD of order 841171949013218; the response was lost</c>. Contains no buyer data.</summary>
    /// <returns>The summary.</returns>
    public override string ToString()
    {
        var number = QuotedText.OfIdentifier(GoogleOrderNumber);
        var amount = AmountMoved is { } moved ? $"{moved} of " : string.Empty;
        return Command is null ? $"nothing to do for order {number}"
            : IsDryRun ? $"would send {Command.GetType().Name}: {amount}order {number}"
            : $"sent {Command.GetType().Name}: {amount}order {number}{(ResponseLost ? "; a response was lost" : string.Empty)}";
    }
}
