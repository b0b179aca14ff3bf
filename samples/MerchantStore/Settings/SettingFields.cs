using MerchantStore.Data;
using MerchantStore.Mail;
using MerchantStore.Orders;
using static MerchantStore.Settings.SettingErrors;

namespace MerchantStore.Settings;

/// <summary>The settings of <see cref="StoreOptions"/> on the settings page. The store checks those in its configuration with the same rules.</summary>
internal static class SettingFields
{
    private static readonly StoreOptions Defaults = new();

    private static readonly (string, string)[] Statuses = [.. Enum.GetValues<ShopStatus>().Select(status => (status.ToString(), status.InWords()))];

    private static readonly (string, string)[] Recipients =
    [
        (nameof(MailRecipients.Both), "To the buyer and the shop"), (nameof(MailRecipients.Buyer), "To the buyer"), (nameof(MailRecipients.Shop), "To the shop"), (nameof(MailRecipients.None), "None"),
    ];

    public static IReadOnlyList<SettingGroup> Groups { get; } =
    [
        new("Shop",
        [
            new("Currency", "Currency", Defaults.Currency) { Choices = [("USD", "US dollar (USD)"), ("GBP", "Pound sterling (GBP)")], Hint = "Google Checkout accepts only the currency of the account." },
            new("OrderPrefix", "Order number prefix", Defaults.OrderPrefix) { Hint = "The shop's order numbers begin with it. Orders that were placed keep theirs.", FindError = FindPrefixError },
        ]),
        new("Calculations and codes",
        [
            new("PublicUrl", "Public address", string.Empty) { Hint = "The address at which Google Checkout reaches the store, for example https://shop.example.com/. It never follows from a request.", FindError = FindUrlError },
            new("Calculations:DefaultShippingCost", "Default shipping cost", string.Empty) { Hint = "The buyer pays it if the store does not calculate in time. Empty for the default of the store.", FindError = FindCostError },
            new("CancelFailedCalculations", "Orders whose calculation failed", "false") { Choices = [("false", "Keep them"), ("true", "Cancel them")] },
            new("Codes:SendAsItems", "Codes that were entered in the store", "true") { Choices = [("true", "Send them as items with a negative price"), ("false", "Remove them; Google Checkout asks again")] },
        ]),
        new("Automatic charge",
        [
            new("AutoCharge", "Charge automatically", "false") { Choices = [("false", "No, I charge each order"), ("true", "Yes, if all conditions are met")], Hint = "An order that does not meet them is held, and its page has the reasons." },
            new("Charge:AcceptedAvs", "Billing address (AVS)", nameof(AcceptedAvs.Full))
            {
                Choices = [(nameof(AcceptedAvs.Full), "Street and postal code must match"), (nameof(AcceptedAvs.Part), "Street or postal code must match"), (nameof(AcceptedAvs.Any), "Any result")],
            },
            new("Charge:AcceptedCvn", "Security code (CVN)", nameof(AcceptedCvn.Match)) { Choices = [(nameof(AcceptedCvn.Match), "Must match"), (nameof(AcceptedCvn.Any), "Any result")] },
            new("Charge:OnlyEligibleForProtection", "Payment guarantee", "true") { Choices = [("true", "Must cover the order"), ("false", "Not needed")], Hint = "It never covers digital goods." },
            new("Charge:MaxAmount", "Highest amount", string.Empty) { Hint = "In the currency of the store. Empty for no limit.", FindError = FindAmountError },
            new("Charge:MinBuyerAccountAge", "Age of the buyer's account, in days, at least", "0") { FindError = FindDaysError },
        ]),
        new("Status of orders",
        [
            new("ShopStatus:REVIEWING", "Under review", nameof(ShopStatus.New)) { Choices = Statuses },
            new("ShopStatus:CHARGEABLE", "Ready to charge", nameof(ShopStatus.Queued)) { Choices = Statuses },
            new("ShopStatus:CHARGING", "Being charged", nameof(ShopStatus.Queued)) { Choices = Statuses },
            new("ShopStatus:CHARGED", "Charged", nameof(ShopStatus.Processed)) { Choices = Statuses },
            new("ShopStatus:DELIVERED", "Charged and shipped", nameof(ShopStatus.Complete)) { Choices = Statuses },
            new("ShopStatus:PAYMENT_DECLINED", "Payment declined", nameof(ShopStatus.Failed)) { Choices = Statuses },
            new("ShopStatus:CANCELLED", "Canceled", nameof(ShopStatus.Cancelled)) { Choices = Statuses },
            new("ShopStatus:CANCELLED_BY_GOOGLE", "Canceled by Google", nameof(ShopStatus.Cancelled)) { Choices = Statuses },
        ], "The shop's own status for each state at Google Checkout. After a change, an order keeps its status until its next notification, or until you update it from Google Checkout."),
        new("Mails about orders",
        [
            new("Mail:Folder", "Folder", string.Empty) { Hint = "Each mail becomes a file there. Empty for no mails.", FindError = FindFolderError },
            new("Mail:From", "Sender", Defaults.Mail.From) { FindError = FindMailboxError },
            new("Mail:Shop", "Address of the shop", Defaults.Mail.Shop) { FindError = FindMailboxError },
            new("Mail:Placed", "New order", nameof(MailRecipients.Both)) { Choices = Recipients },
            new("Mail:Canceled", "Canceled order", nameof(MailRecipients.Both)) { Choices = Recipients },
            new("Mail:Declined", "Declined payment", nameof(MailRecipients.Shop)) { Choices = Recipients[2..], Hint = "Google Checkout writes to the buyer." },
        ]),
        new("Log of messages",
        [
            new("MessageLog:KeptDays", "Days to keep a message", "30") { Hint = "0 for no log.", FindError = FindDaysError },
        ]),
    ];

    /// <summary>The settings with one value for the whole store.</summary>
    public static IEnumerable<SettingField> All => Groups.SelectMany(group => group.Fields);

    /// <summary>Returns the fields of an account, without its key.</summary>
    public static IReadOnlyList<SettingField> Account(string account) =>
    [
        new(AccountSettings.Key(account, "MerchantId"), "Merchant ID", string.Empty) { FindError = FindMerchantIdError },
        new(AccountSettings.Key(account, "Environment"), "Service", AccountSettings.GetAddress(_ => null, account)) { Hint = "Production, Sandbox, or the https address of a gateway.", FindError = FindServiceError },
    ];
}
