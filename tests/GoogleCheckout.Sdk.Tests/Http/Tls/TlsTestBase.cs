using System.Security.Cryptography.X509Certificates;
using NUnit.Framework;

namespace GoogleCheckout.Http.Tls;

/// <summary>A certificate authority and a server certificate for the tests of a fixture.</summary>
public abstract class TlsTestBase : IDisposable
{
    private protected TestCertificateAuthority Authority { get; } = new();

    private protected X509Certificate2 ServerCertificate { get; private set; } = null!;

    [OneTimeSetUp]
    public void CreateServerCertificate() => ServerCertificate = Authority.Server();

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            ServerCertificate?.Dispose();
            Authority.Dispose();
        }
    }
}
