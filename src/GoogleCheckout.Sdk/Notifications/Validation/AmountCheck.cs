namespace GoogleCheckout.Notifications.Validation;

/// <summary>Each amount by itself, and all of them in one currency. Real senders left currencies out; that is no finding.</summary>
internal static class AmountCheck
{
    // So large that no order comes near it in any currency, and small enough that sums of them do not overflow.
    private const decimal Beyond = 1_000_000_000_000m;

    public static IEnumerable<NotificationFinding> In(Notification notification, ElementPath root)
    {
        string? currency = null;
        foreach (var (path, money) in NotedAmount.In(notification, root))
        {
            currency ??= money.Currency.Length > 0 ? money.Currency : null;
            if (Fault(money, currency) is { } fault)
            {
                yield return path.Finding(fault);
            }
        }
    }

    private static string? Fault(Money money, string? currency) =>
        Math.Abs(money.Amount) >= Beyond ? "is more than any order can come to"
        : money.Currency.Length > 0 && !IsCode(money.Currency) ? "has a currency that is no ISO 4217 code"
        : money.Currency.Length > 0 && money.Currency != currency ? $"is in {money.Currency}, but amounts before it are in {currency}"
        : null;

    private static bool IsCode(string currency) => currency.Length == 3 && currency.All(letter => letter is >= 'A' and <= 'Z');
}
