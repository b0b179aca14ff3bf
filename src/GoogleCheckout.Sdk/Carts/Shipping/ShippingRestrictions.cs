namespace GoogleCheckout.Carts;

/// <summary>
/// Where a way of shipping may go: to an address in some allowed area and in no excluded one. Schema type
/// <c>ShippingRestrictions</c>.
/// </summary>
/// <remarks>In comparisons with <c>==</c> and <c>Equals</c>, lists are compared by reference.</remarks>
public sealed record ShippingRestrictions
{
    /// <summary>
    /// Where it may go; nowhere, if there is none. For everywhere but some areas, allow a <see cref="WorldArea"/> and
    /// exclude those. Wire name: <c>allowed-areas/*</c>.
    /// </summary>
    public IReadOnlyList<Area> AllowedAreas { get; init; } = [];

    /// <summary>Where it may not go even if allowed. Wire name: <c>excluded-areas/*</c>.</summary>
    public IReadOnlyList<Area> ExcludedAreas { get; init; } = [];

    /// <summary>Whether it may go to a post office box in the United States; null means yes. Wire name: <c>allow-us-po-box</c>.</summary>
    public bool? AllowUsPoBox { get; init; }

    /// <summary>
    /// Whether something may go to an address. A post office box is known by the lines of the street, such as
    /// <c>P.O. Box 12</c>.
    /// </summary>
    /// <exception cref="ArgumentNullException"><paramref name="address"/> is null.</exception>
    public bool Allows(Address address)
    {
        var place = new NormalizedAddress(address ?? throw new ArgumentNullException(nameof(address)));
        return AllowedAreas.Any(area => area.Covers(place))
            && !ExcludedAreas.Any(area => area.Covers(place))
            && (AllowUsPoBox != false || !place.IsInUnitedStates || !PostOfficeBox.IsIn(address));
    }
}
