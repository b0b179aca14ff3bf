using GoogleCheckout.Carts;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Sandbox.Orders;

/// <summary>The orders that come of an order's subscriptions: when, for how much, and until when.</summary>
internal sealed class Subscriptions(MerchantPolicy policy)
{
    // Far above any, and far below what could not be added up.
    private const decimal MaxUnitPrice = 1_000_000;

    /// <summary>The order with the subscriptions of its cart, those begun that the service handles.</summary>
    public static Order Begin(Order order)
    {
        var begun = order with { Subscriptions = [.. order.ShoppingCart.Items.Where(item => item.Subscription is not null).Select(item => new SubscriptionSchedule(item))] };
        return Enumerable.Range(0, begun.Subscriptions.Count).Aggregate(begun, ScheduleNext);
    }

    /// <summary>The order without any that is still to come.</summary>
    public static Order Stop(Order order) => order with { Subscriptions = order.Subscriptions.ConvertAll(subscription => subscription with { Next = null }) };

    /// <summary>A payment is due that the service handles. One that is more than the buyer agreed to is left out.</summary>
    public OrderOutcome.Applied CreateRecurrence(Order order, int index, DateTimeOffset now)
    {
        var subscription = order.Subscriptions[index];
        var cart = new ShoppingCart { Items = [subscription.RecurrentItem], MerchantPrivateData = order.ShoppingCart.MerchantPrivateData };
        var recurrence = GetError(order, cart) is null ? CreateRecurrenceOrder(order, cart, now) : null;
        return NotificationFactory.CreateOutcome(order, ScheduleNext(CountRecurrence(order, index), index), now) with
        {
            Recurrence = recurrence?.OrderTotal.Amount > subscription.MaximumCharge ? null : recurrence,
        };
    }

    /// <summary>The merchant asks for a payment that he handles.</summary>
    public OrderOutcome CreateRecurrence(Order order, CreateOrderRecurrenceRequest request, DateTimeOffset now)
    {
        var allowed = Enumerable.Range(0, order.Subscriptions.Count).Where(index => IsMerchantHandled(order.Subscriptions[index]) && order.Subscriptions[index].AllowsPayment(now)).ToList();
        if (allowed.Count == 0)
        {
            return new OrderOutcome.Rejected("The subscription has ended, or all its payments have been made");
        }

        if (GetError(order, request.ShoppingCart) is { } reason)
        {
            return new OrderOutcome.Rejected(reason);
        }

        var recurrence = CreateRecurrenceOrder(order, request.ShoppingCart, now);
        return GetMaximumCharge([.. allowed.Select(index => order.Subscriptions[index])]) is { } maximum && recurrence.OrderTotal.Amount > maximum
            ? new OrderOutcome.Rejected($"With tax the cart comes to {recurrence.OrderTotal}, and may cost at most {recurrence.OrderTotal with { Amount = maximum }}")
            : NotificationFactory.CreateOutcome(order, allowed.Aggregate(order, CountRecurrence), now) with { Recurrence = recurrence };
    }

    /// <summary>The buyer ends one subscription, or all that the order has.</summary>
    public static OrderOutcome Cancel(Order order, OrderEvent.SubscriptionCancelled cancelled, DateTimeOffset now)
    {
        bool IsMeant(SubscriptionSchedule subscription) =>
            subscription.EndReason is null && (cancelled.MerchantItemId is null || cancelled.MerchantItemId == subscription.Item.MerchantItemId);

        return order.Subscriptions.Exists(IsMeant)
            ? NotificationFactory.CreateOutcome(
                order,
                order with
                {
                    Subscriptions = order.Subscriptions.ConvertAll(subscription => IsMeant(subscription) ? subscription with { EndReason = cancelled.Reason, Next = null } : subscription),
                },
                now)
            : new OrderOutcome.Rejected("The order has no such subscription, or it has ended");
    }

    private static string? GetError(Order order, ShoppingCart cart) =>
        CartAcceptance.GetError(new CheckoutShoppingCart { ShoppingCart = cart })
        ?? (cart.Items.Any(item => item.Subscription is not null) ? "An item of a recurrence may not be a subscription itself"
            : cart.Items.Any(item => item.UnitPrice.Currency != order.OrderTotal.Currency) ? $"The cart must be in {order.OrderTotal.Currency}, the currency of the order"
            : cart.Items.Any(item => Math.Abs(item.UnitPrice.Amount) > MaxUnitPrice) ? "A price of the cart is too high"
            : null);

    // Nothing is shipped by a way the buyer chose; taxes are those of the cart that the subscription came with.
    private Order CreateRecurrenceOrder(Order order, ShoppingCart cart, DateTimeOffset now)
    {
        var price = CartCalculator.Calculate(
            new CheckoutShoppingCart
            {
                ShoppingCart = cart,
                CheckoutFlowSupport = order.CheckoutFlow is { } flow ? new MerchantCheckoutFlowSupport { TaxTables = flow.TaxTables, RoundingPolicy = flow.RoundingPolicy } : null,
            },
            new CartSelections
            {
                ShippingAddress = order.Buyer.ShippingAddress,
                AccountTaxTables = policy.AccountTaxTables,
                AccountRoundingPolicy = policy.AccountRoundingPolicy,
            });
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

    private static bool IsMerchantHandled(SubscriptionSchedule subscription) => subscription.Subscription.Type == SubscriptionTypes.Merchant;

    private static decimal? GetMaximumCharge(IReadOnlyList<SubscriptionSchedule> subscriptions) =>
        subscriptions.Any(subscription => subscription.MaximumCharge is null) ? null : subscriptions.Sum(subscription => subscription.MaximumCharge);
}
