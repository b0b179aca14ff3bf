namespace GoogleCheckout.Carts;

/// <summary>The buyer's request for a receipt without prices in the parcel. The schema defines plain text: element <c>include-gift-receipt</c>.</summary>
public sealed record IncludeGiftReceipt : BuyerMessage;
