using GoogleCheckout.Sandbox.Orders;

namespace GoogleCheckout.Sandbox.Service;

/// <summary>The settings of a merchant's account. The merchant can change them while the sandbox runs; a change replaces all of them at once.</summary>
internal sealed record MerchantSettings
{
    /// <summary>The settings that apply to orders.</summary>
    public required MerchantPolicy Policy { get; init; }

    /// <summary>The URL to which notifications are posted; null to post none.</summary>
    public Uri? CallbackUrl { get; init; }

    public CallbackFormat CallbackFormat { get; init; }

    /// <summary>Whether only those notifications are pushed that no response to a command contains.</summary>
    public bool FilterNotifications { get; init; }

    /// <summary>Whether an acknowledgment must contain the serial number with versions before 2.5 too.</summary>
    public bool RequireSerialNumberInAcknowledgments { get; init; }

    /// <summary>Whether carts in forms without a signature are rejected.</summary>
    public bool RequireSignedCarts { get; init; }

    /// <summary>Whether an acknowledgment must contain the serial number; otherwise status 200 is sufficient.</summary>
    public bool AcknowledgesSerialNumbers => RequireSerialNumberInAcknowledgments || Policy.ApiVersion == ApiVersion.Version25;

    /// <summary>Creates the settings from the options of a merchant.</summary>
    public static MerchantSettings From(SandboxMerchantOptions options, SandboxRules rules) => new()
    {
        Policy = MerchantPolicy.From(options, rules),
        CallbackUrl = options.CallbackUrl,
        CallbackFormat = options.CallbackFormat,
        FilterNotifications = options.FilterNotifications,
        RequireSerialNumberInAcknowledgments = options.RequireSerialNumberInAcknowledgments,
        RequireSignedCarts = options.RequireSignedCarts,
    };
}
