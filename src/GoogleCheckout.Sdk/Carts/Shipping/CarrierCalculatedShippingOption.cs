namespace GoogleCheckout.Carts;

/// <summary>One service of one carrier. Schema type <c>CarrierCalculatedShippingOption</c>.</summary>
public sealed record CarrierCalculatedShippingOption
{
    /// <summary>The price of shipping if the carrier returns none, 0 or more. Wire name: <c>price</c>.</summary>
    public required Money Price { get; init; }

    /// <summary>
    /// The carrier, one of <see cref="ShippingCompanies"/>. Ignore case in comparisons.
    /// Wire name: <c>shipping-company</c>.
    /// </summary>
    public required string ShippingCompany { get; init; }

    /// <summary>
    /// The carrier's service, one of <see cref="FedExShippingTypes"/>, <see cref="UpsShippingTypes"/> or
    /// <see cref="UspsShippingTypes"/>. Wire name: <c>shipping-type</c>.
    /// </summary>
    public required string ShippingType { get; init; }

    /// <summary>
    /// The pickup of the parcel, one of <see cref="CarrierPickups"/>. Null means <see cref="CarrierPickups.DropOff"/>.
    /// Wire name: <c>carrier-pickup</c>.
    /// </summary>
    public string? CarrierPickup { get; init; }

    /// <summary>
    /// The amount that is added to the carrier's price after <see cref="AdditionalVariableChargePercent"/>; null for none.
    /// Wire name: <c>additional-fixed-charge</c>.
    /// </summary>
    public Money? AdditionalFixedCharge { get; init; }

    /// <summary>
    /// The percentage by which the carrier's price is increased, or decreased if negative; 10 is 10 percent. At least -100;
    /// null for no change.
    /// Wire name: <c>additional-variable-charge-percent</c>.
    /// </summary>
    public decimal? AdditionalVariableChargePercent { get; init; }
}
