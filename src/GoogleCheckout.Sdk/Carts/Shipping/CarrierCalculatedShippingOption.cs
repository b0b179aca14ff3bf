namespace GoogleCheckout.Carts;

/// <summary>One service of one carrier. Schema type <c>CarrierCalculatedShippingOption</c>.</summary>
public sealed record CarrierCalculatedShippingOption
{
    /// <summary>What shipping costs where the carrier gives no price, 0 or more. Wire name: <c>price</c>.</summary>
    public required Money Price { get; init; }

    /// <summary>
    /// The carrier, one of <see cref="ShippingCompanies"/>; compare without regard to case.
    /// Wire name: <c>shipping-company</c>.
    /// </summary>
    public required string ShippingCompany { get; init; }

    /// <summary>
    /// The carrier's service, one of <see cref="FedExShippingTypes"/>, <see cref="UpsShippingTypes"/> or
    /// <see cref="UspsShippingTypes"/>. Wire name: <c>shipping-type</c>.
    /// </summary>
    public required string ShippingType { get; init; }

    /// <summary>
    /// How the carrier gets the parcel, one of <see cref="CarrierPickups"/>; null means the merchant brings it.
    /// Wire name: <c>carrier-pickup</c>.
    /// </summary>
    public string? CarrierPickup { get; init; }

    /// <summary>
    /// What is added to the carrier's price after <see cref="AdditionalVariableChargePercent"/>.
    /// Wire name: <c>additional-fixed-charge</c>.
    /// </summary>
    public Money? AdditionalFixedCharge { get; init; }

    /// <summary>
    /// By how many percent the carrier's price is raised, or lowered where negative; 10 is a tenth.
    /// Wire name: <c>additional-variable-charge-percent</c>.
    /// </summary>
    public decimal? AdditionalVariableChargePercent { get; init; }
}
