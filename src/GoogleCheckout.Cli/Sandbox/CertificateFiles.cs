using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using GoogleCheckout.Sandbox;

namespace GoogleCheckout.Cli.Sandbox;

/// <summary>Writes a sandbox's certificates to files, for clients in other processes.</summary>
internal static class CertificateFiles
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const UnixFileMode Public = OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>
    /// Writes the certificate authority, and the client certificate with its key; those of further merchants with the id in the name. Only the
    /// current user can read key files. A file or symbolic link of the same name is replaced.
    /// </summary>
    /// <exception cref="IOException">A file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">A file must not be written.</exception>
    public static void Write(CheckoutSandbox sandbox, string folder)
    {
        Directory.CreateDirectory(folder);
        Replace(Path.Combine(folder, "authority.pem"), Encoding.ASCII.GetBytes(sandbox.CertificateAuthority.ExportCertificatePem()), Public);
        WriteClient(sandbox.ClientCertificate, Path.Combine(folder, "client"));
        foreach (var merchant in sandbox.Merchants.Skip(1))
        {
            WriteClient(merchant.ClientCertificate, Path.Combine(folder, $"client-{merchant.MerchantId}"));
        }
    }

    private static void WriteClient(X509Certificate2 certificate, string path)
    {
        using var key = certificate.GetECDsaPrivateKey()!;
        Replace($"{path}.pem", Encoding.ASCII.GetBytes(certificate.ExportCertificatePem()), Public);
        Replace($"{path}-key.pem", Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem()), OwnerOnly);
        Replace($"{path}.pfx", certificate.Export(X509ContentType.Pkcs12), OwnerOnly);
    }

    // A new file that takes the place of the old one: nothing is written through a link, and a reader sees the old file or the new one.
    private static void Replace(string path, byte[] content, UnixFileMode mode)
    {
        var unfinished = $"{path}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = mode;
        }

        try
        {
            using (var file = new FileStream(unfinished, options))
            {
                file.Write(content);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(content);
            File.Delete(unfinished);
        }
    }
}
