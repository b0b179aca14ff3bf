using GoogleCheckout.Carts;

namespace GoogleCheckout.Orders;

/// <summary>The rules for a recurrence that the merchant requests: the subscriptions that it continues, and what each of them allows.</summary>
internal static class RecurrenceRules
{
    // More than any order costs, and low enough that sums cannot overflow.
    private const decimal MaxOrder = 10_000_000_000_000m;

    /// <summary>Returns the reason why the order does not allow the recurrence; null if it is allowed, or the items of the order are unknown.</summary>
    public static string? GetReason(ShoppingCart recurrence, OrderStatus order)
    {
        if (order.ShoppingCart is not { } cart)
        {
            return null;
        }

        var currency = order.OrderTotal.Currency;
        return !cart.Items.Any(IsMerchantHandled) ? "The order has no subscription that the merchant handles"
            : FindNamed(recurrence, cart).FirstOrDefault(item => !IsMerchantHandled(item)) is { } automatic ? $"The service creates the recurrences of the subscription '{QuotedText.Of(automatic.MerchantItemId)}' itself"
            : currency.Length > 0 && recurrence.Items.Any(item => item.UnitPrice.Currency != currency) ? $"The cart must be in {order.OrderTotal.CurrencyText}, the currency of the order"
            : recurrence.Items.Any(IsTooExpensive) ? "A price of the cart exceeds the maximum of an order"
            : FindSubscriptions(recurrence, cart) is { Count: > 0 } subscriptions ? GetPriceReason(recurrence, subscriptions, currency)
            : "The order has several subscriptions; set the merchant item ID of an item of the cart to that of the subscription";
    }

    /// <inheritdoc cref="OrderRules.FindSubscriptions"/>
    public static ILookup<Item, Item> FindSubscriptions(ShoppingCart recurrence, ShoppingCart order)
    {
        // Several items with the same ID cannot be distinguished.
        var named = FindNamed(recurrence, order).GroupBy(subscription => subscription.MerchantItemId).Select(same => same.First()).ToList();
        var subscriptions = named.Count > 0 ? named.FindAll(IsMerchantHandled) : FindOnly([.. order.Items.Where(IsMerchantHandled)]);
        return subscriptions.Count == 1
            ? recurrence.Items.ToLookup(_ => subscriptions[0])
            : AssignItems(recurrence, subscriptions);
    }

    // An item that names several subscriptions counts for one: for that with its ID before one whose later orders have it.
    private static ILookup<Item, Item> AssignItems(ShoppingCart recurrence, List<Item> subscriptions)
    {
        var ids = subscriptions.Select((subscription, index) => (Id: subscription.MerchantItemId, Index: index))
            .Concat(subscriptions.Select((subscription, index) => (Id: subscription.Subscription?.RecurrentItem?.MerchantItemId, Index: index)));
        var byId = ids.Where(part => !string.IsNullOrEmpty(part.Id)).GroupBy(part => part.Id!).ToDictionary(same => same.Key, same => same.First().Index);
        return recurrence.Items
            .Where(item => item.MerchantItemId is { } id && byId.ContainsKey(id))
            .OrderBy(item => byId[item.MerchantItemId!])
            .ToLookup(item => subscriptions[byId[item.MerchantItemId!]]);
    }

    private static IEnumerable<Item> FindNamed(ShoppingCart recurrence, ShoppingCart order)
    {
        var ids = new HashSet<string?>(recurrence.Items.Select(item => item.MerchantItemId).Where(id => !string.IsNullOrEmpty(id)));
        return order.Items.Where(item => item.Subscription is { } subscription && (ids.Contains(item.MerchantItemId) || ids.Contains(subscription.RecurrentItem?.MerchantItemId)));
    }

    // A cart that names no subscription can also continue the only one that has no name.
    private static List<Item> FindOnly(List<Item> subscriptions) =>
        subscriptions.Count == 1 ? subscriptions
        : subscriptions.FindAll(subscription => string.IsNullOrEmpty(subscription.MerchantItemId)) is { Count: 1 } unnamed ? unnamed
        : [];

    private static bool IsMerchantHandled(Item item) => item.Subscription?.Type == SubscriptionTypes.Merchant;

    private static bool IsTooExpensive(Item item) => item.UnitPrice.IsBeyondAnyOrder || (item.UnitPrice * item.Quantity).IsBeyondAnyOrder;

    // The maximum includes tax, which is unknown here. A cart that exceeds it even without tax is never allowed.
    private static string? GetPriceReason(ShoppingCart recurrence, ILookup<Item, Item> subscriptions, string currency)
    {
        var maximum = subscriptions.Sum(subscription => GetMaximumCharge(subscription.Key));
        var exceeded = subscriptions.FirstOrDefault(subscription => GetPrice(subscription) > GetMaximumCharge(subscription.Key));
        return subscriptions.Count > 1 && exceeded is not null
            ? $"The items of the subscription '{QuotedText.Of(exceeded.Key.MerchantItemId)}' must cost at most {new Money(GetMaximumCharge(exceeded.Key), currency)}"
            : GetPrice(recurrence.Items) > maximum ? $"The cart must cost at most {new Money(maximum, currency)}"
            : null;
    }

    private static decimal GetPrice(IEnumerable<Item> items) => items.Sum(item => item.UnitPrice.Amount * item.Quantity);

    // A subscription without a payment has no maximum.
    private static decimal GetMaximumCharge(Item subscription) => subscription.Subscription!.Payments is { Count: > 0 } payments
        ? Math.Min(payments.Max(payment => payment.MaximumCharge.Amount), MaxOrder)
        : MaxOrder;
}
