namespace GoogleCheckout.Carts;

/// <summary>One service of one carrier. Schema type <c>CarrierCalculatedShippingOption</c>.</summary>
public sealed record CarrierCalculatedShippingOption
{
    /// <summary>What shipping costs where the carrier gives no price, 0 or more.</summary>
    public required Money Price { get; init; }

    /// <summary>The carrier, one of <see cref="ShippingCompanies"/>; compare without regard to case.</summary>
    public required string ShippingCompany { get; init; }

    /// <summary>The carrier's service, one of <see cref="FedExShippingTypes"/>, <see cref="UpsShippingTypes"/> or <see cref="UspsShippingTypes"/>.</summary>
    public required string ShippingType { get; init; }

    /// <summary>How the carrier gets the parcel, one of <see cref="CarrierPickups"/>; null means the merchant brings it.</summary>
    public string? CarrierPickup { get; init; }

    /// <summary>What is added to the carrier's price after <see cref="AdditionalVariableChargePercent"/>.</summary>
    public Money? AdditionalFixedCharge { get; init; }

    /// <summary>By how many percent the carrier's price is raised, or lowered where negative; 10 is a tenth.</summary>
    public decimal? AdditionalVariableChargePercent { get; init; }
}
