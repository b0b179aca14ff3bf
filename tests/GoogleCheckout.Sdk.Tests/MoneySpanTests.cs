using System.Globalization;
using NUnit.Framework;

namespace GoogleCheckout;

/// <summary>Tests the interfaces of Money that exist only in .NET, not in .NET Standard.</summary>
public class MoneySpanTests
{
    [TestCase("1234.5", "USD")]
    [TestCase("-0.005", "KWD")]
    [TestCase("12.430", "")]
    public void TryFormat_AnyAmount_WritesTheResultOfToString(string amount, string currency)
    {
        var money = new Money(decimal.Parse(amount, CultureInfo.InvariantCulture), currency);
        var expected = money.ToString("N3", null);
        Span<char> destination = stackalloc char[64];

        Assert.That(money.TryFormat(destination, out var written, "N3", null), Is.True);
        Assert.That(destination[..written].ToString(), Is.EqualTo(expected));
    }

    [Test]
    public void TryFormat_SpanTooShort_ReturnsFalse()
    {
        for (var length = 0; length < "12.50 USD".Length; length++)
        {
            Assert.That(new Money(12.50m, "USD").TryFormat(new char[length], out var written, default, null), Is.False);
            Assert.That(written, Is.Zero);
        }
    }

    [Test]
    public void Parse_ThroughTheInterface_ReturnsTheAmount()
    {
        Assert.That((Parse<Money>("12.50 USD"), Money.Parse("7 EUR".AsSpan(), null)), Is.EqualTo((new Money(12.50m, "USD"), new Money(7m, "EUR"))));
        Assert.That(Money.TryParse("seven".AsSpan(), null, out _), Is.False);
    }

    private static T Parse<T>(string text)
        where T : IParsable<T> => T.Parse(text, null);
}
