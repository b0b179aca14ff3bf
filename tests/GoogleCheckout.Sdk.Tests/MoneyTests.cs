using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;

namespace GoogleCheckout;

public class MoneyTests
{
    [Test]
    public void Add_WhenCurrenciesDiffer_Throws()
    {
        Assert.That(
            () => new Money(1m, "USD") + new Money(1m, "GBP"),
            Throws.InvalidOperationException.With.Message.EqualTo("Amounts in different currencies cannot be compared or summed: 1 USD and 1 GBP."));
    }

    [Test]
    public void Compare_WhenCurrenciesDiffer_Throws()
    {
        Assert.Multiple(() =>
        {
            Assert.That(() => new Money(1m, "USD") < new Money(1m, "GBP"), Throws.InvalidOperationException);
            Assert.That(() => new Money(1m, "USD").CompareTo(new Money(1m, "GBP")), Throws.InvalidOperationException);
        });
    }

    [Test]
    public void AddThenSubtract_OfAnyAmounts_GivesTheFirst()
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
    public void IsWholeMinorUnits_GoesByTheCurrency(string amount, string currency, bool expected)
    {
        Assert.That(new Money(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), currency).IsWholeMinorUnits, Is.EqualTo(expected));
    }

    [Test]
    public void Default_HasNoCurrencyAndPrintsItsAmount()
    {
        Assert.That((default(Money).Currency, default(Money).ToString()), Is.EqualTo((string.Empty, "0")));
    }

    [Test]
    public void Amount_KeepsItsScale()
    {
        Assert.That(new Money(129.430m, "USD").ToString(), Is.EqualTo("129.430 USD"));
    }
}
