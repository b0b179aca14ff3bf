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
        var recurrence = GetError(order, cart) is null ? CreateRecurrenceOrder(order, cart, now) : null;
        return NotificationFactory.CreateOutcome(order, ScheduleNext(CountRecurrence(order, index), index), now) with
        {
            Recurrence = recurrence?.OrderTotal.Amount > subscription.MaximumCharge ? null : recurrence,
        };
    }

    /// <summary>Creates the recurrence that the merchant requests for a merchant-handled subscription.</summary>
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
            ? new OrderOutcome.Rejected($"With tax the total of the cart is {recurrence.OrderTotal}; it must be at most {recurrence.OrderTotal with { Amount = maximum }}")
            : NotificationFactory.CreateOutcome(order, allowed.Aggregate(order, CountRecurrence), now) with { Recurrence = recurrence };
    }

    /// <summary>Cancels one subscription, or all subscriptions of the order.</summary>
    public static OrderOutcome Cancel(Order order, OrderEvent.SubscriptionCancelled cancelled, DateTimeOffset now)
    {
        bool IsSelected(SubscriptionSchedule subscription) =>
            subscription.EndReason is null && (cancelled.MerchantItemId is null || cancelled.MerchantItemId == subscription.Item.MerchantItemId);

        return order.Subscriptions.Exists(IsSelected)
            ? NotificationFactory.CreateOutcome(
                order,
                order with
                {
                    Subscriptions = order.Subscriptions.ConvertAll(subscription => IsSelected(subscription) ? subscription with { EndReason = cancelled.Reason, Next = null } : subscription),
                },
                now)
            : new OrderOutcome.Rejected("The order does not have this subscription, or the subscription has ended");
    }

    private static string? GetError(Order order, ShoppingCart cart) =>
        CartAcceptance.GetError(new CheckoutShoppingCart { ShoppingCart = cart })
        ?? (cart.Items.Any(item => item.Subscription is not null) ? "An item of a recurrence must not have a subscription itself"
            : cart.Items.Any(item => item.UnitPrice.Currency != order.OrderTotal.Currency) ? $"The cart must be in {order.OrderTotal.Currency}, the currency of the order"
            : cart.Items.Any(item => Math.Abs(item.UnitPrice.Amount) > MaxUnitPrice) ? string.Create(CultureInfo.InvariantCulture, $"A unit price of the cart is more than {MaxUnitPrice}")
            : null);

    // A recurrence has no shipping method. Its taxes are those of the cart with the subscription.
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
