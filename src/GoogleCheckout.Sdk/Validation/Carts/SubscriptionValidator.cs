using GoogleCheckout.Carts;
using GoogleCheckout.Xml;
using GoogleCheckout.Xml.Carts;

namespace GoogleCheckout.Validation.Carts;

/// <summary>Validates a subscription.</summary>
internal static class SubscriptionValidator
{
    public static void Validate(CartErrorCollector errors, ElementPath path, Subscription subscription)
    {
        errors.Add(path.ToAttribute(Attributes.Type), GetError(subscription.Type));
        errors.Add(path.ToAttribute(Attributes.Period), SubscriptionXml.Periods.Format(subscription.Period) is null ? "is Unknown, which cannot be written" : null);
        var payments = path.To(Elements.Payments);
        errors.Add(payments, subscription.Payments is { Count: not 1 } and not AbsentContainer<SubscriptionPayment> ? FormattableString.Invariant($"has {subscription.Payments.Count} payments, but must have one") : null);
        errors.ValidateEach(payments, Elements.SubscriptionPayment, subscription.Payments, Validate);
        var recurrent = path.To(Elements.RecurrentItem);
        if (subscription.RecurrentItem is { } item)
        {
            ItemValidator.ValidateRecurrent(errors, recurrent, item);
        }
        else if (subscription.Type != SubscriptionTypes.Merchant)
        {
            // The merchant sends a cart with each request for a later order.
            errors.Add(recurrent, "is missing: it is the item of each later order");
        }
    }

    private static string? GetError(string? type) =>
        TextRules.GetNameError(type) ?? (type is SubscriptionTypes.Google or SubscriptionTypes.Merchant ? null : $"must be {SubscriptionTypes.Google} or {SubscriptionTypes.Merchant}");

    private static void Validate(CartErrorCollector errors, ElementPath path, SubscriptionPayment payment)
    {
        errors.Add(path.ToAttribute(Attributes.Times), payment.Times < 1 ? FormattableString.Invariant($"is {payment.Times}, but must be 1 or more") : null);
        errors.ValidateAmount(path, Elements.MaximumCharge, payment.MaximumCharge);
    }
}
