using GoogleCheckout.Client;
using NUnit.Framework;

namespace GoogleCheckout.Configuration;

public class OptionsTests
{
    [Test]
    public void ToString_WithSecrets_ContainsNone()
    {
        var options = TestMerchant.Options();
        options.ClientCertificatePassword = "the-password";

        Assert.That($"{options}", Is.EqualTo($"CheckoutOptions of merchant {TestMerchant.Id} at {TestMerchant.BaseAddress}"));
    }

    public static IEnumerable<TestCaseData> Faults()
    {
        yield return Case("MerchantId is missing", options => options.MerchantId = " ");
        yield return Case("MerchantId must not contain a colon", options => options.MerchantId = "12:34");
        yield return Case("MerchantKey is missing", options => options.MerchantKey = null!);
        yield return Case("Environment is null", options => options.Environment = null!);
        yield return Case("Timeout must be", options => options.Timeout = TimeSpan.Zero);
        yield return Case("Timeout must be", options => options.Timeout = TimeSpan.MaxValue);
        yield return Case("MaxResponseBytes must be", options => options.MaxResponseBytes = 0);
        yield return Case("ApplicationId must be", options => options.ApplicationId = "my/shop/1 (");
        yield return Case("Set only one of them", options => (options.ClientCertificatePath, options.ClientCertificateThumbprint) = ("a", "b"));
        yield return Case("CheckoutOptions.ClientCertificatePassword is set, but CheckoutOptions.ClientCertificatePath is not", options => options.ClientCertificatePassword = "p");
        yield return Case("/nowhere.pfx", options => options.ClientCertificatePath = "/nowhere.pfx");
        yield return Case("no certificate with the thumbprint AB12", options => options.ClientCertificateThumbprint = "\u200Eab 12".ToUpperInvariant());
    }

    [TestCaseSource(nameof(Faults))]
    public void NewClient_WhenOptionsAreInvalid_NamesTheError(string error, Action<CheckoutOptions> change)
    {
        var options = TestMerchant.Options();
        change(options);

        Assert.Multiple(() =>
        {
            Assert.That(() => new CheckoutClient(options), Throws.ArgumentException.With.Property("ParamName").EqualTo("options").And.Message.Contains(error));
            Assert.That(() => new CheckoutClient(new HttpClient(), options), Throws.ArgumentException.With.Message.Contains(error));
            Assert.That(() => CheckoutHttpHandler.Create(options), Throws.ArgumentException.With.Message.Contains(error));
        });
    }

    [Test]
    public void NewClient_WithSeveralErrors_ListsAll() =>
        Assert.That(() => new CheckoutClient(new CheckoutOptions()), Throws.ArgumentException.With.Message.Contains("MerchantId").And.Message.Contains("MerchantKey"));

    [TestCase("http://service.test/")]
    [TestCase("https://user@service.test/")]
    [TestCase("https://service.test/?a=b")]
    [TestCase("https://service.test/#fragment")]
    public void ForBaseAddress_WhenTheKeyWouldNotBeProtected_Throws(string address) =>
        Assert.That(() => CheckoutEnvironment.ForBaseAddress(new Uri(address)), Throws.ArgumentException.With.Property("ParamName").EqualTo("baseAddress"));

    [Test]
    public void ForBaseAddress_WhenTheSlashIsMissing_AddsIt()
    {
        var environment = CheckoutEnvironment.ForBaseAddress(new Uri("https://service.test/v2"));

        Assert.Multiple(() =>
        {
            Assert.That(environment.BaseAddress.AbsoluteUri, Is.EqualTo("https://service.test/v2/"));
            Assert.That(environment, Is.EqualTo(CheckoutEnvironment.ForBaseAddress(new Uri("https://service.test/v2/"))));
            Assert.That(environment, Is.Not.EqualTo(CheckoutEnvironment.Production));
            Assert.That(environment.ToString(), Is.EqualTo("https://service.test/v2/"));
            Assert.That(CheckoutEnvironment.Sandbox.ToString(), Is.EqualTo("Sandbox"));
        });
    }

    private static TestCaseData Case(string error, Action<CheckoutOptions> change) => new TestCaseData(error, change).SetArgDisplayNames(error);
}
