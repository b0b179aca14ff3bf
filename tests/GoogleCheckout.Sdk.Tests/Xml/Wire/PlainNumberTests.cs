using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;

namespace GoogleCheckout.Xml.Wire;

/// <summary>A number that is read in its plain form is the one that the general parser reads, with the same scale.</summary>
public class PlainNumberTests
{
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    [TestCase("0")]
    [TestCase("0.00")]
    [TestCase("12.50")]
    [TestCase("007.5")]
    [TestCase("4294967296")]
    [TestCase("999999999999999999")]
    [TestCase("0.0000000000000001")]
    public void TryParse_PlainForm_ReadsItWithItsScale(string text)
    {
        Assert.That(PlainNumber.TryParse(text, out var value), Is.True);
        Assert.That(decimal.GetBits(value), Is.EqualTo(decimal.GetBits(decimal.Parse(text, Style, CultureInfo.InvariantCulture))));
    }

    [TestCase("")]
    [TestCase(".")]
    [TestCase(".5")]
    [TestCase("5.")]
    [TestCase("-1")]
    [TestCase("+1")]
    [TestCase("1.2.3")]
    [TestCase("1,000")]
    [TestCase("1e3")]
    [TestCase(" 1")]
    [TestCase("\u0661")]
    [TestCase("1000000000000000000")]
    public void TryParse_OtherForm_IsFalse(string text)
    {
        Assert.That(PlainNumber.TryParse(text, out _), Is.False);
    }

    [Test]
    public void TryParse_AnyText_IsWhatTheGeneralParserReads()
    {
        var texts = Gen.Elements("0123456789.-+ ,e".ToCharArray()).ListOf().Select(characters => string.Concat(characters));

        Prop.ForAll(texts.ToArbitrary(), text => !PlainNumber.TryParse(text, out var value)
                || (decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out var expected) && decimal.GetBits(value).SequenceEqual(decimal.GetBits(expected))))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(20_000));
    }
}
