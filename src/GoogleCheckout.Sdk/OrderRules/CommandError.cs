using GoogleCheckout.Xml;

namespace GoogleCheckout.Orders;

/// <summary>An error in a command that does not depend on the order.</summary>
/// <param name="Property">The invalid property, with its path if it is part of another one: <c>TrackingDataList[1].Carrier</c>.</param>
/// <param name="Reason">The error, as the end of a sentence that begins with the property.</param>
internal readonly record struct CommandError(string Property, string Reason)
{
    /// <summary>Returns the first error in a command; null if the command is valid.</summary>
    public static CommandError? Find(OrderCommand command) =>
        ValidateText(nameof(command.GoogleOrderNumber), command.GoogleOrderNumber) ?? command switch
        {
            ChargeOrderRequest charge => ValidateAmount(charge.Amount),
            ChargeAndShipOrderRequest charge => ValidateAmount(charge.Amount) ?? ValidateShipment(charge),
            RefundOrderRequest refund => ValidateReason(refund.Reason) ?? ValidateAmount(refund.Amount) ?? ValidateComment(refund.Comment),
            CancelOrderRequest cancel => ValidateReason(cancel.Reason) ?? ValidateComment(cancel.Comment),
            CancelItemsRequest cancel => ValidateReason(cancel.Reason) ?? ValidateComment(cancel.Comment),
            SendBuyerMessageRequest send => ValidateLength(nameof(send.Message), send.Message, OrderRules.MaxMessageLength),
            _ => null,
        };

    /// <summary>Returns the error of a text that must not be empty; null if it is valid.</summary>
    public static CommandError? ValidateText(string property, string? text, int maxLength = int.MaxValue) =>
        string.IsNullOrWhiteSpace(text) ? new(property, "must not be empty") : ValidateLength(property, text, maxLength);

    /// <summary>Returns one sentence without a period.</summary>
    public override string ToString() => $"{Property} {Reason}";

    private static CommandError? ValidateAmount(Money? amount) => amount switch
    {
        { Currency.Length: 0 } => new("Amount", "needs a currency"),
        { IsWholeMinorUnits: false } => new("Amount", "has a fraction of the currency's smallest unit; round it to the amount shown to the buyer"),
        _ => null,
    };

    private static CommandError? ValidateShipment(ChargeAndShipOrderRequest charge) =>
        charge is { TrackingDataList.Count: > 0, ItemShippingInformationList.Count: > 0 }
            ? new(nameof(charge.TrackingDataList), $"and {nameof(charge.ItemShippingInformationList)} must not both be set: track the order or its items")
            : null;

    private static CommandError? ValidateReason(string? reason) => ValidateText("Reason", reason, OrderRules.MaxReasonLength);

    private static CommandError? ValidateComment(string? comment) => ValidateLength("Comment", comment, OrderRules.MaxCommentLength);

    private static CommandError? ValidateLength(string property, string? text, int maxLength) =>
        text is not null && TextLength.Exceeds(text, maxLength) ? new(property, $"must have at most {maxLength} characters") : null;
}
