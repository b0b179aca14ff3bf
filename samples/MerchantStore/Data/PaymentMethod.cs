namespace MerchantStore.Data;

/// <summary>How the buyer pays.</summary>
internal enum PaymentMethod
{
    GoogleCheckout,
    Invoice,
}
