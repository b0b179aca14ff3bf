using GoogleCheckout.Notifications;
using GoogleCheckout.Xml;

namespace GoogleCheckout.Validation.Notifications;

/// <summary>Validates each amount, and that all amounts have the same currency. A missing currency is not an issue: real senders omit it.</summary>
internal static class AmountRules
{
    public static IEnumerable<NotificationIssue> In(Notification notification, ElementPath root)
    {
        string? currency = null;
        foreach (var (path, money) in ReportedAmount.In(notification, root))
        {
            currency ??= money.HasCurrencyCode ? money.Currency : null;
            if (GetError(money, currency) is { } error)
            {
                yield return path.CreateIssue(error);
            }
        }
    }

    private static string? GetError(Money money, string? currency) =>
        money.IsBeyondAnyOrder ? "exceeds the maximum of 1,000,000,000,000"
        : money.Currency.Length > 0 && !money.HasCurrencyCode ? "has a currency that is not an ISO 4217 code"
        : money.Currency.Length > 0 && money.Currency != currency ? $"is in {money.Currency}, but previous amounts are in {currency}"
        : null;
}
