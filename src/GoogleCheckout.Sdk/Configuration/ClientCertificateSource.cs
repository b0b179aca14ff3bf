using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging;

namespace GoogleCheckout.Configuration;

/// <summary>The client certificate in force, from wherever the options say.</summary>
internal sealed class ClientCertificateSource(Func<CheckoutOptions> optionsSnapshotCache, ILogger logger)
{
    private readonly FileContent<X509Certificate2> _file = new(CertificateFile.LoadClientCertificate, logger);

    /// <summary>The certificate; null where the options name none.</summary>
    public X509Certificate2? Current()
    {
        var options = optionsSnapshotCache();
        return options.ClientCertificate
            ?? (options.ClientCertificatePath is { } path ? _file.Read(path, options.ClientCertificateKeyPath, options.ClientCertificatePassword)
                : options.ClientCertificateThumbprint is { } thumbprint ? FromStore(thumbprint)
                : null);
    }

    private static X509Certificate2 FromStore(string thumbprint)
    {
        // Copied out of a dialog, a thumbprint may bring spaces and marks nobody sees.
        var digits = string.Concat(thumbprint.Where(Uri.IsHexDigit));
        return FromStore(StoreLocation.CurrentUser, digits)
            ?? FromStore(StoreLocation.LocalMachine, digits)
            ?? throw new InvalidOperationException($"There is no certificate with the thumbprint {digits} and a private key in the store My of the user or the machine.");
    }

    private static X509Certificate2? FromStore(StoreLocation location, string digits)
    {
        using var store = new X509Store(StoreName.My, location);
        try
        {
            store.Open(OpenFlags.ReadOnly | OpenFlags.OpenExistingOnly);
        }
        catch (Exception e) when (e is System.Security.Cryptography.CryptographicException or PlatformNotSupportedException)
        {
            // There is no such store on this machine.
            return null;
        }

        return store.Certificates.Find(X509FindType.FindByThumbprint, digits, validOnly: false).OfType<X509Certificate2>().FirstOrDefault(found => found.HasPrivateKey);
    }
}
