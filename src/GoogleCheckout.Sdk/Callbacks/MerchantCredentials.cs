namespace GoogleCheckout.Notifications;

/// <summary>What a merchant's callbacks carry to prove where they come from.</summary>
/// <remarks>In comparisons with <c>==</c> and <c>Equals</c>, lists are compared by reference.</remarks>
public sealed record MerchantCredentials
{
    /// <summary>The name the merchant is registered under; empty for the only one of a program.</summary>
    public string Merchant { get; init; } = string.Empty;

    /// <summary>The number of the account.</summary>
    public required string MerchantId { get; init; }

    /// <summary>The key; while it is being changed, the old one and the new one.</summary>
    public required IReadOnlyList<string> MerchantKeys { get; init; } = [];

    /// <summary>The merchant's name and number; no key.</summary>
    public override string ToString() => $"{nameof(MerchantCredentials)} of merchant {MerchantId} {Merchant}".TrimEnd();
}
