using System.Globalization;
using GoogleCheckout;
using GoogleCheckout.Orders;
using MerchantStore.Data;

namespace MerchantStore.Orders;

/// <summary>The texts of states, times and amounts on the pages.</summary>
internal static class Words
{
    public static string InWords(this FinancialOrderState state) => state switch
    {
        FinancialOrderState.Reviewing => "under review",
        FinancialOrderState.Chargeable => "ready to charge",
        FinancialOrderState.Charging => "being charged",
        FinancialOrderState.Charged => "charged",
        FinancialOrderState.PaymentDeclined => "payment declined",
        FinancialOrderState.Cancelled => "canceled",
        FinancialOrderState.CancelledByGoogle => "canceled by Google",
        _ => "unknown",
    };

    public static string InWords(this FulfillmentOrderState state) => state switch
    {
        FulfillmentOrderState.New => "not shipped",
        FulfillmentOrderState.Processing => "being packed",
        FulfillmentOrderState.Delivered => "shipped",
        FulfillmentOrderState.WillNotDeliver => "will not be shipped",
        _ => "unknown",
    };

    public static string InWords(this ShopStatus status) => status switch
    {
        ShopStatus.New => "new",
        ShopStatus.Queued => "queued",
        ShopStatus.Processed => "processed",
        ShopStatus.Complete => "complete",
        ShopStatus.Failed => "failed",
        ShopStatus.Cancelled => "canceled",
        _ => "unknown",
    };

    public static string InWords(this AvsMatch match) => match switch
    {
        AvsMatch.AddressAndPostalCode => "address matches",
        AvsMatch.PostalCodeOnly => "only the postal code of the address matches",
        AvsMatch.AddressOnly => "only the street of the address matches",
        AvsMatch.Neither => "address does not match",
        _ => "address not checked",
    };

    public static string InWords(this CvnMatch match) => match switch
    {
        CvnMatch.Match => "security code matches",
        CvnMatch.NoMatch => "security code does not match",
        _ => "security code not checked",
    };

    /// <summary>Returns the UTC time to the second; empty if null.</summary>
    public static string InWords(this DateTimeOffset? time) => time is { } known ? known.InWords() : string.Empty;

    public static string InWords(this DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>Returns the amount with its currency, for example 12.50 USD.</summary>
    public static string InWords(this Money money) => $"{money.InDigits()} {money.Currency}";

    /// <summary>Returns the amount for a form, for example 12.50.</summary>
    public static string InDigits(this Money money) => money.Amount.ToString("0.00", CultureInfo.InvariantCulture);
}
