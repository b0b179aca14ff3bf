namespace GoogleCheckout.Notifications;

/// <summary>The id and the keys with which the service authenticates the callbacks of one merchant.</summary>
/// <remarks>In comparisons with <c>==</c> and <c>Equals</c>, lists are compared by reference.</remarks>
public sealed record MerchantCredentials
{
    /// <summary>The name under which the merchant is registered; empty for a merchant registered without a name.</summary>
    public string Merchant { get; init; } = string.Empty;

    /// <summary>The merchant id: the number of the account.</summary>
    public required string MerchantId { get; init; }

    /// <summary>The merchant key. During a key change, the old key and the new key.</summary>
    public required IReadOnlyList<string> MerchantKeys { get; init; } = [];

    /// <summary>Returns the merchant's id and name, without the keys.</summary>
    /// <returns>For example <c>MerchantCredentials of merchant 841171949013218 teas</c>.</returns>
    public override string ToString() => $"{nameof(MerchantCredentials)} of merchant {MerchantId} {Merchant}".TrimEnd();
}
