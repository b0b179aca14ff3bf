using System.Net;
using System.Security.Cryptography.X509Certificates;
using GoogleCheckout.Client;
using NUnit.Framework;

namespace GoogleCheckout.Http;

/// <summary>The settings that the primary handlers of all target frameworks share.</summary>
public class PrimaryHandlerTests
{
    [Test]
    public void Create_WhenAllOptionsAreSet_UsesThemAndFollowsNoRedirects()
    {
        using var certificate = SelfSignedCertificate.Create();
        var options = TestMerchant.Options();
        options.ClientCertificate = certificate;
        options.Proxy = new WebProxy("http://proxy.test:8080");

        using var handler = (DelegatingHandler)CheckoutHttpHandler.Create(options);

        Assert.Multiple(() =>
        {
            switch (handler.InnerHandler)
            {
                case SocketsHttpHandler sockets:
                    Assert.That(sockets.AllowAutoRedirect, Is.False);
                    Assert.That(sockets.Proxy, Is.SameAs(options.Proxy));
                    Assert.That(sockets.PooledConnectionLifetime, Is.EqualTo(TimeSpan.FromMinutes(2)));
                    Assert.That(sockets.SslOptions.LocalCertificateSelectionCallback!(this, string.Empty, [], null, []), Is.SameAs(certificate));
                    break;
                case HttpClientHandler classic:
                    Assert.That(classic.AllowAutoRedirect, Is.False);
                    Assert.That(classic.Proxy, Is.SameAs(options.Proxy));
                    Assert.That(classic.ClientCertificates, Is.EqualTo(new[] { certificate }));
                    break;
                default:
                    Assert.Fail($"{handler.InnerHandler}");
                    break;
            }
        });
    }

    [Test]
    public void Create_WhenTheCertificateIsInAPfxFile_LoadsIt()
    {
        var path = Path.Combine(Path.GetTempPath(), $"checkout-{Guid.NewGuid():N}.pfx");
        try
        {
            using var certificate = SelfSignedCertificate.Create();
            File.WriteAllBytes(path, certificate.Export(X509ContentType.Pkcs12, "the-password"));
            var options = TestMerchant.Options();
            (options.ClientCertificatePath, options.ClientCertificatePassword) = (path, "the-password");

            using var handler = (DelegatingHandler)CheckoutHttpHandler.Create(options);

            var shown = handler.InnerHandler switch
            {
                SocketsHttpHandler sockets => sockets.SslOptions.LocalCertificateSelectionCallback!(this, string.Empty, [], null, []),
                HttpClientHandler classic => classic.ClientCertificates[0],
                _ => null,
            };
            Assert.That(shown?.GetCertHashString(), Is.EqualTo(certificate.Thumbprint));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
