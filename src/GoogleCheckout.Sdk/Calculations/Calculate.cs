namespace GoogleCheckout.Calculations;

/// <summary>The calculations that the service requests, for each address and each shipping method. Schema type <c>Calculate</c>.</summary>
/// <remarks>In comparisons with <c>==</c> and <c>Equals</c>, lists are compared by reference.</remarks>
public sealed record Calculate
{
    /// <summary>The buyer's addresses, without names and streets; empty if absent. Wire name: <c>addresses/anonymous-address</c>.</summary>
    public IReadOnlyList<AnonymousAddress> Addresses { get; init; } = [];

    /// <summary>Whether the tax is requested; null if absent. Wire name: <c>tax</c>.</summary>
    public bool? Tax { get; init; }

    /// <summary>The shipping methods whose price is requested; empty if none is. Wire name: <c>shipping/method</c>.</summary>
    public IReadOnlyList<Method> Shipping { get; init; } = [];

    /// <summary>
    /// The codes of coupons and gift certificates, in the order in which the buyer entered them; empty if there are none.
    /// Wire name: <c>merchant-code-strings/merchant-code-string</c>.
    /// </summary>
    public IReadOnlyList<MerchantCodeString> MerchantCodeStrings { get; init; } = [];
}
