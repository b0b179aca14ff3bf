using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace GoogleCheckout.Sandbox.Hosting;

/// <summary>Writes a sandbox's certificates to files, for clients in other processes.</summary>
internal static class CertificateFiles
{
    /// <summary>Writes the certificate authority, and the client certificate with its key. Only the current user can read key files.</summary>
    public static void Write(CheckoutSandbox sandbox, string folder)
    {
        Directory.CreateDirectory(folder);
        using var key = sandbox.ClientCertificate.GetECDsaPrivateKey()!;
        File.WriteAllText(Path.Combine(folder, "authority.pem"), sandbox.CertificateAuthority.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "client.pem"), sandbox.ClientCertificate.ExportCertificatePem());
        WriteSecret(Path.Combine(folder, "client-key.pem"), Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem()));
        WriteSecret(Path.Combine(folder, "client.pfx"), sandbox.ClientCertificate.Export(X509ContentType.Pkcs12));
    }

    private static void WriteSecret(string path, byte[] content)
    {
        File.Delete(path);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(path, options);
        file.Write(content);
        CryptographicOperations.ZeroMemory(content);
    }
}
