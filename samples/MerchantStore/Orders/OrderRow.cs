using GoogleCheckout;
using GoogleCheckout.Orders;
using MerchantStore.Data;

namespace MerchantStore.Orders;

/// <summary>An order in the list of orders.</summary>
internal sealed record OrderRow
{
    public required string Number { get; init; }

    public string? ShopOrderNumber { get; init; }

    public PaymentMethod PaymentMethod { get; init; }

    public DateTimeOffset PlacedAt { get; init; }

    public string? BuyerName { get; init; }

    public FinancialOrderState FinancialState { get; init; }

    public FulfillmentOrderState FulfillmentState { get; init; }

    public ShopStatus Status { get; init; }

    public Money Total { get; init; }

    public Money Charged { get; init; }

    public Money Refunded { get; init; }

    public OrderToDo ToDo { get; init; }

    public string? DoubleOf { get; init; }

    public bool Archived { get; init; }

    public bool IsUnknownToGoogle { get; init; }
}
