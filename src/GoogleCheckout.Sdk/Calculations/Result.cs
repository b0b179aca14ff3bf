namespace GoogleCheckout.Calculations;

/// <summary>What the shop worked out for one address and one way of shipping. Schema type <c>Result</c>.</summary>
/// <remarks>In comparisons with <c>==</c> and <c>Equals</c>, lists are compared by reference.</remarks>
public sealed record Result
{
    /// <summary>The <see cref="AnonymousAddress.Id"/> of the address. Wire name: <c>address-id</c> (attribute).</summary>
    public required string AddressId { get; init; }

    /// <summary>
    /// The <see cref="Method.Name"/> of the way of shipping; null where none was asked about.
    /// Wire name: <c>shipping-name</c> (attribute).
    /// </summary>
    public string? ShippingName { get; init; }

    /// <summary>
    /// Whether the order can go to the address that way; if not, the buyer is not offered it.
    /// Wire name: <c>shippable</c>.
    /// </summary>
    public bool? Shippable { get; init; }

    /// <summary>What shipping the whole order costs, 0 or more. Wire name: <c>shipping-rate</c>.</summary>
    public Money? ShippingRate { get; init; }

    /// <summary>The tax of the whole order, that of shipping included, 0 or more. Wire name: <c>total-tax</c>.</summary>
    public Money? TotalTax { get; init; }

    /// <summary>
    /// What each code is worth: one for each code the buyer entered, in that order.
    /// Wire name: <c>merchant-code-results/*</c>.
    /// </summary>
    public IReadOnlyList<MerchantCodeResult> MerchantCodeResults { get; init; } = [];
}
