namespace GoogleCheckout.Sandbox.Pages;

/// <summary>The paths of the pages, as the service had them where they are known.</summary>
internal static class PageUrls
{
    public const string Style = "/style.css";
    public const string Purchases = "/checkout/view/purchases";
    public const string PlaceOrder = "/checkout/view/buy";
    public const string PlaceDonation = "/checkout/view/donations/buy";
    public const string Confirmation = "/checkout/view/confirmation";
    public const string Receipt = "/checkout/view/receipt";
    public const string CancelOrder = "/checkout/view/cancel";
    public const string ReplaceCard = "/checkout/view/updateCreditCard";

    public const string MerchantCenter = "/sell/";
    public const string SignIn = "/sell/sign-in";
    public const string SignOut = "/sell/sign-out";
    public const string Inbox = "/sell/orders";
    public const string OrderFile = "/sell/orders/csv";
    public const string Order = "/sell/order";
    public const string Console = "/sell/console";
    public const string ConsoleMessage = "/sell/console/message";
    public const string Clock = "/sell/clock";
    public const string Faults = "/sell/faults";
    public const string RemoveFault = "/sell/faults/remove";
    public const string Settings = "/sell/settings";

    /// <summary>The parameter of the list of purchases with a merchant's id.</summary>
    public const string SellerParameter = "seller";

    /// <summary>The parameter of the receipt with the order number.</summary>
    public const string OrderParameter = "t";

    /// <summary>Returns the path of an order's page.</summary>
    public static string OfOrder(string page, string googleOrderNumber) => $"{page}?{OrderParameter}={Uri.EscapeDataString(googleOrderNumber)}";
}
