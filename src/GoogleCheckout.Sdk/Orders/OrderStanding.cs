using GoogleCheckout.Carts;

namespace GoogleCheckout.Orders;

/// <summary>How an order stands, as far as it decides which commands are allowed; see <see cref="OrderRules"/>.</summary>
public sealed record OrderStanding
{
    /// <summary>Where the order stands with its money.</summary>
    public required FinancialOrderState FinancialOrderState { get; init; }

    /// <summary>Where the order stands with its delivery.</summary>
    public required FulfillmentOrderState FulfillmentOrderState { get; init; }

    /// <summary>What the buyer is to pay in all.</summary>
    public required Money OrderTotal { get; init; }

    /// <summary>What has been charged.</summary>
    public required Money TotalChargeAmount { get; init; }

    /// <summary>What has been given back.</summary>
    public required Money TotalRefundAmount { get; init; }

    /// <summary>What the buyer had taken back by the bank.</summary>
    public required Money TotalChargebackAmount { get; init; }

    /// <summary>What was ordered; null where it is not known, and then any item id is accepted.</summary>
    public ShoppingCart? ShoppingCart { get; init; }

    /// <summary>What is left to charge, whatever the state; never negative.</summary>
    /// <exception cref="InvalidOperationException">The amounts are in different currencies.</exception>
    public Money Uncharged => NotNegative(OrderTotal - TotalChargeAmount);

    /// <summary>What is left to refund, whatever the state; never negative.</summary>
    /// <exception cref="InvalidOperationException">The amounts are in different currencies.</exception>
    /// <remarks>Money that a chargeback took cannot be given back once more: nothing is known of the service here, this is our reading.</remarks>
    public Money Unrefunded => NotNegative(TotalChargeAmount - TotalRefundAmount - TotalChargebackAmount);

    /// <summary>How an order stands by its summary.</summary>
    /// <param name="order">The order, best from a fresh report: the summary in a notification is of that moment.</param>
    public static OrderStanding Of(OrderSummary order)
    {
        _ = order ?? throw new ArgumentNullException(nameof(order));
        return new OrderStanding
        {
            FinancialOrderState = order.FinancialOrderState,
            FulfillmentOrderState = order.FulfillmentOrderState,
            OrderTotal = order.OrderTotal,
            TotalChargeAmount = order.TotalChargeAmount,
            TotalRefundAmount = order.TotalRefundAmount,
            TotalChargebackAmount = order.TotalChargebackAmount,
            ShoppingCart = order.ShoppingCart,
        };
    }

    private static Money NotNegative(Money money) => money.Amount < 0 ? money with { Amount = 0 } : money;
}
