using System.Security.Cryptography.X509Certificates;
#if NET
using System.Security.Cryptography;
using System.Text;
#endif

namespace GoogleCheckout.Configuration;

/// <summary>Loads certificates from the bytes of files.</summary>
internal static class CertificateFile
{
#if NET
    /// <summary>Loads a client certificate from a PKCS #12 file, or from a PEM file with the key in the same or another file.</summary>
    public static X509Certificate2 LoadClientCertificate(byte[] file, byte[] keyFile, string? password)
    {
        if (!IsPem(file))
        {
            return X509CertificateLoader.LoadPkcs12(file, password);
        }

        var (certificate, key) = (Decode(file), Decode(keyFile.Length > 0 ? keyFile : file));
        using var loaded = password is null ? X509Certificate2.CreateFromPem(certificate, key) : X509Certificate2.CreateFromEncryptedPem(certificate, key, password);

        // On Windows, a certificate whose key is only in memory cannot be used for TLS.
        return X509CertificateLoader.LoadPkcs12(loaded.Export(X509ContentType.Pkcs12), null);
    }

    /// <summary>Loads the root certificates from a file: one (DER), or any number (PEM).</summary>
    public static X509Certificate2Collection LoadRoots(byte[] file)
    {
        var roots = new X509Certificate2Collection();
        if (IsPem(file))
        {
            roots.ImportFromPem(Decode(file));
        }
        else
        {
            roots.Add(X509CertificateLoader.LoadCertificate(file));
        }

        return roots.Count > 0 ? roots : throw new CryptographicException("The file contains no certificate.");
    }

    private static bool IsPem(byte[] file) => file.AsSpan().IndexOf("-----BEGIN "u8) >= 0;

    private static string Decode(byte[] file) => Encoding.UTF8.GetString(file);
#else
    /// <summary>Loads a client certificate from a PKCS #12 file.</summary>
    public static X509Certificate2 LoadClientCertificate(byte[] file, byte[] keyFile, string? password) => new(file, password);
#endif
}
