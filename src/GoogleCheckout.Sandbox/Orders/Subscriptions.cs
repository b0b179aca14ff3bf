using System.Globalization;
using GoogleCheckout.Carts;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Sandbox.Orders;

/// <summary>Creates the recurrences of an order's subscriptions.</summary>
internal sealed class Subscriptions(MerchantPolicy policy)
{
    // Far above any real price, and low enough that sums cannot overflow.
    private const decimal MaxUnitPrice = 1_000_000;

    /// <summary>Returns the order with the subscriptions of its cart. Google-handled subscriptions are scheduled.</summary>
    public static Order Begin(Order order)
    {
        var started = order with { Subscriptions = [.. order.ShoppingCart.Items.Where(item => item.Subscription is not null).Select(item => new SubscriptionSchedule(item))] };
        return Enumerable.Range(0, started.Subscriptions.Count).Aggregate(started, ScheduleNext);
    }

    /// <summary>Returns the order without scheduled recurrences.</summary>
    public static Order Stop(Order order) => order with { Subscriptions = order.Subscriptions.ConvertAll(subscription => subscription with { Next = null }) };

    /// <summary>Creates the recurrence of a Google-handled subscription. It is skipped if it exceeds the maximum charge.</summary>
    public OrderOutcome.Applied CreateRecurrence(Order order, int index, DateTimeOffset now)
    {
        var subscription = order.Subscriptions[index];
        var cart = new ShoppingCart { Items = [subscription.RecurrentItem], MerchantPrivateData = order.ShoppingCart.MerchantPrivateData };
        var recurrence = GetPrice(order, cart).Price is { } price ? CreateRecurrenceOrder(order, cart, price, now) : null;
        return NotificationFactory.CreateOutcome(order, ScheduleNext(CountRecurrence(order, index), index), now) with
        {
            Recurrence = recurrence?.OrderTotal.Amount > subscription.MaximumCharge ? null : recurrence,
        };
    }

    /// <summary>Creates the recurrence that the merchant requests for one or more merchant-handled subscriptions.</summary>
    public OrderOutcome CreateRecurrence(Order order, CreateOrderRecurrenceRequest request, DateTimeOffset now)
    {
        var cart = request.ShoppingCart;
        var continued = OrderRules.FindSubscriptions(cart, order.ShoppingCart).Select(items => (Index: FindIndex(order, items.Key, now), Items: items.ToList())).ToList();
        if (continued.Find(part => part.Index < 0) is { Items: { } ended })
        {
            return new OrderOutcome.Rejected($"The subscription {Quote(continued.Count, ended[0])}has ended, or all its payments have been made");
        }

        var (price, error) = GetPrice(order, cart);
        error ??= GetMaximumError(continued.ConvertAll(part => (order.Subscriptions[part.Index], part.Items)), price!);
        return error is not null
            ? new OrderOutcome.Rejected(error)
            : NotificationFactory.CreateOutcome(order, continued.Aggregate(order, (counted, part) => CountRecurrence(counted, part.Index)), now) with
            {
                Recurrence = CreateRecurrenceOrder(order, cart, price!, now),
            };
    }

    /// <summary>Cancels one subscription, or all subscriptions of the order.</summary>
    public static OrderOutcome Cancel(Order order, OrderEvent.SubscriptionCancelled cancelled, DateTimeOffset now)
    {
        var changed = End(order, subscription => cancelled.MerchantItemId is null || cancelled.MerchantItemId == subscription.Item.MerchantItemId, cancelled.Reason);
        return ReferenceEquals(changed, order)
            ? new OrderOutcome.Rejected("The order does not have this subscription, or the subscription has ended")
            : NotificationFactory.CreateOutcome(order, changed, now);
    }

    /// <summary>Returns the order without the subscriptions of the items that the merchant cancels; a command that names no item ends all.</summary>
    public static Order End(Order order, CancelItemsRequest command)
    {
        var ids = command.ItemIds.Select(item => item.MerchantItemId).ToHashSet();
        return End(order, subscription => ids.Count == 0 || ids.Contains(subscription.Item.MerchantItemId), command.Reason!);
    }

    private static Order End(Order order, Func<SubscriptionSchedule, bool> isSelected, string reason)
    {
        bool Ends(SubscriptionSchedule subscription) => subscription.EndReason is null && isSelected(subscription);
        return order.Subscriptions.Exists(Ends)
            ? order with { Subscriptions = order.Subscriptions.ConvertAll(subscription => Ends(subscription) ? subscription with { EndReason = reason, Next = null } : subscription) }
            : order;
    }

    private static string? GetError(Order order, ShoppingCart cart) =>
        CartAcceptance.GetError(AddTaxes(order, cart))
        ?? (cart.Items.Any(item => item.Subscription is not null) ? "An item of a recurrence must not have a subscription itself"
            : cart.Items.Any(item => item.UnitPrice.Currency != order.OrderTotal.Currency) ? $"The cart must be in {order.OrderTotal.Currency}, the currency of the order"
            : cart.Items.Any(item => Math.Abs(item.UnitPrice.Amount) > MaxUnitPrice) ? string.Create(CultureInfo.InvariantCulture, $"A unit price of the cart is more than {MaxUnitPrice}")
            : null);

    // The taxes of a recurrence are those of the cart with the subscription. The merchant is not asked for them.
    private static CheckoutShoppingCart AddTaxes(Order order, ShoppingCart cart) => new()
    {
        ShoppingCart = cart,
        CheckoutFlowSupport = order.CheckoutFlow is { } flow
            ? new MerchantCheckoutFlowSupport
            {
                TaxTables = flow.TaxTables is { } tables ? tables with { MerchantCalculated = null } : null,
                RoundingPolicy = flow.RoundingPolicy,
            }
            : null,
    };

    // A recurrence may have no price although its order had one: the rate is too high, or the rounding is not allowed.
    private (CartPrice? Price, string? Error) GetPrice(Order order, ShoppingCart cart)
    {
        if (GetError(order, cart) is { } error)
        {
            return (null, error);
        }

        try
        {
            return (
                CartCalculator.Calculate(AddTaxes(order, cart), new CartSelections
                {
                    ShippingAddress = order.Buyer.ShippingAddress,
                    AccountTaxTables = policy.AccountTaxTables,
                    AccountRoundingPolicy = policy.AccountRoundingPolicy,
                }),
                null);
        }
        catch (Exception e) when (e is ArgumentException or OverflowException)
        {
            return (null, $"The cart has no price: {e.Message}");
        }
    }

    // If a cart continues several subscriptions, each of them limits its own items, and all together the whole cart.
    private static string? GetMaximumError(List<(SubscriptionSchedule Subscription, List<Item> Items)> continued, CartPrice price)
    {
        var exceeded = continued.Count > 1 ? continued.Find(part => GetTotal(part.Items, price) > part.Subscription.MaximumCharge) : default;
        return exceeded is { Subscription: { } subscription, Items: { } items }
            ? $"With tax the items of the subscription {Quote(continued.Count, items[0])}cost {price.Total with { Amount = GetTotal(items, price) }}; they must cost at most {price.Total with { Amount = subscription.MaximumCharge!.Value }}"
            : continued.TrueForAll(part => part.Subscription.MaximumCharge is not null) && continued.Sum(part => part.Subscription.MaximumCharge) is { } maximum && price.Total.Amount > maximum
                ? $"With tax the total of the cart is {price.Total}; it must be at most {price.Total with { Amount = maximum }}"
                : null;
    }

    private static decimal GetTotal(IEnumerable<Item> items, CartPrice price)
    {
        var continued = items.ToHashSet();
        return Math.Round(price.TaxLines.Where(line => line.Item is { } item && continued.Contains(item)).Sum(line => line.Amount.Amount + line.Tax.Amount), 2, MidpointRounding.AwayFromZero);
    }

    private static string Quote(int count, Item item) => count > 1 ? $"'{item.MerchantItemId}' " : string.Empty;

    // Several items with the same id have a subscription each. A recurrence counts for the first that allows it.
    private static int FindIndex(Order order, Item item, DateTimeOffset now) =>
        order.Subscriptions.FindIndex(subscription =>
            (subscription.Item == item || (!string.IsNullOrEmpty(item.MerchantItemId) && subscription.Item.MerchantItemId == item.MerchantItemId)) && subscription.AllowsPayment(now));

    // A recurrence has no shipping method.
    private static Order CreateRecurrenceOrder(Order order, ShoppingCart cart, CartPrice price, DateTimeOffset now)
    {
        var none = new Money(0.0m, price.Total.Currency);
        return new Order
        {
            GoogleOrderNumber = string.Empty,
            PurchaseDate = now,
            ShoppingCart = cart,
            CheckoutFlow = order.CheckoutFlow,
            OrderAdjustment = price.Adjustment,
            OrderTotal = price.Total,
            TotalChargeAmount = none,
            TotalRefundAmount = none,
            TotalChargebackAmount = none,
            IsDonation = order.IsDonation,
            RequestsInitialAuthorization = order.RequestsInitialAuthorization,
            Buyer = order.Buyer,
        };
    }

    private static Order CountRecurrence(Order order, int index) =>
        Replace(order, index, order.Subscriptions[index] with { Recurrences = order.Subscriptions[index].Recurrences + 1 });

    private static Order ScheduleNext(Order order, int index)
    {
        var subscription = order.Subscriptions[index];
        var time = subscription.GetNextTime(order.PurchaseDate);
        return Replace(order, index, subscription with
        {
            Next = subscription.Subscription.Type == SubscriptionTypes.Google && subscription.AllowsPayment(time) ? new DueEvent(time, new OrderEvent.RecurrenceDue(index)) : null,
        });
    }

    private static Order Replace(Order order, int index, SubscriptionSchedule subscription) => order with { Subscriptions = order.Subscriptions.SetItem(index, subscription) };
}
