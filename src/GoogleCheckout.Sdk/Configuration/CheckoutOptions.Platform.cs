#if NET
using System.Security.Cryptography.X509Certificates;
#endif
using GoogleCheckout.Configuration;

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

    /// <summary>Gets those of these options that can be configured.</summary>
    internal static IReadOnlyList<Setting<CheckoutOptions>> PlatformSettings { get; } =
    [
        new("ClientCertificate:KeyPath", options => options.ClientCertificateKeyPath, (options, text) => options.ClientCertificateKeyPath = text) { Option = nameof(ClientCertificateKeyPath) },
        new("TrustedCertificate", options => options.TrustedCertificatePath, (options, text) => options.TrustedCertificatePath = text) { Option = nameof(TrustedCertificatePath) },
    ];

    /// <summary>Returns the errors of these options.</summary>
    internal static IEnumerable<string> GetPlatformErrors(CheckoutOptions options, OptionsNames names)
    {
        if (options.ClientCertificateKeyPath is not null && options.ClientCertificatePath is null)
        {
            yield return $"{names.Of(nameof(ClientCertificateKeyPath))} is set, but {names.OfMissing(nameof(ClientCertificatePath))} is not. Set both, or neither.";
        }

        if (options.TrustedCertificate is not null && options.TrustedCertificatePath is not null)
        {
            yield return $"{names.Of(nameof(TrustedCertificate))} and {names.Of(nameof(TrustedCertificatePath))} are both set. Set only one of them.";
        }
        else if (options.TrustedCertificatePath is { } path && CheckoutOptionsValidator.Catch(() => CertificateFile.LoadRoots(File.ReadAllBytes(options.GetFullPath(path)))) is { } error)
        {
            yield return names.DescribeFile(nameof(TrustedCertificatePath), path, "a root certificate", error);
        }
    }
}
#else
/// <content>The options that only the handler for .NET supports are missing here.</content>
public sealed partial class CheckoutOptions
{
    internal static IReadOnlyList<Setting<CheckoutOptions>> PlatformSettings { get; } = [];

    internal string? ClientCertificateKeyPath { get; }

    internal static IEnumerable<string> GetPlatformErrors(CheckoutOptions options, OptionsNames names) => [];
}
#endif
