using GoogleCheckout.Orders;
using MerchantStore.Data;

namespace MerchantStore.Orders;

/// <summary>The section <c>ShopStatus</c> of the configuration: the shop's own status for each state of Google Checkout, for example <c>CHARGED: Complete</c>.</summary>
/// <remarks>An order stores its status. After a change of the section it keeps it until its next notification.</remarks>
internal sealed class ShopStatusMap
{
    public ShopStatus Reviewing { get; set; } = ShopStatus.New;

    public ShopStatus Chargeable { get; set; } = ShopStatus.Queued;

    public ShopStatus Charging { get; set; } = ShopStatus.Queued;

    public ShopStatus Charged { get; set; } = ShopStatus.Processed;

    /// <summary>The status of a charged order that is shipped.</summary>
    public ShopStatus Delivered { get; set; } = ShopStatus.Complete;

    [ConfigurationKeyName("PAYMENT_DECLINED")]
    public ShopStatus PaymentDeclined { get; set; } = ShopStatus.Failed;

    public ShopStatus Cancelled { get; set; } = ShopStatus.Cancelled;

    [ConfigurationKeyName("CANCELLED_BY_GOOGLE")]
    public ShopStatus CancelledByGoogle { get; set; } = ShopStatus.Cancelled;

    public ShopStatus Get(Order order) => order.FinancialState switch
    {
        FinancialOrderState.Charged when order.FulfillmentState == FulfillmentOrderState.Delivered => Delivered,
        FinancialOrderState.Chargeable => Chargeable,
        FinancialOrderState.Charging => Charging,
        FinancialOrderState.Charged => Charged,
        FinancialOrderState.PaymentDeclined => PaymentDeclined,
        FinancialOrderState.Cancelled => Cancelled,
        FinancialOrderState.CancelledByGoogle => CancelledByGoogle,
        _ => Reviewing,
    };
}
