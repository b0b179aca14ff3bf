using GoogleCheckout.Orders;

namespace GoogleCheckout.Outbox;

/// <summary>Finds what is wrong with a command for any order, before it is recorded.</summary>
internal static class CommandValidator
{
    // An order that allows each command. The rules check its texts and amounts first.
    private static readonly OrderStatus AnyOrder = new()
    {
        FinancialOrderState = FinancialOrderState.Chargeable,
        FulfillmentOrderState = FulfillmentOrderState.New,
        OrderTotal = default,
        TotalChargeAmount = default,
        TotalRefundAmount = default,
        TotalChargebackAmount = default,
    };

    /// <returns>The error, without a period; null if the command can be right for an order.</returns>
    public static string? GetError(OrderCommand command) => command switch
    {
        ChargeOrderRequest { Amount: { } amount } => GetAmountError(amount),
        RefundOrderRequest refund => refund.Amount is { } amount && GetAmountError(amount) is { } error ? error : GetTextError(refund.GoogleOrderNumber, refund.Reason, refund.Comment),
        CancelOrderRequest cancel => GetTextError(cancel.GoogleOrderNumber, cancel.Reason, cancel.Comment),
        ShipItemsRequest { ItemShippingInformationList.Count: 0 } => $"{nameof(ShipItemsRequest.ItemShippingInformationList)} must not be empty",
        _ => null,
    };

    private static string? GetAmountError(Money amount) =>
        amount.Currency.Length == 0 ? "Amount needs a currency"
        : amount.Amount <= 0 ? "Amount must be more than zero"
        : !amount.IsWholeMinorUnits ? "Amount has a fraction of the currency's smallest unit; round it to the amount shown to the buyer"
        : null;

    // A cancellation has the same texts as a refund, and the order allows it.
    private static string? GetTextError(string orderNumber, string reason, string? comment) =>
        OrderRules.GetRejectionReason(new CancelOrderRequest { GoogleOrderNumber = orderNumber, Reason = reason, Comment = comment }, AnyOrder);
}
