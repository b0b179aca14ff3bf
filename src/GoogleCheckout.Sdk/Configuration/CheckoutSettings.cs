namespace GoogleCheckout.Configuration;

/// <summary>The options of a client that can be configured.</summary>
internal static class CheckoutSettings
{
    public static IReadOnlyList<Setting<CheckoutOptions>> All { get; } =
    [
        new("MerchantId", options => options.MerchantId, (options, text) => options.MerchantId = text),
        new("MerchantKey", options => options.MerchantKey, (options, text) => options.MerchantKey = text),
        new("AdditionalMerchantKeys", options => options.AdditionalMerchantKeys, (options, text) => options.AdditionalMerchantKeys.Add(text)) { IsList = true },
        new("Environment", options => options.Environment, (options, text) => options.Environment = ParseEnvironment(text)),
        Setting<CheckoutOptions>.Flag("Donations", options => options.Donations, (options, value) => options.Donations = value),
        Setting<CheckoutOptions>.Time("Timeout", options => options.Timeout, (options, value) => options.Timeout = value),
        new("ClientCertificate:Path", options => options.ClientCertificatePath, (options, text) => options.ClientCertificatePath = text) { Option = nameof(CheckoutOptions.ClientCertificatePath) },
        new("ClientCertificate:Password", options => options.ClientCertificatePassword, (options, text) => options.ClientCertificatePassword = text) { Option = nameof(CheckoutOptions.ClientCertificatePassword) },
        new("ClientCertificate:Thumbprint", options => options.ClientCertificateThumbprint, (options, text) => options.ClientCertificateThumbprint = text) { Option = nameof(CheckoutOptions.ClientCertificateThumbprint) },
        .. CheckoutOptions.PlatformSettings,
    ];

    private static CheckoutEnvironment ParseEnvironment(string text) => CheckoutEnvironment.TryParse(text, out var environment)
        ? environment
        : throw new FormatException("Production, Sandbox or an absolute https address without user, query and fragment, for example https://gateway.example/api/checkout/v2/");
}
