namespace GoogleCheckout.Orders;

/// <summary>What is wrong with a command by itself, whatever order it is for.</summary>
/// <param name="Property">The property at fault.</param>
/// <param name="Fault">What is wrong with it, as the end of a sentence that the property begins.</param>
internal readonly record struct CommandFault(string Property, string Fault)
{
    /// <summary>The first fault in a command; null for one that may be sent.</summary>
    public static CommandFault? In(OrderCommand command) =>
        string.IsNullOrWhiteSpace(command.GoogleOrderNumber)
            ? new(nameof(command.GoogleOrderNumber), "must not be empty")
            : command switch
            {
                ChargeOrderRequest charge => InAmount(charge.Amount),
                ChargeAndShipOrderRequest charge => InAmount(charge.Amount) ?? InShipment(charge),
                RefundOrderRequest refund => InAmount(refund.Amount) ?? InReason(refund.Reason) ?? InComment(refund.Comment),
                CancelOrderRequest cancel => InReason(cancel.Reason) ?? InComment(cancel.Comment),
                CancelItemsRequest cancel => InReason(cancel.Reason) ?? InComment(cancel.Comment),
                SendBuyerMessageRequest send => TooLong(nameof(send.Message), send.Message, OrderRules.MaxMessageLength),
                _ => null,
            };

    /// <summary>One sentence without its full stop.</summary>
    public override string ToString() => $"{Property} {Fault}";

    private static CommandFault? InAmount(Money? amount) => amount is { IsWholeMinorUnits: false } money
        ? new("Amount", $"has a fraction of the smallest unit of {money.Currency}")
        : null;

    private static CommandFault? InShipment(ChargeAndShipOrderRequest charge) =>
        charge is { TrackingDataList.Count: > 0, ItemShippingInformationList.Count: > 0 }
            ? new(nameof(charge.ItemShippingInformationList), $"may not be used together with {nameof(charge.TrackingDataList)}")
            : null;

    private static CommandFault? InReason(string? reason) => string.IsNullOrWhiteSpace(reason)
        ? new("Reason", "must not be empty")
        : TooLong("Reason", reason, OrderRules.MaxReasonLength);

    private static CommandFault? InComment(string? comment) => TooLong("Comment", comment, OrderRules.MaxCommentLength);

    private static CommandFault? TooLong(string property, string? text, int maxLength) => text?.Length > maxLength
        ? new(property, $"may have at most {maxLength} characters")
        : null;
}
