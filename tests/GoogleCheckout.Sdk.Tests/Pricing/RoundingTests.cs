using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using GoogleCheckout.Pricing;
using NUnit.Framework;

namespace GoogleCheckout.Carts;

/// <summary>Tests the eight rounding modes of cart.md, section 6, of the protocol notes.</summary>
public class RoundingTests
{
    [TestCase(RoundingMode.HalfEven, "12.435", "12.44")]
    [TestCase(RoundingMode.HalfEven, "12.445", "12.44")]
    [TestCase(RoundingMode.HalfEven, "12.44501", "12.45")]
    [TestCase(RoundingMode.HalfUp, "12.445", "12.45")]
    [TestCase(RoundingMode.HalfUp, "12.434", "12.43")]
    public void Round_DocumentedVectors_MatchExactly(RoundingMode mode, string amount, string expected)
    {
        Assert.That(mode.Round(Parse(amount), 2), Is.EqualTo(Parse(expected)));
    }

    // The columns: up, down, ceiling, floor, half up, half down, half even.
    [TestCase("0.055", "0.06 0.05 0.06 0.05 0.06 0.05 0.06")]
    [TestCase("0.025", "0.03 0.02 0.03 0.02 0.03 0.02 0.02")]
    [TestCase("0.016", "0.02 0.01 0.02 0.01 0.02 0.02 0.02")]
    [TestCase("0.011", "0.02 0.01 0.02 0.01 0.01 0.01 0.01")]
    [TestCase("0.010", "0.01 0.01 0.01 0.01 0.01 0.01 0.01")]
    [TestCase("-0.010", "-0.01 -0.01 -0.01 -0.01 -0.01 -0.01 -0.01")]
    [TestCase("-0.011", "-0.02 -0.01 -0.01 -0.02 -0.01 -0.01 -0.01")]
    [TestCase("-0.016", "-0.02 -0.01 -0.01 -0.02 -0.02 -0.02 -0.02")]
    [TestCase("-0.025", "-0.03 -0.02 -0.02 -0.03 -0.03 -0.02 -0.02")]
    [TestCase("-0.055", "-0.06 -0.05 -0.05 -0.06 -0.06 -0.05 -0.06")]
    [TestCase("0", "0 0 0 0 0 0 0")]
    [TestCase("0.0000000000000000000000000001", "0.01 0 0.01 0 0 0 0")]
    [TestCase("79228162514264337593543950335", "79228162514264337593543950335 79228162514264337593543950335 79228162514264337593543950335 79228162514264337593543950335 79228162514264337593543950335 79228162514264337593543950335 79228162514264337593543950335")]
    public void Round_EachMode_MatchesJava(string amount, string expected)
    {
        RoundingMode[] modes =
        [
            RoundingMode.Up, RoundingMode.Down, RoundingMode.Ceiling, RoundingMode.Floor, RoundingMode.HalfUp, RoundingMode.HalfDown, RoundingMode.HalfEven,
        ];

        Assert.That(modes.Select(mode => mode.Round(Parse(amount), 2)), Is.EqualTo(expected.Split(' ').Select(Parse)));
    }

    [Test]
    public void Round_UnnecessaryButRequired_Throws()
    {
        Assert.That(RoundingMode.Unnecessary.Round(12.430m, 2), Is.EqualTo(12.43m));
        Assert.That(() => RoundingMode.Unnecessary.Round(12.435m, 2), Throws.ArgumentException.With.Message.Contains("Mode is Unnecessary"));
    }

    [Test]
    public void Round_UndefinedMode_Throws()
    {
        Assert.That(() => RoundingMode.Unknown.Round(12.435m, 2), Throws.ArgumentException);
    }

    [TestCase("12", 2, "12.00")]
    [TestCase("12.4", 2, "12.40")]
    [TestCase("12.430", 2, "12.43")]
    [TestCase("0", 2, "0.00")]
    [TestCase("12.4", 0, "12")]
    [TestCase("12.4004", 3, "12.400")]
    public void Round_AnyAmount_HasTheDecimalsOfTheCurrency(string amount, int decimals, string expected)
    {
        Assert.That(RoundingMode.HalfEven.Round(Parse(amount), decimals).ToString(CultureInfo.InvariantCulture), Is.EqualTo(expected));
    }

    [TestCase(RoundingMode.HalfEven, MidpointRounding.ToEven)]
    [TestCase(RoundingMode.HalfUp, MidpointRounding.AwayFromZero)]
    [TestCase(RoundingMode.Down, MidpointRounding.ToZero)]
    [TestCase(RoundingMode.Ceiling, MidpointRounding.ToPositiveInfinity)]
    [TestCase(RoundingMode.Floor, MidpointRounding.ToNegativeInfinity)]
    public void Round_AnyAmount_MatchesTheModeOfDotNet(RoundingMode mode, MidpointRounding twin)
    {
        Check((amount, decimals) => mode.Round(amount, decimals) == decimal.Round(amount, decimals, twin));
    }

    [Test]
    public void Round_ModesThatDotNetLacks_MirrorAnotherMode() => Check((amount, decimals) =>
    {
        var isTie = Math.Abs(amount - decimal.Round(amount, decimals, MidpointRounding.ToZero)) * 2 == new decimal(1, 0, 0, false, (byte)decimals);
        var up = amount < 0 ? MidpointRounding.ToNegativeInfinity : MidpointRounding.ToPositiveInfinity;
        return RoundingMode.Up.Round(amount, decimals) == decimal.Round(amount, decimals, up)
            && RoundingMode.HalfDown.Round(amount, decimals) == decimal.Round(amount, decimals, isTie ? MidpointRounding.ToZero : MidpointRounding.ToEven);
    });

    private static void Check(Func<decimal, int, bool> holds)
    {
        var amounts =
            from digits in Gen.Choose(-1_000_000, 1_000_000)
            from scale in Gen.Choose(0, 6)
            from whole in Gen.Elements(0m, 1m, 987_654_321_012m)
            select whole + new decimal(Math.Abs(digits), 0, 0, digits < 0, (byte)scale);
        Prop.ForAll(Arb.From(amounts), Arb.From(Gen.Choose(0, 3)), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    private static decimal Parse(string amount) => decimal.Parse(amount, CultureInfo.InvariantCulture);
}
