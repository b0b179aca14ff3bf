using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;

namespace GoogleCheckout.Client;

/// <summary>A URL that is accepted without parsing it is one that parsing accepts.</summary>
public class BrowserUrlTests
{
    private static readonly string[] Pieces =
    [
        "http://", "https://", "HTTP://", "http:/", "ftp://", "a", "shop", "example", "xn--abc", "127", "0", "1", "256", "999", "0x7f", "4294967296", ".", "..", "-", "--", ":", ":80", ":443", ":40001", ":65535", ":65536", ":0", ":00080", ":999999999999",
        "/", "//", "/a?b=c", "?", "#", "@", "\\", "%", "%zz", "%41", "[", "]", "[::1]", "|", "^", "{", "}", "<", "\"", "'", "`", "~", "_", "*", "A", new string('a', 63), new string('b', 20) + ".",
    ];

    [TestCase("https://checkout.google.com/view/buy?o=shoppingcart&shoppingcart=8204194193456789")]
    [TestCase("http://127.0.0.1:40001/view/buy?o=x#y")]
    [TestCase("http://localhost")]
    [TestCase("http://a-b.example:65535/")]
    public void IsPlain_UrlOfAService_IsTrue(string url)
    {
        Assert.That(BrowserUrl.IsPlain(url), Is.True);
        Assert.That(BrowserUrl.IsValid(url), Is.True);
    }

    [TestCase("http://example.com:65536/")]
    [TestCase("http://example.com:/")]
    [TestCase("http://user@example.com/")]
    [TestCase("http://-a.example/")]
    [TestCase("http://a..example/")]
    [TestCase("http://?a")]
    [TestCase("https://")]
    [TestCase("ftp://example.com/")]
    public void IsPlain_OtherForm_IsFalse(string url)
    {
        Assert.That(BrowserUrl.IsPlain(url), Is.False);
    }

    [TestCase("https://EXAMPLE.com/", true)]
    [TestCase("https://[::1]/", true)]
    [TestCase("https://example.com?a", true)]
    [TestCase("https://example.com/a b", false)]
    [TestCase("https://example.com/\u00E9", false)]
    [TestCase("/relative", false)]
    [TestCase("javascript:alert(1)", false)]
    public void IsValid_OtherForm_DependsOnTheUrl(string url, bool expected)
    {
        Assert.That(BrowserUrl.IsValid(url), Is.EqualTo(expected));
    }

    [Test]
    public void IsPlain_AnyText_IsTrueOnlyForWhatParsingAccepts()
    {
        var texts = Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces))
            .SelectMany(rest => Gen.Elements("http://", "https://", "http://a", "https://a.example", string.Empty).Select(start => start + rest));

        Prop.ForAll(texts.ToArbitrary(), text => !BrowserUrl.IsPlain(text) || !BrowserUrl.IsValid(text)
                || (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.Host.Length > 0))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(20_000));
    }
}
