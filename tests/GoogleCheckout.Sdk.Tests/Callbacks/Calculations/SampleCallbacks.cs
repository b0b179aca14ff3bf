using GoogleCheckout.Carts;

namespace GoogleCheckout.Calculations;

/// <summary>Creates calculation requests for tests.</summary>
internal static class SampleCallbacks
{
    public static MerchantCalculationCallback Of(string[] addresses, string[] methods, string[] codes, bool? tax = true, params Money[] prices) => new()
    {
        SerialNumber = "85f54628-538a-44fc-8605-ae62364f6c71",
        BuyerLanguage = "en_US",
        ShoppingCart = new ShoppingCart
        {
            Items = [.. prices.Select(price => new Item { ItemName = "Tea", ItemDescription = "Green", UnitPrice = price, Quantity = 2 })],
        },
        Calculate = new Calculate
        {
            Addresses = [.. addresses.Select(id => new AnonymousAddress { Id = id, CountryCode = "US", Region = "CA", City = "Mountain View", PostalCode = "94043" })],
            Shipping = [.. methods.Select(name => new Method { Name = name })],
            MerchantCodeStrings = [.. codes.Select(code => new MerchantCodeString { Code = code })],
            Tax = tax,
        },
    };

    /// <summary>A request for two addresses, two shipping methods, a code and tax, for a cart of 20 USD.</summary>
    public static MerchantCalculationCallback Usual() => Of(["a1", "a2"], ["Parcel", "Overnight"], ["TEA5"], true, Usd(10m));

    public static Money Usd(decimal amount) => new(amount, "USD");
}
