namespace GoogleCheckout.Carts;

/// <summary>
/// The areas to which a shipping method ships: an address must be in an allowed area and in no excluded area. A method without
/// restrictions (null) ships within the merchant's country only. Schema type <c>ShippingRestrictions</c>.
/// </summary>
/// <remarks>In comparisons with <c>==</c> and <c>Equals</c>, lists are compared by reference.</remarks>
public sealed record ShippingRestrictions
{
    /// <summary>
    /// The areas to which the method ships; <see cref="CartValidator.Validate(CheckoutShoppingCart)"/> reports an error if they are not set.
    /// An empty list, about which it warns, means the merchant's country: real carts have it beside excluded areas. To ship everywhere,
    /// allow <see cref="Area.World"/>. To ship everywhere except to some areas, also exclude those areas. Wire name: <c>allowed-areas/*</c>.
    /// </summary>
    public IReadOnlyList<Area> AllowedAreas { get; init; } = AbsentContainer<Area>.Instance;

    /// <summary>The areas to which the method does not ship, even if they are allowed. Wire name: <c>excluded-areas/*</c>.</summary>
    public IReadOnlyList<Area> ExcludedAreas { get; init; } = [];

    /// <summary>Whether the method ships to post office boxes in the United States; null means yes. Wire name: <c>allow-us-po-box</c>.</summary>
    public bool? AllowUsPoBox { get; init; }

    /// <summary>
    /// Returns whether the restrictions allow an address. A post office box is recognized in the street lines, for example
    /// <c>P.O. Box 12</c>. Without an allowed area, the merchant's country decides, which is not known here:
    /// <see cref="CartCalculator.GetShippingOptions"/> knows it.
    /// </summary>
    /// <param name="address">The shipping address.</param>
    /// <returns>True if the address is in an allowed area, in no excluded area, and is not a post office box that is not allowed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="address"/> is null.</exception>
    public bool Allows(Address address)
    {
        var normalized = new NormalizedAddress(address ?? throw new ArgumentNullException(nameof(address)));
        return AllowedAreas.Any(area => area.Covers(normalized)) && !Excludes(address, normalized);
    }

    /// <summary>
    /// Returns the allowed countries to which the service did not ship. It rejected carts with such an area. The list of the countries is
    /// the part of a vendor's list that is known.
    /// </summary>
    /// <returns>The country codes, as in <see cref="AllowedAreas"/>; empty if there are none, or if an excluded area contains each.</returns>
    public IReadOnlyList<string> GetUnsupportedCountries()
    {
        var excluded = new HashSet<string>((ExcludedAreas ?? []).OfType<PostalArea>().Where(area => string.IsNullOrEmpty(area.PostalCodePattern)).Select(area => NormalizedAddress.Normalize(area.CountryCode)));
        return [.. (AllowedAreas ?? []).OfType<PostalArea>().Select(area => area.CountryCode).Where(code => code is not null && Countries.IsUnsupported(code) && !excluded.Contains(NormalizedAddress.Normalize(code)))];
    }

    internal bool Excludes(Address address, NormalizedAddress normalized) =>
        ExcludedAreas.Any(area => area.Covers(normalized))
        || (AllowUsPoBox == false && normalized.IsInUnitedStates && PostOfficeBox.IsIn(address));
}
