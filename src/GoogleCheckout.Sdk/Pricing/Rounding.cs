using GoogleCheckout.Carts;

namespace GoogleCheckout.Pricing;

/// <summary>Rounds decimals exactly, in each rounding mode.</summary>
internal static class Rounding
{
    /// <summary>Rounds an amount; the result has exactly the given number of decimals.</summary>
    /// <exception cref="ArgumentException">The mode is <see cref="RoundingMode.Unnecessary"/> and the amount has more decimals, or the mode is not defined.</exception>
    public static decimal Round(this RoundingMode mode, decimal amount, int decimals)
    {
        var unit = new decimal(1, 0, 0, isNegative: false, (byte)decimals);
        var rest = amount % unit;
        var towardsZero = amount - rest;
        var rounded = rest != 0 && IsAwayFromZero(mode, towardsZero, rest, unit)
            ? towardsZero + (Math.Sign(rest) * unit)
            : towardsZero;

        // The first term limits the number of decimals, the second one pads it.
        return decimal.Round(rounded, decimals) + (0 * unit);
    }

    private static bool IsAwayFromZero(RoundingMode mode, decimal towardsZero, decimal rest, decimal unit)
    {
        var half = decimal.Compare(Math.Abs(rest) * 2, unit);
        return mode switch
        {
            RoundingMode.Up => true,
            RoundingMode.Down => false,
            RoundingMode.Ceiling => rest > 0,
            RoundingMode.Floor => rest < 0,
            RoundingMode.HalfUp => half >= 0,
            RoundingMode.HalfDown => half > 0,
            RoundingMode.HalfEven => half > 0 || (half == 0 && towardsZero % (2 * unit) != 0),
            RoundingMode.Unnecessary => throw new ArgumentException("RoundingPolicy.Mode is Unnecessary, but the tax has a fraction of the currency's smallest unit."),
            _ => throw new ArgumentException("RoundingPolicy.Mode is not a defined rounding mode."),
        };
    }
}
