using GoogleCheckout.Carts;

namespace GoogleCheckout.Orders;

/// <summary>
/// Which commands an order allows, by its states and amounts. The service decides for itself; this tells beforehand what it
/// is going to say.
/// </summary>
/// <remarks>
/// Nothing here looks at a clock: that an authorization has run out forbids no charge, it only ends the guarantee.
/// <see cref="ChargePolicy"/> says whether to charge what may be charged.
/// </remarks>
public static class OrderRules
{
    /// <summary>The longest reason of a refund or a cancellation, in characters.</summary>
    public const int MaxReasonLength = 140;

    /// <summary>The longest comment of a refund or a cancellation, in characters.</summary>
    public const int MaxCommentLength = 140;

    /// <summary>The longest message to a buyer, in characters.</summary>
    // Sources say 254 and 255; the larger is accepted.
    public const int MaxMessageLength = 255;

    // The service's own words; the other reasons are ours.
    private const string CompletelyCharged = "You cannot charge an order that is already completely charged";

    /// <summary>Why the order does not allow the command.</summary>
    /// <param name="command">The command; its order number is not looked at further than whether there is one.</param>
    /// <param name="order">How the order stands.</param>
    /// <returns>A short sentence without its full stop; null where the command is allowed.</returns>
    /// <exception cref="InvalidOperationException">The amounts of the order are in different currencies.</exception>
    public static string? GetRejectionReason(OrderCommand command, OrderStatus order)
    {
        _ = command ?? throw new ArgumentNullException(nameof(command));
        _ = order ?? throw new ArgumentNullException(nameof(order));
        return CommandError.In(command, MaxMessageLength)?.ToString() ?? GetStateReason(command, order);
    }

    /// <summary>What may be done with an order now, and why not the rest: one call for all the buttons of its page.</summary>
    /// <param name="order">How the order stands.</param>
    /// <exception cref="InvalidOperationException">The amounts of the order are in different currencies.</exception>
    public static OrderActions GetActions(OrderStatus order)
    {
        _ = order ?? throw new ArgumentNullException(nameof(order));

        // Stands where a command needs a text; whether it may be sent does not depend on it.
        const string any = "any";
        OrderAction Action(string name, OrderCommand command) =>
            new() { Name = name, DisallowedReason = GetStateReason(command, order), MaxAmount = GetMaxAmount(command, order) };

        return new OrderActions
        {
            Charge = Action(nameof(OrderActions.Charge), new ChargeOrderRequest { GoogleOrderNumber = any }),
            ChargeAndShip = Action(nameof(OrderActions.ChargeAndShip), new ChargeAndShipOrderRequest { GoogleOrderNumber = any }),
            Refund = Action(nameof(OrderActions.Refund), new RefundOrderRequest { GoogleOrderNumber = any, Reason = any }),
            Cancel = Action(nameof(OrderActions.Cancel), new CancelOrderRequest { GoogleOrderNumber = any, Reason = any }),
            Authorize = Action(nameof(OrderActions.Authorize), new AuthorizeOrderRequest { GoogleOrderNumber = any }),
            Process = Action(nameof(OrderActions.Process), new ProcessOrderRequest { GoogleOrderNumber = any }),
            Deliver = Action(nameof(OrderActions.Deliver), new DeliverOrderRequest { GoogleOrderNumber = any }),
            ChangeItems = WhyNoItems(order, Action(nameof(OrderActions.ChangeItems), new ShipItemsRequest { GoogleOrderNumber = any })),
            AddTrackingData = Action(nameof(OrderActions.AddTrackingData), new AddTrackingDataRequest { GoogleOrderNumber = any, TrackingData = new() { Carrier = any } }),
            SendBuyerMessage = Action(nameof(OrderActions.SendBuyerMessage), new SendBuyerMessageRequest { GoogleOrderNumber = any, Message = any }),
            AddMerchantOrderNumber = Action(nameof(OrderActions.AddMerchantOrderNumber), new AddMerchantOrderNumberRequest { GoogleOrderNumber = any, MerchantOrderNumber = any }),
            Archive = Action(nameof(OrderActions.Archive), new ArchiveOrderRequest { GoogleOrderNumber = any }),
            Unarchive = Action(nameof(OrderActions.Unarchive), new UnarchiveOrderRequest { GoogleOrderNumber = any }),
        };
    }

    /// <summary>How much may be charged now.</summary>
    /// <param name="order">How the order stands.</param>
    /// <returns>What is left to charge; zero where the order allows no charge.</returns>
    /// <exception cref="InvalidOperationException">The amounts of the order are in different currencies.</exception>
    public static Money Chargeable(OrderStatus order) =>
        GetActions(order).Charge.MaxAmount.GetValueOrDefault();

    /// <summary>How much may be refunded now.</summary>
    /// <param name="order">How the order stands.</param>
    /// <returns>What was charged and not given back; zero where the order allows no refund.</returns>
    /// <exception cref="InvalidOperationException">The amounts of the order are in different currencies.</exception>
    public static Money Refundable(OrderStatus order) =>
        GetActions(order).Refund.MaxAmount.GetValueOrDefault();

    // The service forbade every command while it is charging. That some commands touch no state, and might be allowed,
    // is a guess of the same sources, and gives way.
    private static string? GetStateReason(OrderCommand command, OrderStatus order) =>
        WhyNotWhileCharging(order) ?? WhyNotForDonation(command, order) ?? command switch
        {
            ChargeOrderRequest charge => WhyNotCharge(order) ?? WhyNotAmount(charge.Amount, order.ChargeableAmount),
            ChargeAndShipOrderRequest charge => WhyNotChargeAndShip(charge, order),
            RefundOrderRequest refund => WhyNotRefund(order) ?? WhyNotAmount(refund.Amount, order.RefundableAmount),
            CancelOrderRequest => WhyNotCancel(order),
            AuthorizeOrderRequest => WhyNotAuthorize(order),
            ProcessOrderRequest or DeliverOrderRequest => WhyNotWhenCancelled(order),
            ShipItemsRequest ship => WhyNotWhenCancelled(order) ?? WhyNotItems(Shipped(ship.ItemShippingInformationList), order),
            BackorderItemsRequest backorder => WhyNotWhenCancelled(order) ?? WhyNotItems(backorder.ItemIds, order),
            ReturnItemsRequest @return => WhyNotWhenCancelled(order) ?? WhyNotItems(@return.ItemIds, order),
            CancelItemsRequest cancel => WhyNotWhenCancelled(order) ?? WhyNotItems(cancel.ItemIds, order),
            ResetItemsShippingInformationRequest reset => WhyNotWhenCancelled(order) ?? WhyNotItems(reset.ItemIds, order),
            CreateOrderRecurrenceRequest recurrence => WhyNotWhenCancelled(order) ?? WhyNotRecur(recurrence.ShoppingCart, order),
            AddTrackingDataRequest or SendBuyerMessageRequest or AddMerchantOrderNumberRequest => null,
            ArchiveOrderRequest or UnarchiveOrderRequest => null,
            _ => throw new ArgumentException($"There are no rules for a {command.GetType().Name}.", nameof(command)),
        };

    private static string? WhyNotWhileCharging(OrderStatus order) =>
        order.FinancialOrderState == FinancialOrderState.Charging ? "The order is being charged; try again once that is done" : null;

    // Donations are charged by the service, and nothing is shipped.
    private static string? WhyNotForDonation(OrderCommand command, OrderStatus order) => !order.IsDonation ? null : command switch
    {
        RefundOrderRequest or CancelOrderRequest or SendBuyerMessageRequest or AddMerchantOrderNumberRequest => null,
        ArchiveOrderRequest or UnarchiveOrderRequest => null,
        ChargeOrderRequest or ChargeAndShipOrderRequest or AuthorizeOrderRequest => "The service charges donations by itself",
        _ => "The service does not take this command for a donation",
    };

    // An order may be charged early, under review: the service makes the charge once the order is chargeable. Sources
    // disagree whether a partly charged order is chargeable again or charged; both may be charged until nothing is left.
    private static string? WhyNotCharge(OrderStatus order) => order.FinancialOrderState switch
    {
        FinancialOrderState.Reviewing or FinancialOrderState.Chargeable or FinancialOrderState.Charged =>
            order.ChargeableAmount.Amount > 0 ? null : CompletelyCharged,
        FinancialOrderState.PaymentDeclined => "You cannot charge an order whose payment was declined; the buyer has been asked for another card",
        _ => WhyNotInState("charge", order),
    };

    private static string? WhyNotChargeAndShip(ChargeAndShipOrderRequest charge, OrderStatus order) =>
        order.FinancialOrderState == FinancialOrderState.Reviewing
            ? "You cannot ship an order that is still under review"
            : WhyNotCharge(order)
                ?? WhyNotWhenCancelled(order)
                ?? WhyNotAmount(charge.Amount, order.ChargeableAmount)
                ?? WhyNotItems(Shipped(charge.ItemShippingInformationList), order);

    private static string? WhyNotRefund(OrderStatus order) => order.FinancialOrderState switch
    {
        FinancialOrderState.Reviewing or FinancialOrderState.Chargeable or FinancialOrderState.Charged or FinancialOrderState.PaymentDeclined =>
            order.RefundableAmount.Amount > 0 ? null
            : order.TotalChargeAmount.Amount > 0 ? "You cannot refund an order that is already completely refunded"
            : "You cannot refund an order that has not been charged",
        _ => WhyNotInState("refund", order),
    };

    // Sources disagree whether an order under review may be cancelled; it may.
    private static string? WhyNotCancel(OrderStatus order) => order.FinancialOrderState switch
    {
        FinancialOrderState.Reviewing or FinancialOrderState.Chargeable or FinancialOrderState.Charged or FinancialOrderState.PaymentDeclined =>
            order.RefundableAmount.Amount > 0 ? $"You cannot cancel an order before {order.RefundableAmount} have been refunded" : null,
        _ => WhyNotInState("cancel", order),
    };

    private static string? WhyNotAuthorize(OrderStatus order) => order.FinancialOrderState switch
    {
        FinancialOrderState.Chargeable or FinancialOrderState.Charged =>
            order.ChargeableAmount.Amount > 0 ? null : "You cannot authorize an order that is already completely charged",
        FinancialOrderState.Reviewing => "You cannot authorize an order that is still under review",
        FinancialOrderState.PaymentDeclined => "You cannot authorize an order whose payment was declined",
        _ => WhyNotInState("authorize", order),
    };

    private static string WhyNotInState(string verb, OrderStatus order) =>
        order.FinancialOrderState is FinancialOrderState.Cancelled or FinancialOrderState.CancelledByGoogle
            ? $"You cannot {verb} an order that has been cancelled"
            : $"You cannot {verb} an order whose financial state is not known";

    private static string? WhyNotWhenCancelled(OrderStatus order) =>
        order.FinancialOrderState is FinancialOrderState.Cancelled or FinancialOrderState.CancelledByGoogle
        || order.FulfillmentOrderState == FulfillmentOrderState.WillNotDeliver
            ? "The order has been cancelled"
            : null;

    private static Money? GetMaxAmount(OrderCommand command, OrderStatus order)
    {
        Money? limit = command switch
        {
            ChargeOrderRequest or ChargeAndShipOrderRequest => order.ChargeableAmount,
            RefundOrderRequest => order.RefundableAmount,
            _ => null,
        };
        return limit is { } money && GetStateReason(command, order) is not null ? money with { Amount = 0 } : limit;
    }

    private static string? WhyNotAmount(Money? amount, Money limit) =>
        amount is not { } money ? null
        : money.Currency != limit.Currency ? $"The amount must be in {limit.Currency}, the currency of the order"
        : money.Amount <= 0 ? "The amount must be more than zero"
        : money > limit ? $"The amount may be at most {limit}"
        : null;

    // The service knows an item only by the id the cart gave it; it cannot be given one later.
    private static string? WhyNotItems(IEnumerable<ItemId> items, OrderStatus order)
    {
        if (order.ShoppingCart is not { } cart)
        {
            return null;
        }

        var unknown = items.FirstOrDefault(item => item.MerchantItemId is null || cart.Items.All(line => line.MerchantItemId != item.MerchantItemId));
        return unknown is null ? null : $"The order has no item with the merchant item id '{unknown.MerchantItemId}'";
    }

    private static OrderAction WhyNoItems(OrderStatus order, OrderAction action) =>
        action.IsAllowed && order.ShoppingCart is { } cart && cart.Items.All(item => string.IsNullOrEmpty(item.MerchantItemId))
            ? action with { DisallowedReason = "No item of the order has a merchant item id; use the commands for the whole order" }
            : action;

    private static IEnumerable<ItemId> Shipped(IEnumerable<ItemShippingInformation> items) => items.Select(item => item.ItemId);

    private static string? WhyNotRecur(ShoppingCart recurrence, OrderStatus order)
    {
        if (order.ShoppingCart is not { } cart)
        {
            return null;
        }

        var subscriptions = cart.Items.Select(item => item.Subscription).OfType<Subscription>().Where(IsMerchantHandled).ToList();
        var currency = order.OrderTotal.Currency;
        return subscriptions.Count == 0 ? "The order has no subscription that the merchant handles"
            : recurrence.Items.Any(item => item.UnitPrice.Currency != currency) ? $"The cart must be in {currency}, the currency of the order"
            : MaximumCharge(subscriptions) is { } maximum && Price(recurrence) > maximum ? $"The cart may cost at most {new Money(maximum, currency)}"
            : null;
    }

    private static bool IsMerchantHandled(Subscription subscription) => subscription.Type == SubscriptionTypes.Merchant;

    private static decimal Price(ShoppingCart cart) => cart.Items.Sum(item => item.UnitPrice.Amount * item.Quantity);

    // The maximum includes tax, which is not known here: a cart that is dearer without it will not do in any case.
    private static decimal? MaximumCharge(List<Subscription> subscriptions) =>
        subscriptions.Any(subscription => subscription.Payments.Count == 0)
            ? null
            : subscriptions.Sum(subscription => subscription.Payments.Max(payment => payment.MaximumCharge.Amount));
}
