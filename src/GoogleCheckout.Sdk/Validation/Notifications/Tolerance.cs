namespace GoogleCheckout.Validation.Notifications;

/// <summary>
/// How far amounts may differ that should be the same: senders round each line or the whole, and some added up in floating
/// point.
/// </summary>
internal static class Tolerance
{
    /// <param name="left">An amount.</param>
    /// <param name="right">Another; one of them may lack its currency.</param>
    /// <param name="roundings">How often the sender may have rounded on the way.</param>
    public static bool Same(Money left, Money right, int roundings = 1) => Math.Abs(left.Amount - right.Amount) <= roundings * Unit(left);

    /// <summary>Whether an amount is more than a limit.</summary>
    public static bool Exceeds(Money amount, Money limit) => amount.Amount > limit.Amount + Unit(limit);

    private static decimal Unit(Money money) => new(1, 0, 0, isNegative: false, (byte)money.MinorUnitDigits);
}
