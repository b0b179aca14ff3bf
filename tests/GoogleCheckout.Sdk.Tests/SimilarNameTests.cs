using NUnit.Framework;

namespace GoogleCheckout;

public class SimilarNameTests
{
    [TestCase("MerchantKeys", "MerchantKey")]
    [TestCase("merchent-id", "MerchantId")]
    [TestCase("ClientCertificatePath", "ClientCertificate:Path")]
    [TestCase("ClientCertificate", "ClientCertificate:Path")]
    [TestCase("Enviroment", "Environment")]
    [TestCase("Timoeut", "Timeout")]
    [TestCase("Time_Out", "Timeout")]
    [TestCase("Password", "ClientCertificate:Password")]
    public void Find_MisspelledName_ReturnsTheRightOne(string name, string similar) => Assert.That(SimilarName.Find(name, Names), Is.EqualTo(similar));

    [TestCase("Foo")]
    [TestCase("")]
    [TestCase("::")]
    [TestCase("Retries")]
    public void Find_OtherName_ReturnsNull(string name) => Assert.That(SimilarName.Find(name, Names), Is.Null);

    [Test]
    public void Find_WithoutNames_ReturnsNull() => Assert.That(SimilarName.Find("Timeout", []), Is.Null);

    [Test]
    public void Find_VeryLongName_ReturnsNull() => Assert.That(SimilarName.Find(new string('T', 129), [new string('t', 129)]), Is.Null);

    private static string[] Names => ["MerchantId", "MerchantKey", "Environment", "Timeout", "ClientCertificate:Path", "ClientCertificate:Password"];
}
