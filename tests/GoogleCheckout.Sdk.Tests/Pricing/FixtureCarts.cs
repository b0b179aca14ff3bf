using GoogleCheckout.Calculations;

namespace GoogleCheckout.Carts;

/// <summary>Carts and their parts for tests of prices.</summary>
internal static class FixtureCarts
{
    public static readonly Address California = new() { Address1 = "1 Leaf Street", Region = "CA", PostalCode = "94043", CountryCode = "US" };

    public static readonly Address London = new() { Address1 = "1 Leaf Street", PostalCode = "SW1A 1AA", CountryCode = "GB" };

    public static readonly MerchantCalculations TakesCodes = new()
    {
        MerchantCalculationsUrl = "https://shop.example/calculations",
        AcceptMerchantCoupons = true,
        AcceptGiftCertificates = true,
    };

    public static CheckoutShoppingCart Cart(IReadOnlyList<Item> items, MerchantCheckoutFlowSupport? flow = null) =>
        new() { ShoppingCart = new ShoppingCart { Items = items }, CheckoutFlowSupport = flow };

    public static Item Item(decimal price, int quantity = 1, string? table = null, string currency = "USD") => new()
    {
        ItemName = "Tea",
        ItemDescription = "A tin of tea.",
        UnitPrice = new Money(price, currency),
        Quantity = quantity,
        TaxTableSelector = table,
    };

    public static Item DigitalItem(decimal price) => Item(price) with { DigitalContent = new DigitalContent { EmailDelivery = true } };

    public static Money Usd(decimal amount) => new(amount, "USD");

    public static FlatRateShipping Parcel(decimal price = 7.50m, ShippingRestrictions? restrictions = null, string currency = "USD") =>
        new() { Name = "Parcel", Price = new Money(price, currency), ShippingRestrictions = restrictions };

    public static USStateArea State(string state) => new() { State = state };

    public static DefaultTaxRule Rule(decimal rate, Area area, bool shippingTaxed = false) => new() { Rate = rate, TaxArea = area, ShippingTaxed = shippingTaxed };

    public static AlternateTaxTable Table(string name, bool standalone, params (decimal Rate, Area Area)[] rules) => new()
    {
        Name = name,
        Standalone = standalone,
        AlternateTaxRules = [.. rules.Select(rule => new AlternateTaxRule { Rate = rule.Rate, TaxArea = rule.Area })],
    };

    public static TaxTables Tables(params DefaultTaxRule[] rules) => new() { DefaultTaxTable = new DefaultTaxTable { TaxRules = rules } };

    public static RoundingPolicy Rounding(RoundingMode mode, RoundingRule rule) => new() { Mode = mode, Rule = rule };

    public static CouponResult Coupon(string code, decimal worth) => new() { Code = code, Valid = true, CalculatedAmount = Usd(worth), Message = "Thank you." };

    public static GiftCertificateResult Certificate(string code, decimal worth) => new() { Code = code, Valid = true, CalculatedAmount = Usd(worth), Message = "Thank you." };
}
