namespace GoogleCheckout.Calculations;

/// <summary>What the shop is to work out, for every address and every way of shipping. Schema type <c>Calculate</c>.</summary>
/// <remarks>In comparisons with <c>==</c> and <c>Equals</c>, lists are compared by reference.</remarks>
public sealed record Calculate
{
    /// <summary>The buyer's addresses, without names and streets. Wire name: <c>addresses/anonymous-address</c>.</summary>
    public IReadOnlyList<AnonymousAddress> Addresses { get; init; } = [];

    /// <summary>Whether the tax is asked for; null where the message did not say. Wire name: <c>tax</c>.</summary>
    public bool? Tax { get; init; }

    /// <summary>The ways of shipping whose price is asked for; empty where none is. Wire name: <c>shipping/method</c>.</summary>
    public IReadOnlyList<Method> Shipping { get; init; } = [];

    /// <summary>
    /// The codes of coupons and gift certificates the buyer entered, in that order.
    /// Wire name: <c>merchant-code-strings/merchant-code-string</c>.
    /// </summary>
    public IReadOnlyList<MerchantCodeString> MerchantCodeStrings { get; init; } = [];
}
