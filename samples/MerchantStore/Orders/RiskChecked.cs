using GoogleCheckout.Notifications;
using MerchantStore.Data;

namespace MerchantStore.Orders;

/// <summary>Records the risk information and the authorization.</summary>
internal sealed class RiskChecked(StoreContext store, OrderRecorder recorder, AutoCharge autoCharge)
    : INotificationHandler<RiskInformationNotification>, INotificationHandler<AuthorizationAmountNotification>
{
    public async Task HandleAsync(RiskInformationNotification notification, NotificationContext context, CancellationToken cancellationToken)
    {
        var told = notification.RiskInformation;
        var guaranteed = told?.EligibleForProtection switch { true => "guaranteed", false => "not guaranteed", null => "guarantee unknown" };
        var order = await recorder.RecordAsync(
            notification, context, $"Payment checked: {guaranteed}; {told?.AvsMatch.InWords()}, {told?.CvnMatch.InWords()}", cancellationToken);
        if (told is not null)
        {
            var risk = order.Risk ??= new OrderRisk { OrderNumber = order.Number };
            risk.AvsMatch = told.AvsMatch;
            risk.CvnMatch = told.CvnMatch;
            risk.EligibleForProtection = told.EligibleForProtection;
            risk.BuyerAccountAge = told.BuyerAccountAge;
            risk.CardEnding = told.PartialCcNumber;
            risk.IpAddress = told.IpAddress;
            await store.SaveChangesAsync(cancellationToken);
        }
    }

    public async Task HandleAsync(AuthorizationAmountNotification notification, NotificationContext context, CancellationToken cancellationToken)
    {
        var order = await recorder.RecordAsync(notification, context, $"Authorized: {notification.AuthorizationAmount?.InWords()}", cancellationToken);
        var risk = order.Risk ??= new OrderRisk { OrderNumber = order.Number };
        risk.AuthorizedAmount = notification.AuthorizationAmount?.Amount;
        risk.AuthorizedUntil = notification.AuthorizationExpirationDate;
        await autoCharge.DecideAsync(order, notification, cancellationToken);
        await store.SaveChangesAsync(cancellationToken);
    }
}
