using Microsoft.AspNetCore.Http;

namespace GoogleCheckout.Sandbox.Pages;

/// <summary>The buyer's choices on the page so far. The page sends them with each form, so the sandbox stores nothing before there is an order.</summary>
internal sealed record PlaceOrderForm
{
    /// <summary>The value of <see cref="Buyer"/> for an address that the buyer types.</summary>
    public const string OtherBuyer = "other";

    /// <summary>The value of <see cref="Action"/> that places the order; all others only calculate again.</summary>
    public const string PlaceAction = "place";

    /// <summary>The beginning of an <see cref="Action"/> that removes a code.</summary>
    public const string RemoveAction = "remove ";

    private const long OtherBuyerId = 294873009217600;
    private const int MaxCodes = 20;

    public string Action { get; init; } = string.Empty;

    /// <summary>The key of a <see cref="SavedBuyer"/>, or <see cref="OtherBuyer"/>.</summary>
    public string Buyer { get; init; } = SavedBuyer.All[0].Key;

    public string Name { get; init; } = string.Empty;

    public string Email { get; init; } = string.Empty;

    public string Phone { get; init; } = string.Empty;

    public string Address1 { get; init; } = string.Empty;

    public string Address2 { get; init; } = string.Empty;

    public string City { get; init; } = string.Empty;

    public string Region { get; init; } = string.Empty;

    public string PostalCode { get; init; } = string.Empty;

    public string Country { get; init; } = string.Empty;

    /// <summary>The selected shipping option; empty for the first one.</summary>
    public string ShippingName { get; init; } = string.Empty;

    /// <summary>The entered coupons and gift certificates, in this order.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>The number of a test card.</summary>
    public string Card { get; init; } = TestCard.Accepted.Number;

    /// <summary>The total on the page when the buyer pressed the button.</summary>
    public string ShownTotal { get; init; } = string.Empty;

    public bool EmailAllowed { get; init; }

    /// <summary>Whether the merchant gets a forwarding address in place of the buyer's e-mail address.</summary>
    public bool HidesEmail { get; init; }

    /// <summary>The parts of an address that are missing, as the page names them; empty if the address is complete.</summary>
    public IReadOnlyList<string> MissingParts => SavedBuyer.All.Any(buyer => buyer.Key == Buyer) ? [] :
    [
        .. new (string Label, string Value)[]
        {
            ("name", Name), ("e-mail", Email), ("street", Address1), ("city", City), ("region", Region), ("postal code", PostalCode), ("country", Country),
        }.Where(part => part.Value.Length == 0).Select(part => part.Label),
    ];

    /// <summary>Returns the type only: a form has the buyer's data.</summary>
    public override string ToString() => nameof(PlaceOrderForm);

    public static PlaceOrderForm Read(IFormCollection fields)
    {
        var action = Get("action");
        var removed = action.StartsWith(RemoveAction, StringComparison.Ordinal) ? action[RemoveAction.Length..] : null;
        return new PlaceOrderForm
        {
            Action = action,
            Buyer = Get("buyer"),
            Name = Get("name"),
            Email = Get("email"),
            Phone = Get("phone"),
            Address1 = Get("address1"),
            Address2 = Get("address2"),
            City = Get("city"),
            Region = Get("region"),
            PostalCode = Get("postal-code"),
            Country = Get("country").ToUpperInvariant(),
            ShippingName = Get("shipping"),
            Codes = [.. fields["codes"].Append(Get("code")).Select(code => code?.Trim() ?? string.Empty).Where(code => code.Length > 0 && code != removed).Distinct().Take(MaxCodes)],
            Card = Get("card"),
            ShownTotal = Get("shown-total"),
            EmailAllowed = Get("email-allowed").Length > 0,
            HidesEmail = Get("hide-email").Length > 0,
        };

        string Get(string field) => fields[field].ToString().Trim();
    }

    /// <summary>Returns the buyer with the choices of the form.</summary>
    public SandboxBuyer ToBuyer()
    {
        var saved = SavedBuyer.All.FirstOrDefault(buyer => buyer.Key == Buyer);
        var id = saved?.BuyerId ?? OtherBuyerId;
        var address = HideEmail(saved?.Address ?? CreateAddress(), id);
        return new SandboxBuyer
        {
            BuyerId = id,
            ShippingAddress = address,
            BillingAddress = address,
            OtherAddresses = [.. SavedBuyer.All.Where(buyer => buyer != saved).Select(buyer => buyer.Address)],
            ShippingMethod = ShippingName.Length > 0 ? ShippingName : null,
            Codes = Codes,
            Card = TestCard.All.FirstOrDefault(card => card.Number == Card) ?? TestCard.Accepted,
            EmailAllowed = EmailAllowed,
        };
    }

    private Address HideEmail(Address address, long buyerId) =>
        HidesEmail ? address with { Email = FormattableString.Invariant($"buyer-{buyerId}@forward.example.com") } : address;

    private Address CreateAddress() => new()
    {
        ContactName = Name,
        Email = Email,
        Phone = OrNull(Phone),
        Address1 = Address1,
        Address2 = OrNull(Address2),
        City = City,
        Region = Region,
        PostalCode = PostalCode,
        CountryCode = Country,
    };

    private static string? OrNull(string text) => text.Length > 0 ? text : null;
}
