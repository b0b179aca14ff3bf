using GoogleCheckout.Orders;
using MerchantStore.Data;

namespace MerchantStore.Orders;

/// <summary>The shop's own status for the states of Google Checkout. The configuration section ShopStatus replaces single ones, for example <c>CHARGED: Complete</c>.</summary>
internal sealed class ShopStatusMap
{
    public const string Section = "ShopStatus";

    // The state of a charged order that is shipped.
    private const string Delivered = "DELIVERED";

    private readonly Dictionary<string, ShopStatus> _statuses = new(StringComparer.OrdinalIgnoreCase)
    {
        ["REVIEWING"] = ShopStatus.New,
        ["CHARGEABLE"] = ShopStatus.Queued,
        ["CHARGING"] = ShopStatus.Queued,
        ["CHARGED"] = ShopStatus.Processed,
        [Delivered] = ShopStatus.Complete,
        ["PAYMENT_DECLINED"] = ShopStatus.Failed,
        ["CANCELLED"] = ShopStatus.Cancelled,
        ["CANCELLED_BY_GOOGLE"] = ShopStatus.Cancelled,
    };

    /// <exception cref="InvalidOperationException">The section has an unknown state or status.</exception>
    public ShopStatusMap(IConfiguration configuration)
    {
        foreach (var setting in configuration.GetSection(Section).GetChildren())
        {
            if (!_statuses.ContainsKey(setting.Key))
            {
                throw new InvalidOperationException($"The setting {setting.Path} is for an unknown state. The states are {string.Join(", ", _statuses.Keys)}.");
            }

            _statuses[setting.Key] = Enum.TryParse<ShopStatus>(setting.Value, ignoreCase: true, out var status) && Enum.IsDefined(status)
                ? status
                : throw new InvalidOperationException($"The setting {setting.Path} is no status of the shop. Set it to one of {string.Join(", ", Enum.GetNames<ShopStatus>())}.");
        }
    }

    public ShopStatus Get(Order order) => _statuses[order.FinancialState switch
    {
        FinancialOrderState.Charged when order.FulfillmentState == FulfillmentOrderState.Delivered => Delivered,
        FinancialOrderState.Chargeable => "CHARGEABLE",
        FinancialOrderState.Charging => "CHARGING",
        FinancialOrderState.Charged => "CHARGED",
        FinancialOrderState.PaymentDeclined => "PAYMENT_DECLINED",
        FinancialOrderState.Cancelled => "CANCELLED",
        FinancialOrderState.CancelledByGoogle => "CANCELLED_BY_GOOGLE",
        _ => "REVIEWING",
    }];
}
