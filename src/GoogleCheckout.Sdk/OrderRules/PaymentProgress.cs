using GoogleCheckout.Notifications;

namespace GoogleCheckout.Orders;

/// <summary>Updates the status of a payment with notifications and order summaries.</summary>
internal static class PaymentProgress
{
    public static PaymentStatus Apply(PaymentStatus payment, Notification notification)
    {
        var updated = notification.OrderSummary is { } summary ? Apply(payment, summary) : payment;
        return notification switch
        {
            RiskInformationNotification { RiskInformation: { } risk } => Apply(updated, risk),
            AuthorizationAmountNotification authorization => Apply(updated, authorization),
            _ => updated,
        };
    }

    public static PaymentStatus Apply(PaymentStatus payment, OrderSummary order)
    {
        var checkedPayment = order.RiskInformation is { } risk ? Apply(payment, risk) : payment;
        return order.Authorization is { } authorization && IsLatest(payment, authorization.AuthorizationExpirationDate)
            ? checkedPayment with
            {
                AuthorizationAmount = authorization.AuthorizationAmount,
                AuthorizationExpirationDate = authorization.AuthorizationExpirationDate,
            }
            : checkedPayment;
    }

    // These letters are for the first card. The letters of an authorization are for the card that was authorized.
    private static PaymentStatus Apply(PaymentStatus payment, RiskInformation risk) => payment with
    {
        EligibleForProtection = risk.EligibleForProtection ?? payment.EligibleForProtection,
        BuyerAccountAge = risk.BuyerAccountAge ?? payment.BuyerAccountAge,
        AvsMatch = payment.AvsMatch == AvsMatch.Unknown ? risk.AvsMatch : payment.AvsMatch,
        CvnMatch = payment.CvnMatch == CvnMatch.Unknown ? risk.CvnMatch : payment.CvnMatch,
    };

    private static PaymentStatus Apply(PaymentStatus payment, AuthorizationAmountNotification authorization) =>
        !IsLatest(payment, authorization.AuthorizationExpirationDate) ? payment : payment with
        {
            AuthorizationAmount = authorization.AuthorizationAmount,
            AuthorizationExpirationDate = authorization.AuthorizationExpirationDate,
            AvsMatch = authorization.AvsResponse is null ? payment.AvsMatch : authorization.AvsMatch,
            CvnMatch = authorization.CvnResponse is null ? payment.CvnMatch : authorization.CvnMatch,
        };

    // A later authorization expires later. One without an expiration date cannot be compared: it is used, so that the policy
    // sees that the date is missing.
    private static bool IsLatest(PaymentStatus payment, DateTimeOffset? expirationDate) =>
        expirationDate is not { } date || payment.AuthorizationExpirationDate is not { } known || date >= known;
}
