using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging;

namespace GoogleCheckout.Configuration;

/// <summary>Returns the current client certificate from the source that the options specify.</summary>
internal sealed class ClientCertificateSource(Func<CheckoutOptions> getOptions, ILogger logger)
{
    private readonly FileContent<X509Certificate2> _file = new(CertificateFile.LoadClientCertificate, logger);

    /// <summary>Gets whether the service requested a certificate for the latest connection, and the options specify none.</summary>
    public bool IsMissing { get; private set; }

    /// <summary>Gets whether the service may request a certificate that the options do not specify.</summary>
    public bool MayBeMissing => IsMissing || !getOptions().HasClientCertificate;

    /// <summary>Returns the certificate for a new connection; null if the options specify none.</summary>
    public X509Certificate2? Select(bool isRequested)
    {
        var certificate = GetCurrent();
        IsMissing = isRequested && certificate is null;
        return certificate;
    }

    /// <summary>Returns the certificate; null if the options specify none.</summary>
    public X509Certificate2? GetCurrent()
    {
        var options = getOptions();
        return options.ClientCertificate
            ?? (options.ClientCertificatePath is { } path ? _file.Read(options.GetFullPath(path), options.ClientCertificateKeyPath is { } keyPath ? options.GetFullPath(keyPath) : null, options.ClientCertificatePassword)
                : options.ClientCertificateThumbprint is { } thumbprint ? FindInStore(thumbprint)
                : null);
    }

    private static X509Certificate2 FindInStore(string thumbprint)
    {
        // A thumbprint copied from a dialog may contain spaces and invisible characters.
        var digits = string.Concat(thumbprint.Where(Uri.IsHexDigit));
        return FindInStore(StoreLocation.CurrentUser, digits)
            ?? FindInStore(StoreLocation.LocalMachine, digits)
            ?? throw new InvalidOperationException($"the store My of the user or the machine has no certificate with the thumbprint {digits} and a private key.");
    }

    private static X509Certificate2? FindInStore(StoreLocation location, string digits)
    {
        using var store = new X509Store(StoreName.My, location);
        try
        {
            store.Open(OpenFlags.ReadOnly | OpenFlags.OpenExistingOnly);
        }
        catch (Exception e) when (e is System.Security.Cryptography.CryptographicException or PlatformNotSupportedException)
        {
            // This machine has no such store.
            return null;
        }

        return store.Certificates.Find(X509FindType.FindByThumbprint, digits, validOnly: false).OfType<X509Certificate2>().FirstOrDefault(found => found.HasPrivateKey);
    }
}
