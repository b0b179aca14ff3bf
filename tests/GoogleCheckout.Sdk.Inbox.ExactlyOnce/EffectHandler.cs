using System.Data.Common;
using GoogleCheckout.Notifications;

namespace GoogleCheckout.Inbox.ExactlyOnce;

/// <summary>The shop's handler: leaves a row for each time it was called and came to its end.</summary>
internal sealed class EffectHandler(Shop shop) : INotificationHandler<Notification>
{
    public async Task HandleAsync(Notification notification, NotificationContext context, CancellationToken cancellationToken)
    {
        if (context.Transaction is { } transaction)
        {
            await HandleAsync(notification, transaction, cancellationToken);
            return;
        }

        // Without an inbox, the handler uses a separate transaction. This run verifies that duplicates are detected.
        await using var connection = await shop.DataSource.OpenConnectionAsync(cancellationToken);
        await using var own = await connection.BeginTransactionAsync(cancellationToken);
        await HandleAsync(notification, own, cancellationToken);
        await own.CommitAsync(cancellationToken);
    }

    private async Task HandleAsync(Notification notification, DbTransaction transaction, CancellationToken cancellationToken)
    {
        var (started, isOverlap) = await shop.EnterAsync(transaction, notification.GoogleOrderNumber, cancellationToken);
        if (isOverlap)
        {
            await shop.ReportOverlapAsync(notification.GoogleOrderNumber, cancellationToken);
        }

        var began = Clock.Now;
        await FailurePlan.BeforeAsync(cancellationToken);
        await Shop.WriteAsync(transaction, new Effect(notification.SerialNumber, notification.GoogleOrderNumber, started, began, Clock.Now), cancellationToken);
        FailurePlan.After();
    }
}
