#pragma warning disable CA1819, CA2227, CA1002
using System.Xml.Serialization;

namespace GoogleCheckout.Benchmarks;

/// <summary>Classes as written for <see cref="XmlSerializer"/> to read the sample order: the baseline of our reader.</summary>
[XmlRoot("new-order-notification", Namespace = Ns)]
public class SerializedOrder
{
    /// <summary>The protocol's namespace.</summary>
    public const string Ns = "http://checkout.google.com/schema/2";

    [XmlAttribute("serial-number")]
    public string? SerialNumber { get; set; }

    [XmlElement("google-order-number")]
    public string? GoogleOrderNumber { get; set; }

    [XmlElement("buyer-shipping-address")]
    public SerializedAddress? BuyerShippingAddress { get; set; }

    [XmlElement("buyer-billing-address")]
    public SerializedAddress? BuyerBillingAddress { get; set; }

    [XmlElement("buyer-id")]
    public long BuyerId { get; set; }

    [XmlElement("fulfillment-order-state")]
    public SerializedFulfillmentState FulfillmentOrderState { get; set; }

    [XmlElement("financial-order-state")]
    public SerializedFinancialState FinancialOrderState { get; set; }

    [XmlElement("shopping-cart")]
    public SerializedCart? ShoppingCart { get; set; }

    [XmlElement("order-adjustment")]
    public SerializedAdjustment? OrderAdjustment { get; set; }

    [XmlElement("order-total")]
    public SerializedMoney? OrderTotal { get; set; }

    [XmlElement("buyer-marketing-preferences")]
    public SerializedPreferences? BuyerMarketingPreferences { get; set; }

    [XmlElement("timestamp")]
    public DateTime Timestamp { get; set; }
}

public class SerializedAddress
{
    [XmlElement("contact-name")]
    public string? ContactName { get; set; }

    [XmlElement("email")]
    public string? Email { get; set; }

    [XmlElement("phone")]
    public string? Phone { get; set; }

    [XmlElement("fax")]
    public string? Fax { get; set; }

    [XmlElement("company-name")]
    public string? CompanyName { get; set; }

    [XmlElement("address1")]
    public string? Address1 { get; set; }

    [XmlElement("address2")]
    public string? Address2 { get; set; }

    [XmlElement("city")]
    public string? City { get; set; }

    [XmlElement("region")]
    public string? Region { get; set; }

    [XmlElement("postal-code")]
    public string? PostalCode { get; set; }

    [XmlElement("country-code")]
    public string? CountryCode { get; set; }
}

public class SerializedCart
{
    [XmlElement("cart-expiration")]
    public SerializedExpiration? CartExpiration { get; set; }

    [XmlElement("merchant-private-data")]
    public SerializedPrivateData? MerchantPrivateData { get; set; }

    [XmlArray("items")]
    [XmlArrayItem("item")]
    public List<SerializedItem>? Items { get; set; }
}

public class SerializedExpiration
{
    [XmlElement("good-until-date")]
    public DateTime GoodUntilDate { get; set; }
}

public class SerializedPrivateData
{
    [XmlAnyElement]
    public System.Xml.XmlElement[]? Any { get; set; }
}

public class SerializedItem
{
    [XmlElement("merchant-item-id")]
    public string? MerchantItemId { get; set; }

    [XmlElement("item-name")]
    public string? ItemName { get; set; }

    [XmlElement("item-description")]
    public string? ItemDescription { get; set; }

    [XmlElement("quantity")]
    public int Quantity { get; set; }

    [XmlElement("tax-table-selector")]
    public string? TaxTableSelector { get; set; }

    [XmlElement("unit-price")]
    public SerializedMoney? UnitPrice { get; set; }

    [XmlElement("merchant-private-item-data")]
    public SerializedPrivateData? MerchantPrivateItemData { get; set; }
}

public class SerializedMoney
{
    [XmlAttribute("currency")]
    public string? Currency { get; set; }

    [XmlText]
    public decimal Value { get; set; }
}

public class SerializedAdjustment
{
    [XmlElement("merchant-calculation-successful")]
    public bool MerchantCalculationSuccessful { get; set; }

    [XmlArray("merchant-codes")]
    [XmlArrayItem("coupon-adjustment", typeof(SerializedCode))]
    public List<SerializedCode>? MerchantCodes { get; set; }

    [XmlElement("total-tax")]
    public SerializedMoney? TotalTax { get; set; }

    [XmlElement("shipping")]
    public SerializedShipping? Shipping { get; set; }

    [XmlElement("adjustment-total")]
    public SerializedMoney? AdjustmentTotal { get; set; }
}

public class SerializedCode
{
    [XmlElement("applied-amount")]
    public SerializedMoney? AppliedAmount { get; set; }

    [XmlElement("calculated-amount")]
    public SerializedMoney? CalculatedAmount { get; set; }

    [XmlElement("code")]
    public string? Code { get; set; }

    [XmlElement("message")]
    public string? Message { get; set; }
}

public class SerializedShipping
{
    [XmlElement("merchant-calculated-shipping-adjustment")]
    public SerializedShippingAdjustment? MerchantCalculated { get; set; }
}

public class SerializedShippingAdjustment
{
    [XmlElement("shipping-name")]
    public string? ShippingName { get; set; }

    [XmlElement("shipping-cost")]
    public SerializedMoney? ShippingCost { get; set; }
}

public class SerializedPreferences
{
    [XmlElement("email-allowed")]
    public bool EmailAllowed { get; set; }
}

public enum SerializedFulfillmentState
{
    [XmlEnum("NEW")]
    New,
    [XmlEnum("PROCESSING")]
    Processing,
    [XmlEnum("DELIVERED")]
    Delivered,
    [XmlEnum("WILL_NOT_DELIVER")]
    WillNotDeliver,
}

public enum SerializedFinancialState
{
    [XmlEnum("REVIEWING")]
    Reviewing,
    [XmlEnum("CHARGEABLE")]
    Chargeable,
    [XmlEnum("CHARGING")]
    Charging,
    [XmlEnum("CHARGED")]
    Charged,
    [XmlEnum("PAYMENT_DECLINED")]
    PaymentDeclined,
    [XmlEnum("CANCELLED_BY_GOOGLE")]
    CancelledByGoogle,
    [XmlEnum("CANCELLED")]
    Cancelled,
}
