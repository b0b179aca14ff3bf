using NUnit.Framework;

namespace GoogleCheckout.Configuration;

public class SettingTextTests
{
    [TestCase("00:01:00", 60)]
    [TestCase("1:00:00", 3600)]
    [TestCase("7.00:00:00", 604800)]
    [TestCase("00:00:02.5", 2.5)]
    [TestCase("-00:00:01", -1)]
    [TestCase("00:00:00", 0)]
    public void TryParseTime_DaysHoursMinutesSeconds_IsRead(string text, double seconds)
    {
        Assert.That(SettingText.TryParseTime(text, out var time));
        Assert.That(time, Is.EqualTo(TimeSpan.FromSeconds(seconds)));
    }

    [TestCase("60")]
    [TestCase("0")]
    [TestCase("1.5")]
    [TestCase("00:30")]
    [TestCase("24:00:00")]
    [TestCase("00:60:00")]
    [TestCase("1:2:3:4")]
    [TestCase("a:b:c")]
    [TestCase("1m")]
    [TestCase("")]
    public void TryParseTime_WithoutAnUnambiguousMeaning_IsRefused(string text) => Assert.That(SettingText.TryParseTime(text, out _), Is.False);

    [TestCase("MerchantKeys", "MerchantKey")]
    [TestCase("merchent-id", "MerchantId")]
    [TestCase("ClientCertificatePath", "ClientCertificate:Path")]
    [TestCase("ClientCertificate", "ClientCertificate:Path")]
    [TestCase("Enviroment", "Environment")]
    [TestCase("Time_Out", "Timeout")]
    [TestCase("Password", "ClientCertificate:Password")]
    public void FindSimilar_MisspelledName_FindsTheRightOne(string name, string similar) => Assert.That(SettingText.FindSimilar(name, Names), Is.EqualTo(similar));

    [TestCase("Foo")]
    [TestCase("")]
    [TestCase("::")]
    [TestCase("Retries")]
    public void FindSimilar_OtherName_FindsNone(string name) => Assert.That(SettingText.FindSimilar(name, Names), Is.Null);

    [Test]
    public void FindSimilar_WithoutNames_FindsNone() => Assert.That(SettingText.FindSimilar("Timeout", []), Is.Null);

    private static string[] Names => ["MerchantId", "MerchantKey", "Environment", "Timeout", "ClientCertificate:Path", "ClientCertificate:Password"];
}
