using MerchantStore.Calculations;
using MerchantStore.Codes;
using MerchantStore.Mail;
using MerchantStore.Messages;
using MerchantStore.Orders;

namespace MerchantStore.Settings;

/// <summary>
/// The settings of the store, which are at the root of the configuration. All code reads them here, with <c>IOptionsMonitor</c>: a change counts without a restart.
/// <see cref="SettingFields"/> are the same settings on the settings page.
/// </summary>
internal sealed class StoreOptions
{
    /// <summary>The currency of all prices, that of the account at Google Checkout.</summary>
    public string Currency { get; set => field = value.ToUpperInvariant(); } = "USD";

    /// <summary>The beginning of the shop's order numbers.</summary>
    public string OrderPrefix { get; set; } = "T-";

    /// <summary>The address at which Google Checkout reaches the store; null for the one where it listens.</summary>
    public Uri? PublicUrl { get; set; }

    /// <summary>Whether an order is canceled if its merchant calculation failed.</summary>
    public bool CancelFailedCalculations { get; set; }

    public CalculationOptions Calculations { get; } = new();

    public CodeOptions Codes { get; } = new();

    /// <summary>Whether orders that meet the conditions of <see cref="Charge"/> are charged automatically.</summary>
    public bool AutoCharge { get; set; }

    public ChargeOptions Charge { get; } = new();

    public ShopStatusMap ShopStatus { get; } = new();

    public MailOptions Mail { get; } = new();

    public MessageLogOptions MessageLog { get; } = new();
}
