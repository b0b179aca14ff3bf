namespace MerchantStore.Orders;

/// <summary>The reasons to choose from. The buyer reads them in Google Checkout's e-mail.</summary>
internal static class Reasons
{
    public static IReadOnlyList<string> Refund { get; } = ["Item returned", "Item arrived damaged", "Item not available", "Order arrived late", "Wrong price or shipping cost", "Goodwill", "Other"];

    public static IReadOnlyList<string> Cancel { get; } = ["Buyer asked for it", "Item not available", "Address cannot be delivered to", "Payment declined", "Ordered twice", "Suspected fraud", "Other"];
}
