using GoogleCheckout.Notifications;

namespace MerchantStore.Orders;

/// <summary>Records the risk information and the authorization.</summary>
internal sealed class RiskChecked(AutoCharge autoCharge) : INotificationHandler<RiskInformationNotification>, INotificationHandler<AuthorizationAmountNotification>
{
    public Task HandleAsync(RiskInformationNotification notification, NotificationContext context, CancellationToken cancellationToken)
    {
        var risk = notification.RiskInformation;
        var guaranteed = risk?.EligibleForProtection switch { true => "guaranteed", false => "not guaranteed", null => "guarantee unknown" };
        return OrderStore.NoteAsync(
            context.RequireTransaction(), notification, $"Payment checked: {guaranteed}; {risk?.AvsMatch.InWords()}, {risk?.CvnMatch.InWords()}", cancellationToken);
    }

    public async Task HandleAsync(AuthorizationAmountNotification notification, NotificationContext context, CancellationToken cancellationToken)
    {
        await OrderStore.NoteAsync(context.RequireTransaction(), notification, $"Authorized: {notification.AuthorizationAmount?.InWords()}", cancellationToken);
        await autoCharge.DecideAsync(notification, context.RequireTransaction(), cancellationToken);
    }
}
