using System.Globalization;

namespace GoogleCheckout.Cli.Archives.Ledger;

/// <summary>Which amounts are added up, and how they are written.</summary>
internal static class LedgerAmount
{
    private const decimal Limit = 1_000_000_000_000m;

    // Sums of differently rounded parts differ by less than a cent.
    private const decimal Tolerance = 0.005m;

    /// <summary>Returns whether an amount is less than any order can have. The sum of such amounts does not overflow.</summary>
    public static bool IsPlausible(Money money) => Math.Abs(money.Amount) < Limit;

    public static bool AreEqual(decimal left, decimal right) => Math.Abs(left - right) < Tolerance;

    /// <summary>Returns the format of amounts with the digits of their currency, and more if an amount has more: <c>-5.00</c> in USD, <c>-5</c> in JPY.</summary>
    public static string GetFormat(string currency) => "0" + GetFraction(currency);

    /// <summary>Returns an amount for people: with the digits of its currency, and a comma between thousands.</summary>
    public static string Format(decimal amount, string currency) => amount.ToString("#,##0" + GetFraction(currency), CultureInfo.InvariantCulture);

    private static string GetFraction(string currency) => GetDigits(currency) switch
    {
        0 => ".############################",
        3 => ".000#########################",
        _ => ".00##########################",
    };

    private static int GetDigits(string currency) =>
        !new Money(0.1m, currency).IsWholeMinorUnits ? 0
        : new Money(0.001m, currency).IsWholeMinorUnits ? 3
        : 2;
}
