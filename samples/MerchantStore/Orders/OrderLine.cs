using GoogleCheckout;
using GoogleCheckout.Orders;

namespace MerchantStore.Orders;

/// <summary>An order in the list of orders: no buyer, no address.</summary>
internal sealed record OrderLine(
    string GoogleOrderNumber,
    string? ShopOrderNumber,
    DateTimeOffset? PlacedAt,
    FinancialOrderState FinancialState,
    FulfillmentOrderState FulfillmentState,
    Money Total,
    Money Charged,
    Money Refunded,
    bool Archived);
