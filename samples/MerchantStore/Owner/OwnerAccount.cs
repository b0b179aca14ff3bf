namespace MerchantStore.Owner;

/// <summary>The account of the owner, who may see the orders. One is enough for a sample; a real store has one for each employee, for example with ASP.NET Core Identity.</summary>
/// <param name="PasswordHash">The password as ASP.NET Core's password hasher stores it: salted and slow to guess.</param>
/// <param name="Session">The identifier of the sign-ins that are valid. Another one ends them all.</param>
internal sealed record OwnerAccount(string PasswordHash, string Session)
{
    /// <summary>The key, which is the same for any account: there is one.</summary>
    public int Id { get; init; } = 1;
}
