using GoogleCheckout.Notifications;

namespace GoogleCheckout.Sandbox.Orders;

/// <summary>The buyer of one order and the card that pays for it.</summary>
internal sealed record Buyer
{
    public required long BuyerId { get; init; }

    public required Address ShippingAddress { get; init; }

    public required Address BillingAddress { get; init; }

    public required bool EmailAllowed { get; init; }

    public required TestCard Card { get; init; }

    /// <summary>The age of the buyer's account in days, as reported in the risk information.</summary>
    public int AccountAgeInDays { get; init; } = 2;

    /// <summary>The IP address of the buyer. The default is in the range reserved for documentation.</summary>
    public string IpAddress { get; init; } = "192.0.2.10";

    public override string ToString() => nameof(Buyer);

    /// <summary>Creates the buyer from the choices of a test.</summary>
    /// <exception cref="ArgumentException">An address lacks a part that every notification contains.</exception>
    public static Buyer From(SandboxBuyer buyer) => new()
    {
        BuyerId = buyer.BuyerId,
        ShippingAddress = EnsureComplete(buyer.ShippingAddress, nameof(buyer.ShippingAddress)),
        BillingAddress = EnsureComplete(buyer.BillingAddress, nameof(buyer.BillingAddress)),
        EmailAllowed = buyer.EmailAllowed,
        Card = buyer.Card,
    };

    /// <summary>Creates the buyer of an order from its notification.</summary>
    /// <param name="order">The notification.</param>
    /// <param name="card">The card, which no notification contains.</param>
    public static Buyer From(NewOrderNotification order, TestCard card) => new()
    {
        BuyerId = order.BuyerId!.Value,
        ShippingAddress = order.BuyerShippingAddress!,
        BillingAddress = order.BuyerBillingAddress!,
        EmailAllowed = order.BuyerMarketingPreferences?.EmailAllowed == true,
        Card = card,
    };

    /// <summary>Returns the address if it has the parts that every notification contains, and XML can contain them.</summary>
    /// <exception cref="ArgumentException">A part is missing, or contains a character that XML does not allow.</exception>
    public static Address EnsureComplete(Address address, string name)
    {
        if (address is not null)
        {
            EnsureValidText(address, name);
        }

        return address is { Address1: not null, City: not null, Region: not null, PostalCode: not null, CountryCode: not null }
            ? address
            : throw new ArgumentException($"{name} needs {nameof(Address.Address1)}, {nameof(Address.City)}, {nameof(Address.Region)}, {nameof(Address.PostalCode)} and {nameof(Address.CountryCode)}.");
    }

    private static void EnsureValidText(Address address, string name)
    {
        XmlCharacters.EnsureValid(address.ContactName, $"{name}.{nameof(Address.ContactName)}");
        XmlCharacters.EnsureValid(address.StructuredName?.FirstName, $"{name}.{nameof(Address.StructuredName)}.{nameof(StructuredName.FirstName)}");
        XmlCharacters.EnsureValid(address.StructuredName?.LastName, $"{name}.{nameof(Address.StructuredName)}.{nameof(StructuredName.LastName)}");
        XmlCharacters.EnsureValid(address.CompanyName, $"{name}.{nameof(Address.CompanyName)}");
        XmlCharacters.EnsureValid(address.Email, $"{name}.{nameof(Address.Email)}");
        XmlCharacters.EnsureValid(address.Phone, $"{name}.{nameof(Address.Phone)}");
        XmlCharacters.EnsureValid(address.Fax, $"{name}.{nameof(Address.Fax)}");
        XmlCharacters.EnsureValid(address.Address1, $"{name}.{nameof(Address.Address1)}");
        XmlCharacters.EnsureValid(address.Address2, $"{name}.{nameof(Address.Address2)}");
        XmlCharacters.EnsureValid(address.City, $"{name}.{nameof(Address.City)}");
        XmlCharacters.EnsureValid(address.Region, $"{name}.{nameof(Address.Region)}");
        XmlCharacters.EnsureValid(address.PostalCode, $"{name}.{nameof(Address.PostalCode)}");
        XmlCharacters.EnsureValid(address.CountryCode, $"{name}.{nameof(Address.CountryCode)}");
    }
}
