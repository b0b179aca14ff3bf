namespace GoogleCheckout.Validation.Notifications;

/// <summary>
/// Compares amounts with a tolerance: some senders round each item and others the sum, and some use floating-point arithmetic.
/// </summary>
internal static class Tolerance
{
    /// <summary>Returns whether two amounts are equal within the tolerance.</summary>
    /// <param name="left">The first amount.</param>
    /// <param name="right">The second amount. Either may have no currency.</param>
    /// <param name="roundings">The number of times that the sender may have rounded.</param>
    public static bool AreEqual(Money left, Money right, int roundings = 1) => left.IsBeyondAnyOrder || right.IsBeyondAnyOrder
        ? left.Amount == right.Amount
        : Math.Abs(left.Amount - right.Amount) <= roundings * GetSmallestUnit(left);

    /// <summary>Returns whether an amount exceeds a limit by more than the tolerance.</summary>
    public static bool Exceeds(Money amount, Money limit) => amount.Amount > limit.Amount + GetSmallestUnit(limit);

    private static decimal GetSmallestUnit(Money money) => new(1, 0, 0, isNegative: false, (byte)money.MinorUnitDigits);
}
