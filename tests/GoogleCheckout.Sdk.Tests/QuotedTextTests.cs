using NUnit.Framework;

namespace GoogleCheckout.Tests;

[TestFixture]
public sealed class QuotedTextTests
{
    [TestCase("a\nb", @"a\u000ab")]
    [TestCase("\u001b[31m\u009b\u007f", @"\u001b[31m\u009b\u007f")]
    [TestCase("\u202eevil\u200b\u2066\ufeff\u00ad", @"\u202eevil\u200b\u2066\ufeff\u00ad")]
    [TestCase("a\u2028b\u2029c\u0085", @"a\u2028b\u2029c\u0085")]
    [TestCase("\ud83d\udca1 caf\u00e9 \u6771\u4eac", "\ud83d\udca1 caf\u00e9 \u6771\u4eac")]
    [TestCase("\udb40\udc01", @"\udb40\udc01")]
    [TestCase("", "")]
    [TestCase(null, "")]
    public void Of_CharactersThatControlATerminalOrAreInvisible_EscapesThem(string? text, string quoted) =>
        Assert.That(QuotedText.Of(text), Is.EqualTo(quoted));

    // Not as test cases: half a surrogate pair does not survive the names of tests.
    [Test]
    public void Of_HalfASurrogatePair_EscapesIt()
    {
        Assert.That(QuotedText.Of("a\ud83d"), Is.EqualTo(@"a\ud83d"));
        Assert.That(QuotedText.Of("\udca1b"), Is.EqualTo(@"\udca1b"));
    }

    [Test]
    public void Of_TextOverTheLimit_CutsItAndCountsTheRest()
    {
        Assert.That(QuotedText.Of(new string('x', 10), 10), Is.EqualTo(new string('x', 10)));
        Assert.That(QuotedText.Of(new string('x', 1010), 10), Is.EqualTo("xxxxxxxxxx... (1000 more characters)"));
    }

    [Test]
    public void Of_SurrogatePairAtTheLimit_IsNotDivided() =>
        Assert.That(QuotedText.Of("xxx\ud83d\udca1yy", 4), Is.EqualTo("xxx... (4 more characters)"));

    [Test]
    public void Of_AnyText_HasAtMostSixTimesTheLimit()
    {
        var quoted = QuotedText.Of(new string('\u001b', 5_000_000), 40);
        Assert.That(quoted, Has.Length.LessThanOrEqualTo((6 * 40) + 40));
    }

    [TestCase("4111111111111111", "************1111")]
    [TestCase("card 4111 1111 1111 1111, please", "card **** **** **** 1111, please")]
    [TestCase("3782-822463-10005", "****-******-*0005")]
    [TestCase("12 4111111111111111", "12 ************1111")]
    [TestCase("4111111111111111 5500000000000004", "************1111 ************0004")]
    [TestCase("4111111111111112", "4111111111111112")]
    [TestCase("41111111111111111111", "41111111111111111111")]
    [TestCase("0004111", "0004111")]
    public void Of_CardNumbers_ShowsTheirLastFourDigits(string text, string quoted) => Assert.That(QuotedText.Of(text), Is.EqualTo(quoted));

    [Test]
    public void Of_CardNumberAtTheLimit_IsMasked() =>
        Assert.That(QuotedText.Of("card 4111 1111 1111 1111", 15), Is.EqualTo("card **** **** ... (9 more characters)"));

    [Test]
    public void OfIdentifier_DigitsLikeACardNumber_AreShown() =>
        Assert.That(QuotedText.OfIdentifier("4111111111111111\n"), Is.EqualTo(@"4111111111111111\u000a"));

    [Test]
    public void FindDefect_Identifier_HasOneLimitAndNoControlCharacters()
    {
        Assert.That(Identifier.FindDefect(new string('1', 128)), Is.Null);
        Assert.That(Identifier.FindDefect(new string('1', 129)), Is.EqualTo("must have at most 128 characters, but has 129"));
        Assert.That(Identifier.FindDefect("1\n2"), Is.EqualTo("must not contain control or format characters"));
    }
}
