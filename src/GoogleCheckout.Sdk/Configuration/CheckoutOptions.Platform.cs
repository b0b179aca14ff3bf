#if NET
using System.Security.Cryptography.X509Certificates;
using GoogleCheckout.Configuration;
#endif

namespace GoogleCheckout;

#if NET
/// <content>What only the handler for .NET can do; on .NET Framework these properties are not there.</content>
public sealed partial class CheckoutOptions
{
    /// <summary>The PEM file with the private key, where <see cref="ClientCertificatePath"/> is a PEM file without it. It is read again when it changes.</summary>
    public string? ClientCertificateKeyPath { get; set; }

    /// <summary>
    /// The root of a private certification authority that the service's certificate must lead to. No other root counts
    /// then; name and validity are checked as ever. Give this or a path, or nothing for the system's own roots.
    /// </summary>
    public X509Certificate2? TrustedCertificate { get; set; }

    /// <summary>The file with that root (DER), or with several (PEM). It is read again when it changes.</summary>
    public string? TrustedCertificatePath { get; set; }

    /// <summary>Keys of the configuration that only exist here, and what they set.</summary>
    internal static IReadOnlyDictionary<string, Action<CheckoutOptions, string>> PlatformConfigurationKeys { get; } = new Dictionary<string, Action<CheckoutOptions, string>>
    {
        ["ClientCertificate:KeyPath"] = (options, value) => options.ClientCertificateKeyPath = value,
        ["TrustedCertificate"] = (options, value) => options.TrustedCertificatePath = value,
    };

    /// <summary>What is wrong with these properties.</summary>
    internal static IEnumerable<string> GetPlatformErrors(CheckoutOptions options)
    {
        if (options.ClientCertificateKeyPath is not null && options.ClientCertificatePath is null)
        {
            yield return $"{nameof(ClientCertificateKeyPath)} is set without {nameof(ClientCertificatePath)}.";
        }

        if (options.TrustedCertificate is not null && options.TrustedCertificatePath is not null)
        {
            yield return $"{nameof(TrustedCertificate)} and {nameof(TrustedCertificatePath)} are both set; give one.";
        }
        else if (options.TrustedCertificatePath is { } path && CheckoutOptionsValidator.GetError(() => CertificateFile.LoadRoots(File.ReadAllBytes(path))) is { } fault)
        {
            yield return $"{nameof(TrustedCertificatePath)} {path} cannot be read as a certificate: {fault}";
        }
    }
}
#else
/// <content>What only the handler for .NET can do is not there.</content>
public sealed partial class CheckoutOptions
{
    internal static IReadOnlyDictionary<string, Action<CheckoutOptions, string>> PlatformConfigurationKeys { get; } = new Dictionary<string, Action<CheckoutOptions, string>>();

    internal string? ClientCertificateKeyPath { get; }

    internal static IEnumerable<string> GetPlatformErrors(CheckoutOptions options) => [];
}
#endif
