using GoogleCheckout.Carts;
using GoogleCheckout.Xml;
using GoogleCheckout.Xml.Carts;

namespace GoogleCheckout.Validation.Carts;

/// <summary>How an item is paid for again and again.</summary>
internal static class SubscriptionValidator
{
    public static void In(CartErrorCollector faults, ElementPath path, Subscription subscription)
    {
        faults.Note(path.ToAttribute(Attributes.Type), GetError(subscription.Type));
        faults.Note(path.ToAttribute(Attributes.Period), SubscriptionXml.Periods.Format(subscription.Period) is null ? "is Unknown, which cannot be written" : null);
        var payments = path.To(Elements.Payments);
        faults.Note(payments, subscription.Payments is { Count: not 1 } ? FormattableString.Invariant($"has {subscription.Payments.Count} payments, but must have one") : null);
        faults.Each(payments, Elements.SubscriptionPayment, subscription.Payments, In);
        var recurrent = path.To(Elements.RecurrentItem);
        if (subscription.RecurrentItem is { } item)
        {
            ItemValidator.InRecurrent(faults, recurrent, item);
        }
        else
        {
            faults.Note(recurrent, "is missing: what the buyer gets for each payment");
        }
    }

    private static string? GetError(string? type) =>
        TextRules.GetNameError(type) ?? (type is SubscriptionTypes.Google or SubscriptionTypes.Merchant ? null : $"must be {SubscriptionTypes.Google} or {SubscriptionTypes.Merchant}");

    private static void In(CartErrorCollector faults, ElementPath path, SubscriptionPayment payment)
    {
        faults.Note(path.ToAttribute(Attributes.Times), payment.Times < 1 ? FormattableString.Invariant($"is {payment.Times}, but must be 1 or more") : null);
        faults.Amount(path.To(Elements.MaximumCharge), payment.MaximumCharge);
    }
}
