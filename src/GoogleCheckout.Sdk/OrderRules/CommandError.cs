namespace GoogleCheckout.Orders;

/// <summary>What is wrong with a command by itself, whatever order it is for.</summary>
/// <param name="Property">The property at fault.</param>
/// <param name="Fault">What is wrong with it, as the end of a sentence that the property begins.</param>
internal readonly record struct CommandError(string Property, string Fault)
{
    /// <summary>The first fault in a command; null for one that may be sent.</summary>
    /// <param name="command">The command.</param>
    /// <param name="maxMessageLength">How long a message to a buyer may be, in characters: sources differ.</param>
    public static CommandError? In(OrderCommand command, int maxMessageLength) =>
        InText(nameof(command.GoogleOrderNumber), command.GoogleOrderNumber, int.MaxValue) ?? command switch
        {
            ChargeOrderRequest charge => InAmount(charge.Amount),
            ChargeAndShipOrderRequest charge => InAmount(charge.Amount) ?? InShipment(charge),
            RefundOrderRequest refund => InReason(refund.Reason) ?? InAmount(refund.Amount) ?? InComment(refund.Comment),
            CancelOrderRequest cancel => InReason(cancel.Reason) ?? InComment(cancel.Comment),
            CancelItemsRequest cancel => InReason(cancel.Reason) ?? InComment(cancel.Comment),
            SendBuyerMessageRequest send => TooLong(nameof(send.Message), send.Message, maxMessageLength),
            _ => null,
        };

    /// <summary>One sentence without its full stop.</summary>
    public override string ToString() => $"{Property} {Fault}";

    private static CommandError? InAmount(Money? amount) => amount switch
    {
        { Currency.Length: 0 } => new("Amount", "needs a currency"),
        { IsWholeMinorUnits: false } => new("Amount", "has a fraction of the currency's smallest unit; round it as the buyer was told"),
        _ => null,
    };

    private static CommandError? InShipment(ChargeAndShipOrderRequest charge) =>
        charge is { TrackingDataList.Count: > 0, ItemShippingInformationList.Count: > 0 }
            ? new(nameof(charge.TrackingDataList), $"and {nameof(charge.ItemShippingInformationList)} may not both be given: track the order or its items")
            : null;

    private static CommandError? InReason(string? reason) => InText("Reason", reason, OrderRules.MaxReasonLength);

    private static CommandError? InComment(string? comment) => TooLong("Comment", comment, OrderRules.MaxCommentLength);

    private static CommandError? InText(string property, string? text, int longest) =>
        string.IsNullOrWhiteSpace(text) ? new(property, "may not be empty") : TooLong(property, text, longest);

    // A character outside the basic plane is two in .NET, and one to the service.
    private static CommandError? TooLong(string property, string? text, int longest) =>
        text is not null && text.Length > longest && text.Count(character => !char.IsLowSurrogate(character)) > longest
            ? new(property, $"may have at most {longest} characters")
            : null;
}
