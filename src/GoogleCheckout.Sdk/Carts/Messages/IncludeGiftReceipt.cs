namespace GoogleCheckout.Carts;

/// <summary>Whether the parcel should hold a receipt without prices, in words; the schema has plain text here, element <c>include-gift-receipt</c>.</summary>
public sealed record IncludeGiftReceipt : BuyerMessage;
