using GoogleCheckout.Notifications;

namespace GoogleCheckout.Orders;

/// <summary>The code of docs/states-and-charging.md, compiled. <c>SnippetTests</c> compares the two.</summary>
internal static class ChargingSnippets
{
    // <handler>
    public sealed class ChargeWhenSound(CheckoutClient client, ChargePolicy policy, TimeProvider time) : INotificationHandler<AuthorizationAmountNotification>
    {
        public async Task HandleAsync(AuthorizationAmountNotification notification, NotificationContext context, CancellationToken cancellationToken)
        {
            var decision = policy.Decide(notification, time.GetUtcNow());
            if (decision.MayCharge)
            {
                await client.ChargeOrderAsync(notification.GoogleOrderNumber, decision.Amount, cancellationToken);
            }
        }
    }
    // </handler>

    public static ChargePolicy Policy()
    {
        // <policy>
        var policy = new ChargePolicy
        {
            AcceptedAvs = [AvsMatch.AddressAndPostalCode, AvsMatch.PostalCodeOnly],
            MaxAmount = new Money(250, "USD"),
            MinBuyerAccountAge = 3,
        };
        // </policy>
        return policy;
    }

    public static void DrawButtons(OrderStanding order)
    {
        // <buttons>
        var actions = OrderRules.Actions(order);
        Console.WriteLine(actions.Refund.IsAllowed ? $"Refund up to {actions.Refund.AtMost}" : actions.Refund.WhyNot);
        foreach (var action in actions.All)
        {
            Console.WriteLine($"{action.Name}: {action.WhyNot ?? "yes"}");
        }
        // </buttons>
    }

    public static OrderStanding Follow(NewOrderNotification newOrder, IEnumerable<Notification> later)
    {
        // <follow>
        var order = OrderStanding.Of(newOrder);
        foreach (var notification in later)
        {
            order = order.After(notification);
        }
        // </follow>
        return order;
    }
}
