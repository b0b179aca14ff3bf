using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;

namespace GoogleCheckout;

public class MoneyTests
{
    [Test]
    public void Add_DifferentCurrencies_Throws()
    {
        Assert.That(
            () => new Money(1m, "USD") + new Money(1m, "GBP"),
            Throws.InvalidOperationException.With.Message.EqualTo("Amounts in different currencies cannot be compared or added: 1 USD and 1 GBP."));
    }

    [Test]
    public void Compare_DifferentCurrencies_Throws()
    {
        Assert.Multiple(() =>
        {
            Assert.That(() => new Money(1m, "USD") < new Money(1m, "GBP"), Throws.InvalidOperationException);
            Assert.That(() => new Money(1m, "USD").CompareTo(new Money(1m, "GBP")), Throws.InvalidOperationException);
        });
    }

    [Test]
    public void AddThenSubtract_AnyAmounts_ReturnsTheFirst()
    {
        Prop.ForAll<int, int>((left, right) =>
        {
            var (one, other) = (new Money(left / 100m, "USD"), new Money(right / 100m, "USD"));
            return one + other - other == one && one + other == other + one && -(-one) == one;
        }).QuickCheckThrowOnFailure();
    }

    [TestCase("12.43", "USD", true)]
    [TestCase("12.430", "USD", true)]
    [TestCase("12.435", "USD", false)]
    [TestCase("12", "JPY", true)]
    [TestCase("12.5", "JPY", false)]
    [TestCase("1.234", "KWD", true)]
    [TestCase("1.2345", "KWD", false)]
    public void IsWholeMinorUnits_AnyCurrency_DependsOnItsMinorUnit(string amount, string currency, bool expected)
    {
        Assert.That(new Money(decimal.Parse(amount, CultureInfo.InvariantCulture), currency).IsWholeMinorUnits, Is.EqualTo(expected));
    }

    [Test]
    public void Default_Always_HasNoCurrency()
    {
        Assert.That((default(Money).Currency, default(Money).ToString()), Is.EqualTo((string.Empty, "0")));
    }

    [TestCase("12.50 USD", "12.50", "USD")]
    [TestCase("-0.005 KWD", "-0.005", "KWD")]
    [TestCase("  7 \t EUR ", "7", "EUR")]
    [TestCase("12.430", "12.430", "")]
    public void Parse_Amount_KeepsScaleAndCurrency(string text, string amount, string currency)
    {
        var money = Money.Parse(text, null);

        Assert.That((money.Amount.ToString(CultureInfo.InvariantCulture), money.Currency), Is.EqualTo((amount, currency)));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("USD")]
    [TestCase("12.50USD")]
    [TestCase("12,50 USD")]
    [TestCase("USD 12.50")]
    [TestCase("1 234 USD")]
    [TestCase("12.50 U5D")]
    [TestCase("79228162514264337593543950336 USD")]
    public void TryParse_NotAnAmount_ReturnsFalse(string? text)
    {
        Assert.That((Money.TryParse(text, out var result), result), Is.EqualTo((false, default(Money))));
        Assert.That(() => Money.Parse(text!, null), text is null ? Throws.ArgumentNullException : Throws.TypeOf<FormatException>());
    }

    [TestCase("")]
    [TestCase("de-DE")]
    [TestCase("fr-FR")]
    [TestCase("sv-SE")]
    public void Parse_FormattedAmount_ReturnsTheAmountWithItsScale(string culture)
    {
        var provider = CultureInfo.GetCultureInfo(culture);
        var currencies = Gen.Elements(string.Empty, "USD", "GBP", "KWD", "x");
        var amounts = from low in Gen.Choose(int.MinValue, int.MaxValue)
                      from middle in Gen.Choose(0, int.MaxValue)
                      from negative in Gen.Elements(true, false)
                      from scale in Gen.Choose(0, 28)
                      from currency in currencies
                      select new Money(new decimal(low, middle, 0, negative, (byte)scale), currency);

        Prop.ForAll(amounts.ToArbitrary(), money =>
        {
            var text = money.ToString(null, provider);
            return Money.TryParse(text, provider, out var parsed) && parsed == money && parsed.ToString(null, provider) == text;
        }).QuickCheckThrowOnFailure();
    }

    [Test]
    public void ToString_Format_AppliesToTheAmount()
    {
        var money = new Money(1234.5m, "USD");

        Assert.Multiple(() =>
        {
            Assert.That(money.ToString("N2", null), Is.EqualTo("1,234.50 USD"));
            Assert.That(money.ToString("F2", CultureInfo.GetCultureInfo("de-DE")), Is.EqualTo("1234,50 USD"));
            Assert.That(string.Format(CultureInfo.InvariantCulture, "{0:F3}", money), Is.EqualTo("1234.500 USD"));
        });
    }

    [Test]
    public void Amount_TrailingZeros_KeepsItsScale()
    {
        Assert.That(new Money(129.430m, "USD").Amount.ToString(CultureInfo.InvariantCulture), Is.EqualTo("129.430"));
    }

    [TestCase("12.5000000", "USD", "12.50 USD")]
    [TestCase("129.430", "USD", "129.43 USD")]
    [TestCase("1.005", "USD", "1.005 USD")]
    [TestCase("1.0050", "USD", "1.005 USD")]
    [TestCase("-0.0010", "USD", "-0.001 USD")]
    [TestCase("12.5", "USD", "12.5 USD")]
    [TestCase("12", "USD", "12 USD")]
    [TestCase("1000.00", "JPY", "1000 JPY")]
    [TestCase("1000.50", "JPY", "1000.5 JPY")]
    [TestCase("1.2500", "KWD", "1.250 KWD")]
    [TestCase("3.000", "", "3.00")]
    [TestCase("79228162514264337593543950335", "USD", "79228162514264337593543950335 USD")]
    [TestCase("0.0000000000000000000000000001", "USD", "0.0000000000000000000000000001 USD")]
    public void ToString_NeedlessZeros_AreOmitted(string amount, string currency, string expected)
    {
        var money = new Money(decimal.Parse(amount, CultureInfo.InvariantCulture), currency);

        Assert.That(money.ToString(), Is.EqualTo(expected));
        Assert.That(Money.Parse(expected, CultureInfo.InvariantCulture), Is.EqualTo(money));
    }
}
