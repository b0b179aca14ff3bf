using System.Text;
using NUnit.Framework;

namespace GoogleCheckout.Carts;

public class NameValueSignatureTests
{
    private const string Key = "merchantkey";

    // The signature of the two fields of the known example.
    private const string Example = "5qBQYatFZk5BMS1hm5gSUS+9yrg=";

    [Test]
    public void Sign_KnownExample_ReturnsTheKnownSignature()
    {
        Assert.That(NameValueSignature.Sign(Fields("a", "123", "b", "456"), Key), Is.EqualTo(Example));
    }

    [TestCase("b", "456", "a", "123", Description = "order of the form")]
    [TestCase("a", " 123\t", "b", "\r\n456 ", Description = "white space around")]
    [TestCase("a", "123", "b", "456", "_charset_", "UTF-8")]
    [TestCase("a", "123", "b", "456", "analyticsdata", "x", "urchindata", "y")]
    [TestCase("a", "123", "b", "456", "x", "12", "y", "34", Description = "a nameless image button")]
    [TestCase("a", "123", "b", "456", "Google Checkout.x", "12", "Google Checkout.y", "34")]
    [TestCase("a", "123", "b", "456", "signature", "anything")]
    public void Sign_UnsignedFields_DoNotChangeTheSignature(params string[] namesAndValues)
    {
        Assert.That(NameValueSignature.Sign(Fields(namesAndValues), Key), Is.EqualTo(Example));
    }

    [TestCase("a=123&b=456", "b", "456", "a", "123")]
    [TestCase("a=1&a=2&b=0", "b", "0", "a", "2", "a", "1", Description = "the same name: by value")]
    [TestCase("A=3&Z=2&a=1", "a", "1", "Z", "2", "A", "3", Description = "capitals first")]
    [TestCase("item_10=b&item_2=a", "item_2", "a", "item_10", "b", Description = "digits are characters")]
    [TestCase("n=two+words+%26+more", "n", "two words & more")]
    [TestCase("n=1.50-_.%7E%2A%2B%2F%3D%25", "n", "1.50-_.~*+/=%")]
    [TestCase("n=T%C3%A9+%E8%8C%B6+%F0%9F%8D%B5", "n", "Té 茶 🍵")]
    [TestCase("n=a+b%0D%0Ac", "n", "a b\r\nc", Description = "only white space around is lost")]
    [TestCase("shopping-cart.items.item-1.item-name=Tea", "shopping-cart.items.item-1.item-name", "Tea")]
    [TestCase("max=1&xy=2", "max", "1", "xy", "2", Description = "names that only end in x or y")]
    [TestCase("n=", "n", "")]
    [TestCase("")]
    public void Sign_Fields_SignsTheCanonicalText(string text, params string[] namesAndValues)
    {
        Assert.That(NameValueSignature.Sign(Fields(namesAndValues), Key), Is.EqualTo(CartSignature.Sign(Encoding.ASCII.GetBytes(text), Key)));
    }

    [Test]
    public void IsAuthentic_ValidSignature_IsTrueUntilAFieldChanges()
    {
        Assert.Multiple(() =>
        {
            Assert.That(NameValueSignature.IsAuthentic(Fields("a", "123", "b", "456", "signature", Example, "x", "7"), Key), Is.True);
            Assert.That(NameValueSignature.IsAuthentic(Fields("a", "123", "b", "457", "signature", Example), Key), Is.False);
            Assert.That(NameValueSignature.IsAuthentic(Fields("a", "123", "b", "456", "c", "", "signature", Example), Key), Is.False);
            Assert.That(NameValueSignature.IsAuthentic(Fields("a", "123", "b", "456", "signature", Example), "another"), Is.False);
            Assert.That(NameValueSignature.IsAuthentic(Fields("a", "123", "b", "456"), Key), Is.False, "unsigned");
            Assert.That(NameValueSignature.IsAuthentic(Fields("a", "123", "b", "456", "signature", Example, "signature", Example), Key), Is.False, "signed twice");
        });
    }

    // A framework may return null for a field without a value.
    [Test]
    public void Sign_NullNameOrValue_CountsAsEmpty()
    {
        KeyValuePair<string, string>[] fields = [new("a", null!), default];

        Assert.Multiple(() =>
        {
            Assert.That(NameValueSignature.Sign(fields, Key), Is.EqualTo(NameValueSignature.Sign(Fields("a", "", "", ""), Key)));
            Assert.That(NameValueSignature.IsAuthentic([.. fields, new("signature", null!)], Key), Is.False);
        });
    }

    private static IEnumerable<KeyValuePair<string, string>> Fields(params string[] namesAndValues) =>
        namesAndValues.Chunk(2).Select(pair => KeyValuePair.Create(pair[0], pair[1]));
}
