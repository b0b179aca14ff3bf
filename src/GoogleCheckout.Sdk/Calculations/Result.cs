namespace GoogleCheckout.Calculations;

/// <summary>The result of the calculations for one address and one shipping method. Schema type <c>Result</c>.</summary>
/// <remarks>In comparisons with <c>==</c> and <c>Equals</c>, lists are compared by reference.</remarks>
public sealed record Result
{
    /// <summary>The <see cref="AnonymousAddress.Id"/> of the address. Wire name: <c>address-id</c> (attribute).</summary>
    public required string AddressId { get; init; }

    /// <summary>
    /// The <see cref="Method.Name"/> of the shipping method; null if none was requested. Old libraries then write an empty name.
    /// Wire name: <c>shipping-name</c> (attribute).
    /// </summary>
    public string? ShippingName { get; init; }

    /// <summary>
    /// Whether the order can be shipped to the address by this method. If false, the buyer is not offered the method. Null if no method was requested.
    /// Wire name: <c>shippable</c>.
    /// </summary>
    public bool? Shippable { get; init; }

    /// <summary>The cost of shipping the whole order, 0 or more; null if not requested. Wire name: <c>shipping-rate</c>.</summary>
    public Money? ShippingRate { get; init; }

    /// <summary>The tax on the whole order including shipping, 0 or more; null if not requested. Wire name: <c>total-tax</c>.</summary>
    public Money? TotalTax { get; init; }

    /// <summary>
    /// The results of the codes: one for each code, in the order in which the buyer entered them. Empty if there are none.
    /// Wire name: <c>merchant-code-results/*</c>.
    /// </summary>
    public IReadOnlyList<MerchantCodeResult> MerchantCodeResults { get; init; } = [];
}
