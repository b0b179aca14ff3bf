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
    /// <summary>A client certificate out of a file: PKCS #12, or PEM with the key in the same file or another.</summary>
    public static X509Certificate2 LoadClientCertificate(byte[] file, byte[] keyFile, string? password)
    {
        if (!IsPem(file))
        {
            return X509CertificateLoader.LoadPkcs12(file, password);
        }

        var (certificate, key) = (Text(file), Text(keyFile.Length > 0 ? keyFile : file));
        using var loaded = password is null ? X509Certificate2.CreateFromPem(certificate, key) : X509Certificate2.CreateFromEncryptedPem(certificate, key, password);

        // Windows cannot show a certificate whose key is only in memory.
        return X509CertificateLoader.LoadPkcs12(loaded.Export(X509ContentType.Pkcs12), null);
    }

    /// <summary>The roots in a file: one certificate (DER), or any number (PEM).</summary>
    public static X509Certificate2Collection LoadRoots(byte[] file)
    {
        var roots = new X509Certificate2Collection();
        if (IsPem(file))
        {
            roots.ImportFromPem(Text(file));
        }
        else
        {
            roots.Add(X509CertificateLoader.LoadCertificate(file));
        }

        return roots.Count > 0 ? roots : throw new CryptographicException("There is no certificate in the file.");
    }

    private static bool IsPem(byte[] file) => file.AsSpan().IndexOf("-----BEGIN "u8) >= 0;

    private static string Text(byte[] file) => Encoding.UTF8.GetString(file);
#else
    /// <summary>A client certificate out of a PKCS #12 file.</summary>
    public static X509Certificate2 LoadClientCertificate(byte[] file, byte[] keyFile, string? password) => new(file, password);
#endif
}
