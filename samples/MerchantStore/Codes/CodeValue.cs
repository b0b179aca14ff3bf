using GoogleCheckout;

namespace MerchantStore.Codes;

/// <summary>A code with its value for a cart.</summary>
/// <param name="Code">The code as the buyer entered it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Amount">The amount that it takes off, which is zero for an invalid code.</param>
/// <param name="Message">What the buyer reads beside it.</param>
internal sealed record CodeValue(string Code, CodeKind Kind, Money Amount, string Message)
{
    /// <summary>Returns the kind only: a code can be worth money.</summary>
    public override string ToString() => Kind.ToString();
}
