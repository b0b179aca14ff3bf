using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;

namespace GoogleCheckout.Carts;

public class CartSignatureTests
{
    private const string Key = "key-of-the-merchant";

    private static readonly byte[] Document = Encoding.UTF8.GetBytes("<cart>Tee für zwei</cart>\r\n");

    // The second test case of RFC 2202.
    [TestCase("what do ya want for nothing?", "Jefe", "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79")]
    [TestCase("", "key", "f42bb0eeb018ebbd4597ae7213711ec60760843f")]
    public void Sign_Document_ReturnsTheHmacSha1InBase64(string document, string key, string hex)
    {
        var signature = CartSignature.Sign(Encoding.ASCII.GetBytes(document), key);

        Assert.That(Convert.ToHexString(Convert.FromBase64String(signature)), Is.EqualTo(hex).IgnoreCase);
        Assert.That(signature, Has.Length.EqualTo(28));
    }

    [Test]
    public void IsAuthentic_ValidSignature_IsTrueForTheSameBytesAndKeyOnly()
    {
        var signature = CartSignature.Sign(Document, Key);

        Assert.Multiple(() =>
        {
            Assert.That(CartSignature.IsAuthentic(Document, signature, Key), Is.True);
            Assert.That(CartSignature.IsAuthentic(Document, signature, Key + "x"), Is.False);
            Assert.That(CartSignature.IsAuthentic(Document.AsMemory(1), signature, Key), Is.False);
            Assert.That(CartSignature.IsAuthentic(Encoding.Latin1.GetBytes(Encoding.UTF8.GetString(Document)), signature, Key), Is.False);
        });
    }

    [Test]
    public void IsAuthentic_OneBitOfTheDocumentChanged_ReturnsFalse()
    {
        var signature = CartSignature.Sign(Document, Key);
        var accepted = from place in Enumerable.Range(0, Document.Length)
                       from bit in Enumerable.Range(0, 8)
                       let changed = Document.Select((each, i) => i == place ? (byte)(each ^ (1 << bit)) : each).ToArray()
                       where CartSignature.IsAuthentic(changed, signature, Key)
                       select place;

        Assert.That(accepted, Is.Empty);
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("=")]
    [TestCase("not base64!")]
    [TestCase("5qBQYatFZk5BMS1hm5gSUS+9yrg=", Description = "another one")]
    [TestCase("5qBQYatFZk5BMS1hm5gSUS+9yrg", Description = "cut off")]
    [TestCase("5qBQYatFZk5B", Description = "too short")]
    public void IsAuthentic_InvalidSignature_ReturnsFalse(string? signature)
    {
        Assert.That(CartSignature.IsAuthentic(Document, signature, Key), Is.False);
    }

    [Test]
    public void IsAuthentic_AnyText_ReturnsFalseWithoutThrowing()
    {
        var texts = ArbMap.Default.GeneratorFor<string>();
        var signatures = Gen.OneOf(texts, texts.Select(text => Convert.ToBase64String(Encoding.UTF8.GetBytes(text ?? string.Empty))));

        Prop.ForAll(signatures.ToArbitrary(), signature => !CartSignature.IsAuthentic(Document, signature, Key)).Check(Config.QuickThrowOnFailure);
    }

    [Test]
    public void Sign_NoKey_Throws()
    {
        Assert.Multiple(() =>
        {
            Assert.That(() => CartSignature.Sign(Document, string.Empty), Throws.ArgumentException);
            Assert.That(() => CartSignature.IsAuthentic(Document, "x", null!), Throws.ArgumentException);
        });
    }
}
