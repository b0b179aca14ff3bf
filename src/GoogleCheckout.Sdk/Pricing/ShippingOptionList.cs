using GoogleCheckout.Carts;

namespace GoogleCheckout.Pricing;

/// <summary>Finds the shipping options of a cart that are available at an address.</summary>
internal sealed class ShippingOptionList(CheckoutShoppingCart cart, CartSelections selections)
{
    private readonly Address? _address = selections.ShippingAddress;
    private readonly NormalizedAddress? _normalized = selections.ShippingAddress is { } address ? new NormalizedAddress(address) : null;

    private bool IsShipped => cart.ShoppingCart.Items.Any(item => item.DigitalContent is null);

    /// <summary>Returns the available options; without an address, those that have no restrictions.</summary>
    public IReadOnlyList<ShippingOption> GetAvailable() => [.. GetCandidates().Where(candidate => candidate.IsAvailable == true).Select(candidate => candidate.Option)];

    /// <summary>Returns the option with a name, ignoring case.</summary>
    /// <exception cref="ArgumentException">The option does not exist, or is not available at the address.</exception>
    public ShippingOption Find(string name)
    {
        foreach (var (option, isAvailable) in GetCandidates())
        {
            if (option.Name.Trim().Equals(name.Trim(), StringComparison.OrdinalIgnoreCase))
            {
                return isAvailable switch
                {
                    true => option,
                    false => throw new ArgumentException($"The shipping method '{QuotedText.Of(name)}' is not available at the shipping address."),
                    null => throw new ArgumentException($"The shipping method '{QuotedText.Of(name)}' is not available everywhere: set {nameof(CartSelections)}.{nameof(CartSelections.ShippingAddress)}."),
                };
            }
        }

        throw new ArgumentException(IsShipped
            ? $"The cart has no shipping method '{QuotedText.Of(name)}'."
            : $"The shipping method '{QuotedText.Of(name)}' is not available: all items of the cart are digital.");
    }

    private IEnumerable<Candidate> GetCandidates() => IsShipped ? (cart.CheckoutFlowSupport?.ShippingMethods ?? []).SelectMany(GetCandidates) : [];

    private IEnumerable<Candidate> GetCandidates(ShippingMethod method) => method switch
    {
        FlatRateShipping flat => [new(CreateOption(method, flat.Name, flat.Price), IsAvailable(flat.ShippingRestrictions))],
        Pickup pickup => [new(CreateOption(method, pickup.Name, pickup.Price), IsAvailable: true)],
        MerchantCalculatedShipping own =>
        [
            new(
                CreateOption(method, own.Name, own.Price) with { CanUseFallbackPrice = IsAvailable(own.ShippingRestrictions) == true },
                IsAvailable(own.AddressFilters)),
        ],
        CarrierCalculatedShipping carriers => carriers.CarrierCalculatedShippingOptions.Select(option => new Candidate(
            CreateOption(method, $"{option.ShippingCompany} {option.ShippingType}", option.Price) with { CarrierOption = option },
            _normalized?.IsInUnitedStates)),
        _ => [],
    };

    private static ShippingOption CreateOption(ShippingMethod method, string name, Money price) => new() { Name = name, Price = price, Method = method };

    // A price that is shown before the address is known is for a buyer in the merchant's country.
    private bool? IsAvailable(ShippingRestrictions? restrictions) =>
        restrictions is null ? _normalized is null || IsInMerchantCountry(_normalized)
        : restrictions.AllowedAreas.Count == 0 && selections.EmptyAllowedAreasShipNowhere ? false
        : _address is null || _normalized is null ? null
        : restrictions.AllowedAreas.Count == 0 ? IsInMerchantCountry(_normalized) && !restrictions.Excludes(_address, _normalized)
        : restrictions.Allows(_address);

    private bool IsInMerchantCountry(NormalizedAddress address) => GetMerchantCountry() switch
    {
        null => true,
        "US" => address.IsInUnitedStates,
        var country => address.Country == country,
    };

    private string? GetMerchantCountry() =>
        !string.IsNullOrWhiteSpace(selections.MerchantCountry) ? NormalizedAddress.Normalize(selections.MerchantCountry)
        : cart.ShoppingCart.Items[0].UnitPrice.Currency switch
        {
            "USD" => "US",
            "GBP" => "GB",
            _ => null,
        };

    /// <param name="Option">The option.</param>
    /// <param name="IsAvailable">Whether the option is available; null if that depends on an address that is not known.</param>
    private readonly record struct Candidate(ShippingOption Option, bool? IsAvailable);
}
