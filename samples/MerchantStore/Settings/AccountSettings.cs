using System.Security.Cryptography;
using GoogleCheckout;

namespace MerchantStore.Settings;

/// <summary>The two accounts of the settings page. The one that is on becomes the section GoogleCheckout, which the SDK reads.</summary>
internal static class AccountSettings
{
    public const string Test = "Test";
    public const string Live = "Live";

    /// <summary>The setting with the name of the account that is on.</summary>
    public const string On = "Accounts:On";

    public const string MerchantId = "GoogleCheckout:MerchantId";
    public const string MerchantKey = "GoogleCheckout:MerchantKey";

    private const string Environment = "GoogleCheckout:Environment";

    // No such host can exist (RFC 2606).
    private const string Nowhere = "https://no-account.invalid/";

    /// <summary>Returns the key of an account's setting.</summary>
    public static string Key(string account, string name) => $"Accounts:{account}:{name}";

    /// <summary>Returns the name of the account that is on.</summary>
    public static string GetOn(Func<string, string?> settings) => settings(On) == Live ? Live : Test;

    /// <summary>Returns the address of an account's service: Production, Sandbox or an https address.</summary>
    public static string GetAddress(Func<string, string?> settings, string account) =>
        settings(Key(account, "Environment")) ?? (account == Live ? CheckoutEnvironment.Production : CheckoutEnvironment.Sandbox).ToString();

    /// <summary>Sets the section GoogleCheckout to the account that is on.</summary>
    /// <param name="data">The settings.</param>
    /// <param name="needsAccount">
    /// Whether the store must have an account to start. Without one it gets an account that reaches no service, and whose key nobody knows: the owner can
    /// sign in and enter the real one, and no notification is accepted before that.
    /// </param>
    public static void TurnOn(Dictionary<string, string?> data, bool needsAccount)
    {
        var account = GetOn(data.GetValueOrDefault);
        if (data.GetValueOrDefault(Key(account, "MerchantId")) is { } id && data.GetValueOrDefault(Key(account, "MerchantKey")) is { } key)
        {
            (data[MerchantId], data[MerchantKey], data[Environment]) = (id, key, GetAddress(data.GetValueOrDefault, account));
        }
        else if (needsAccount)
        {
            (data[MerchantId], data[MerchantKey], data[Environment]) = ("0000000000", RandomNumberGenerator.GetHexString(32), Nowhere);
        }
    }

    /// <summary>Returns whether there is no account, so that the store cannot sell.</summary>
    public static bool IsMissing(IConfiguration configuration) => configuration[Environment] == Nowhere;
}
