namespace GoogleCheckout.Carts;

/// <summary>Known values of <see cref="UrlParameter.Type"/>.</summary>
public static class UrlParameterTypes
{
    /// <summary>The service's ID of the buyer.</summary>
    public const string BuyerId = "buyer-id";

    /// <summary>The order number that the service assigned.</summary>
    public const string OrderId = "order-id";

    /// <summary>The price of all items.</summary>
    public const string OrderSubtotal = "order-subtotal";

    /// <summary>The price of all items, plus tax.</summary>
    public const string OrderSubtotalPlusTax = "order-subtotal-plus-tax";

    /// <summary>The price of all items, plus shipping.</summary>
    public const string OrderSubtotalPlusShipping = "order-subtotal-plus-shipping";

    /// <summary>The total that the buyer pays.</summary>
    public const string OrderTotal = "order-total";

    /// <summary>The tax.</summary>
    public const string TaxAmount = "tax-amount";

    /// <summary>The cost of shipping.</summary>
    public const string ShippingAmount = "shipping-amount";

    /// <summary>The total discount from coupons.</summary>
    public const string CouponAmount = "coupon-amount";

    /// <summary>The city of the billing address.</summary>
    public const string BillingCity = "billing-city";

    /// <summary>The state or province of the billing address.</summary>
    public const string BillingRegion = "billing-region";

    /// <summary>The postal code of the billing address.</summary>
    public const string BillingPostalCode = "billing-postal-code";

    /// <summary>The country of the billing address.</summary>
    public const string BillingCountryCode = "billing-country-code";

    /// <summary>The city of the shipping address.</summary>
    public const string ShippingCity = "shipping-city";

    /// <summary>The state or province of the shipping address.</summary>
    public const string ShippingRegion = "shipping-region";

    /// <summary>The postal code of the shipping address.</summary>
    public const string ShippingPostalCode = "shipping-postal-code";

    /// <summary>The country of the shipping address.</summary>
    public const string ShippingCountryCode = "shipping-country-code";
}
