namespace MerchantStore.Owner;

/// <summary>A password that the owner chooses, entered twice.</summary>
internal static class NewPassword
{
    private const int MaxLength = 200;

    /// <returns>The reason why it cannot be the password; null if it can.</returns>
    public static string? GetRejectionReason(string password, string repeated) => password.Length switch
    {
        < OwnerSignIn.MinPasswordLength => $"Choose a password of at least {OwnerSignIn.MinPasswordLength} characters, for example four words.",
        > MaxLength => $"Choose a password of at most {MaxLength} characters.",
        _ => password == repeated ? null : "The two passwords are not the same.",
    };
}
