using GoogleCheckout.Notifications;
using GoogleCheckout.Xml;

namespace GoogleCheckout.Validation.Notifications;

/// <summary>Each amount by itself, and all of them in one currency. Real senders left currencies out; that is no finding.</summary>
internal static class AmountRules
{
    public static IEnumerable<NotificationIssue> In(Notification notification, ElementPath root)
    {
        string? currency = null;
        foreach (var (path, money) in ReportedAmount.In(notification, root))
        {
            currency ??= money.Currency.Length > 0 ? money.Currency : null;
            if (Fault(money, currency) is { } fault)
            {
                yield return path.Finding(fault);
            }
        }
    }

    private static string? Fault(Money money, string? currency) =>
        money.IsBeyondAnyOrder ? "is more than any order can come to"
        : money.Currency.Length > 0 && !money.HasCurrencyCode ? "has a currency that is no ISO 4217 code"
        : money.Currency.Length > 0 && money.Currency != currency ? $"is in {money.Currency}, but amounts before it are in {currency}"
        : null;
}
