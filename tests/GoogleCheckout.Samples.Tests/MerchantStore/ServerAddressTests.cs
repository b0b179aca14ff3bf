using MerchantStore.Development;
using NUnit.Framework;

namespace GoogleCheckout.Samples.MerchantStore;

public class ServerAddressTests
{
    [TestCase("http://localhost:5080", "http://localhost:5080/")]
    [TestCase("http://127.0.0.1:5080/", "http://127.0.0.1:5080/")]
    [TestCase("http://*:5080", "http://localhost:5080/")]
    [TestCase("http://+:5080", "http://localhost:5080/")]
    [TestCase("https://+:5443", "https://localhost:5443/")]
    [TestCase("http://0.0.0.0:80", "http://localhost/")]
    [TestCase("http://[::]:36571", "http://localhost:36571/")]
    [TestCase("http://[::1]:5080", "http://[::1]:5080/")]
    [TestCase("http://unix:/tmp/store.sock;http://*:5080", "http://localhost:5080/")]
    public void Find_AddressOfSettings_ReturnsAnAddressToCall(string urls, string expected) =>
        Assert.That(ServerAddress.Find(urls.Split(';')), Is.EqualTo(new Uri(expected)));

    [TestCase("")]
    [TestCase("http://unix:/tmp/store.sock")]
    [TestCase("http://pipe:/store")]
    public void Find_NoPort_ReturnsNull(string urls) =>
        Assert.That(ServerAddress.Find(urls.Split(';', StringSplitOptions.RemoveEmptyEntries)), Is.Null);
}
