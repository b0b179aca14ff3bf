#if NET
using System.Security.Cryptography.X509Certificates;
using GoogleCheckout.Configuration;
#endif

namespace GoogleCheckout;

#if NET
/// <content>The options that only the handler for .NET supports. .NET Framework does not have these properties.</content>
public sealed partial class CheckoutOptions
{
    /// <summary>Gets or sets the PEM file of the private key, if <see cref="ClientCertificatePath"/> is a PEM file without the key. It is read again after it changes.</summary>
    public string? ClientCertificateKeyPath { get; set; }

    /// <summary>
    /// Gets or sets the root certificate of a private certification authority for the service's certificate. No other root is
    /// then trusted; name and validity are still checked. Set this or a path, or neither for the roots of the system.
    /// </summary>
    public X509Certificate2? TrustedCertificate { get; set; }

    /// <summary>Gets or sets the file with that root (DER), or with several (PEM). It is read again after it changes.</summary>
    public string? TrustedCertificatePath { get; set; }

    /// <summary>Gets the configuration keys of these options, with their setters.</summary>
    internal static IReadOnlyDictionary<string, Action<CheckoutOptions, string>> PlatformConfigurationKeys { get; } = new Dictionary<string, Action<CheckoutOptions, string>>
    {
        ["ClientCertificate:KeyPath"] = (options, value) => options.ClientCertificateKeyPath = value,
        ["TrustedCertificate"] = (options, value) => options.TrustedCertificatePath = value,
    };

    /// <summary>Returns the errors of these options.</summary>
    internal static IEnumerable<string> GetPlatformErrors(CheckoutOptions options)
    {
        if (options.ClientCertificateKeyPath is not null && options.ClientCertificatePath is null)
        {
            yield return $"{nameof(ClientCertificateKeyPath)} (configuration key ClientCertificate:KeyPath) is set, but {nameof(ClientCertificatePath)} (ClientCertificate:Path) is not.";
        }

        if (options.TrustedCertificate is not null && options.TrustedCertificatePath is not null)
        {
            yield return $"{nameof(TrustedCertificate)} and {nameof(TrustedCertificatePath)} (configuration key TrustedCertificate) are both set. Set only one of them.";
        }
        else if (options.TrustedCertificatePath is { } path && CheckoutOptionsValidator.GetError(() => CertificateFile.LoadRoots(File.ReadAllBytes(path))) is { } error)
        {
            yield return $"{nameof(TrustedCertificatePath)} (configuration key TrustedCertificate): the file {path} cannot be read as a certificate: {error}";
        }
    }
}
#else
/// <content>The options that only the handler for .NET supports are missing here.</content>
public sealed partial class CheckoutOptions
{
    internal static IReadOnlyDictionary<string, Action<CheckoutOptions, string>> PlatformConfigurationKeys { get; } = new Dictionary<string, Action<CheckoutOptions, string>>();

    internal string? ClientCertificateKeyPath { get; }

    internal static IEnumerable<string> GetPlatformErrors(CheckoutOptions options) => [];
}
#endif
