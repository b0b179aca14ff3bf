using GoogleCheckout.Notifications;

namespace GoogleCheckout.Orders;

/// <summary>The code blocks of docs/states-and-charging.md, compiled. <c>SnippetTests</c> compares them with the page.</summary>
internal static class ChargingSnippets
{
    // <handler>
    public sealed class ChargeIfAllowed(CheckoutClient client, ChargePolicy policy, TimeProvider time) : INotificationHandler<AuthorizationAmountNotification>
    {
        public async Task HandleAsync(AuthorizationAmountNotification notification, NotificationContext context, CancellationToken cancellationToken)
        {
            var decision = policy.Evaluate(notification, time.GetUtcNow());
            if (decision.ShouldCharge)
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
            AcceptedAvsMatches = [AvsMatch.AddressAndPostalCode, AvsMatch.PostalCodeOnly],
            MaxAmount = new Money(250, "USD"),
            MinBuyerAccountAge = 3,
        };
        // </policy>
        return policy;
    }

    public static void DrawButtons(OrderStatus order)
    {
        // <buttons>
        var actions = OrderRules.GetActions(order);
        Console.WriteLine(actions.Refund.IsAllowed ? $"Refund up to {actions.Refund.MaxAmount}" : actions.Refund.DisallowedReason);
        foreach (var action in actions.All)
        {
            Console.WriteLine($"{action.Name}: {action.DisallowedReason ?? "yes"}");
        }
        // </buttons>
    }

    public static OrderStatus Follow(NewOrderNotification newOrder, IEnumerable<Notification> later)
    {
        // <follow>
        var order = OrderStatus.FromNewOrder(newOrder);
        foreach (var notification in later)
        {
            order = order.Apply(notification);
        }
        // </follow>
        return order;
    }
}
