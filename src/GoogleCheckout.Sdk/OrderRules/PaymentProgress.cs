using GoogleCheckout.Notifications;

namespace GoogleCheckout.Orders;

/// <summary>What notifications tell of an order's payment.</summary>
internal static class PaymentProgress
{
    public static PaymentStatus After(PaymentStatus payment, Notification notification)
    {
        var told = notification.OrderSummary is { } summary ? After(payment, summary) : payment;
        return notification switch
        {
            RiskInformationNotification { RiskInformation: { } risk } => After(told, risk),
            AuthorizationAmountNotification authorization => After(told, authorization),
            _ => told,
        };
    }

    public static PaymentStatus After(PaymentStatus payment, OrderSummary order)
    {
        var checkedPayment = order.RiskInformation is { } risk ? After(payment, risk) : payment;
        return order.Authorization is { } authorization && IsLatest(payment, authorization.AuthorizationExpirationDate)
            ? checkedPayment with
            {
                AuthorizationAmount = authorization.AuthorizationAmount,
                AuthorizationExpirationDate = authorization.AuthorizationExpirationDate,
            }
            : checkedPayment;
    }

    // The letters are of the first card; those that came with an authorization are of the card it was made on.
    private static PaymentStatus After(PaymentStatus payment, RiskInformation risk) => payment with
    {
        EligibleForProtection = risk.EligibleForProtection ?? payment.EligibleForProtection,
        BuyerAccountAge = risk.BuyerAccountAge ?? payment.BuyerAccountAge,
        AvsMatch = payment.AvsMatch == AvsMatch.Unknown ? risk.AvsMatch : payment.AvsMatch,
        CvnMatch = payment.CvnMatch == CvnMatch.Unknown ? risk.CvnMatch : payment.CvnMatch,
    };

    private static PaymentStatus After(PaymentStatus payment, AuthorizationAmountNotification authorization) =>
        !IsLatest(payment, authorization.AuthorizationExpirationDate) ? payment : payment with
        {
            AuthorizationAmount = authorization.AuthorizationAmount,
            AuthorizationExpirationDate = authorization.AuthorizationExpirationDate,
            AvsMatch = authorization.AvsResponse is null ? payment.AvsMatch : authorization.AvsMatch,
            CvnMatch = authorization.CvnResponse is null ? payment.CvnMatch : authorization.CvnMatch,
        };

    // The later one lasts longer. One that does not say when it ends says nothing of which is later: it is taken, and the
    // missing date is then seen.
    private static bool IsLatest(PaymentStatus payment, DateTimeOffset? expirationDate) =>
        expirationDate is not { } date || payment.AuthorizationExpirationDate is not { } known || date >= known;
}
