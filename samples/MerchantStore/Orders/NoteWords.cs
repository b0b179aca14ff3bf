using GoogleCheckout.Carts;

namespace MerchantStore.Orders;

/// <summary>The buyer's notes, each with its kind if it is more than a note.</summary>
internal static class NoteWords
{
    public static string Get(BuyerMessage note) => note switch
    {
        IncludeGiftReceipt => $"Put a receipt without prices into the parcel. {note.Text}".TrimEnd(),
        GiftMessage { From: { } from, To: { } to } => $"Gift message from {from} to {to}: {note.Text}",
        GiftMessage => $"Gift message: {note.Text}",
        DeliveryInstructions => $"For the carrier: {note.Text}",
        _ => note.Text,
    };
}
