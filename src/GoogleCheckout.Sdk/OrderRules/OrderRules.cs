using GoogleCheckout.Carts;

namespace GoogleCheckout.Orders;

/// <summary>
/// Determines which commands an order allows, from its states and amounts. The service decides; these rules
/// predict its decision.
/// </summary>
/// <remarks>
/// The rules do not depend on the time: an expired authorization ends the payment guarantee, but does not prevent a charge.
/// <see cref="ChargePolicy"/> decides whether to charge an order that allows it.
/// </remarks>
public static class OrderRules
{
    /// <summary>The maximum length of the reason of a refund or a cancellation, in characters.</summary>
    public const int MaxReasonLength = 140;

    /// <summary>The maximum length of the comment of a refund or a cancellation, in characters.</summary>
    public const int MaxCommentLength = 140;

    /// <summary>The maximum length of a message to a buyer, in characters.</summary>
    // One source has 254. The sources that enforce a limit have 255.
    public const int MaxMessageLength = 255;

    // The service's own message. The SDK's authors wrote the other reasons.
    private const string CompletelyCharged = "You cannot charge an order that is already completely charged";

    /// <summary>Returns the reason why the order does not allow the command.</summary>
    /// <param name="command">The command. Its order number must not be empty, and is otherwise ignored.</param>
    /// <param name="order">The status of the order.</param>
    /// <returns>A short sentence without a period; null if the command is allowed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="command"/> or <paramref name="order"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The amounts of the order are in different currencies.</exception>
    public static string? GetRejectionReason(OrderCommand command, OrderStatus order)
    {
        _ = command ?? throw new ArgumentNullException(nameof(command));
        _ = order ?? throw new ArgumentNullException(nameof(order));
        return CommandError.Find(command)?.ToString() ?? GetStateReason(command, order);
    }

    /// <summary>Returns all actions and whether the order allows them, for example for the buttons of an order page.</summary>
    /// <param name="order">The status of the order.</param>
    /// <returns>The actions, each with the reason if it is not allowed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="order"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The amounts of the order are in different currencies.</exception>
    public static OrderActions GetActions(OrderStatus order)
    {
        _ = order ?? throw new ArgumentNullException(nameof(order));

        // A placeholder for required texts, which do not affect whether a command is allowed.
        const string any = "any";
        OrderAction CreateAction(string name, OrderCommand command) =>
            new() { Name = name, DisallowedReason = GetStateReason(command, order), MaxAmount = GetMaxAmount(command, order) };

        return new OrderActions
        {
            Charge = CreateAction(nameof(OrderActions.Charge), new ChargeOrderRequest { GoogleOrderNumber = any }),
            ChargeAndShip = CreateAction(nameof(OrderActions.ChargeAndShip), new ChargeAndShipOrderRequest { GoogleOrderNumber = any }),
            Refund = CreateAction(nameof(OrderActions.Refund), new RefundOrderRequest { GoogleOrderNumber = any, Reason = any }),
            Cancel = CreateAction(nameof(OrderActions.Cancel), new CancelOrderRequest { GoogleOrderNumber = any, Reason = any }),
            Authorize = CreateAction(nameof(OrderActions.Authorize), new AuthorizeOrderRequest { GoogleOrderNumber = any }),
            Process = CreateAction(nameof(OrderActions.Process), new ProcessOrderRequest { GoogleOrderNumber = any }),
            Deliver = CreateAction(nameof(OrderActions.Deliver), new DeliverOrderRequest { GoogleOrderNumber = any }),
            ChangeItems = RequireItemIds(order, CreateAction(nameof(OrderActions.ChangeItems), new ShipItemsRequest { GoogleOrderNumber = any })),
            AddTrackingData = CreateAction(nameof(OrderActions.AddTrackingData), new AddTrackingDataRequest { GoogleOrderNumber = any, TrackingData = new() { Carrier = any } }),
            SendBuyerMessage = CreateAction(nameof(OrderActions.SendBuyerMessage), new SendBuyerMessageRequest { GoogleOrderNumber = any, Message = any }),
            AddMerchantOrderNumber = CreateAction(nameof(OrderActions.AddMerchantOrderNumber), new AddMerchantOrderNumberRequest { GoogleOrderNumber = any, MerchantOrderNumber = any }),
            Archive = CreateAction(nameof(OrderActions.Archive), new ArchiveOrderRequest { GoogleOrderNumber = any }),
            Unarchive = CreateAction(nameof(OrderActions.Unarchive), new UnarchiveOrderRequest { GoogleOrderNumber = any }),
        };
    }

    /// <summary>Returns the maximum amount that can be charged now.</summary>
    /// <param name="order">The status of the order.</param>
    /// <returns>The remaining amount to charge; 0 if the order does not allow a charge.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="order"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The amounts of the order are in different currencies.</exception>
    public static Money Chargeable(OrderStatus order) =>
        GetActions(order).Charge.MaxAmount.GetValueOrDefault();

    /// <summary>Returns the maximum amount that can be refunded now.</summary>
    /// <param name="order">The status of the order.</param>
    /// <returns>The amount charged and not yet refunded or charged back; 0 if the order does not allow a refund.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="order"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The amounts of the order are in different currencies.</exception>
    public static Money Refundable(OrderStatus order) =>
        GetActions(order).Refund.MaxAmount.GetValueOrDefault();

    /// <summary>
    /// Returns the subscriptions of an order that the cart of a <see cref="CreateOrderRecurrenceRequest"/> continues, each with the
    /// items of that cart that it pays for.
    /// </summary>
    /// <remarks>
    /// An item of the cart names its subscription with the <see cref="Item.MerchantItemId"/> of the subscribing item, or of its
    /// <see cref="Subscription.RecurrentItem"/>. If no item names one, or only one is named, the subscription pays for the whole cart.
    /// An item that names several counts for the first.
    /// </remarks>
    /// <param name="recurrence">The cart of the recurrence.</param>
    /// <param name="order">The cart of the order with the subscriptions.</param>
    /// <returns>
    /// The subscribing items of the order, each with the items of the recurrence; empty if the merchant handles no subscription of the
    /// order, or handles several and the cart names none.
    /// </returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static ILookup<Item, Item> FindSubscriptions(ShoppingCart recurrence, ShoppingCart order) => RecurrenceRules.FindSubscriptions(
        recurrence ?? throw new ArgumentNullException(nameof(recurrence)), order ?? throw new ArgumentNullException(nameof(order)));

    // The service allowed no command during a charge. The sources also guess that commands that change no state might be allowed;
    // the rules do not follow that guess.
    private static string? GetStateReason(OrderCommand command, OrderStatus order) =>
        GetChargingReason(order) ?? GetDonationReason(command, order) ?? command switch
        {
            ChargeOrderRequest charge => GetChargeReason(order) ?? GetAmountReason(charge.Amount, order.ChargeableAmount),
            ChargeAndShipOrderRequest charge => GetChargeAndShipReason(charge, order),
            RefundOrderRequest refund => GetRefundReason(order) ?? GetAmountReason(refund.Amount, order.RefundableAmount),
            CancelOrderRequest => GetCancelReason(order),
            AuthorizeOrderRequest => GetAuthorizeReason(order),
            ProcessOrderRequest or DeliverOrderRequest => GetCanceledReason(order),
            ShipItemsRequest ship => GetCanceledReason(order) ?? GetItemsReason(GetItemIds(ship.ItemShippingInformationList), order),
            BackorderItemsRequest backorder => GetCanceledReason(order) ?? GetItemsReason(backorder.ItemIds, order),
            ReturnItemsRequest @return => GetCanceledReason(order) ?? GetItemsReason(@return.ItemIds, order),
            CancelItemsRequest cancel => GetCanceledReason(order) ?? GetItemsReason(cancel.ItemIds, order),
            ResetItemsShippingInformationRequest reset => GetCanceledReason(order) ?? GetItemsReason(reset.ItemIds, order),
            CreateOrderRecurrenceRequest recurrence => GetCanceledReason(order) ?? RecurrenceRules.GetReason(recurrence.ShoppingCart, order),
            AddTrackingDataRequest or SendBuyerMessageRequest or AddMerchantOrderNumberRequest => null,
            ArchiveOrderRequest or UnarchiveOrderRequest => null,
            _ => throw new ArgumentException($"There are no rules for a {command.GetType().Name}.", nameof(command)),
        };

    private static string? GetChargingReason(OrderStatus order) =>
        order.FinancialOrderState == FinancialOrderState.Charging ? "The order is being charged; try again when the charge is complete" : null;

    // The service charges donations, and nothing is shipped.
    private static string? GetDonationReason(OrderCommand command, OrderStatus order) => !order.IsDonation ? null : command switch
    {
        RefundOrderRequest or CancelOrderRequest or SendBuyerMessageRequest or AddMerchantOrderNumberRequest => null,
        ArchiveOrderRequest or UnarchiveOrderRequest => null,
        ChargeOrderRequest or ChargeAndShipOrderRequest or AuthorizeOrderRequest => "The service charges donations automatically",
        _ => "The service does not accept this command for a donation",
    };

    // An order can be charged early, during review: the service executes the charge when the order becomes chargeable. Sources
    // disagree on whether a partially charged order is chargeable or charged; both can be charged until nothing remains.
    private static string? GetChargeReason(OrderStatus order) => order.FinancialOrderState switch
    {
        FinancialOrderState.Reviewing or FinancialOrderState.Chargeable or FinancialOrderState.Charged =>
            order.ChargeableAmount.Amount > 0 ? null : GetNothingToChargeReason(order) ?? CompletelyCharged,
        FinancialOrderState.PaymentDeclined => "You cannot charge an order whose payment was declined; the service asked the buyer for another card",
        _ => GetFinancialStateReason("charge", order),
    };

    private static string? GetNothingToChargeReason(OrderStatus order) =>
        order.OrderTotal.Amount <= 0 ? $"There is nothing to charge: the total of the order is {order.OrderTotal}" : null;

    private static string? GetChargeAndShipReason(ChargeAndShipOrderRequest charge, OrderStatus order) =>
        order.FinancialOrderState == FinancialOrderState.Reviewing
            ? "You cannot ship an order that is still under review"
            : GetChargeReason(order)
                ?? GetCanceledReason(order)
                ?? GetAmountReason(charge.Amount, order.ChargeableAmount)
                ?? GetItemsReason(GetItemIds(charge.ItemShippingInformationList), order);

    private static string? GetRefundReason(OrderStatus order) => order.FinancialOrderState switch
    {
        FinancialOrderState.Reviewing or FinancialOrderState.Chargeable or FinancialOrderState.Charged or FinancialOrderState.PaymentDeclined =>
            order.RefundableAmount.Amount > 0 ? null
            : order.TotalChargeAmount.Amount > 0 ? "You cannot refund an order that is already completely refunded"
            : order.OrderTotal.Amount <= 0 ? $"There is nothing to refund: the total of the order is {order.OrderTotal}"
            : "You cannot refund an order that has not been charged",
        _ => GetFinancialStateReason("refund", order),
    };

    // Sources disagree on whether an order under review can be canceled; the rules allow it.
    private static string? GetCancelReason(OrderStatus order) => order.FinancialOrderState switch
    {
        FinancialOrderState.Reviewing or FinancialOrderState.Chargeable or FinancialOrderState.Charged or FinancialOrderState.PaymentDeclined =>
            order.RefundableAmount.Amount > 0 ? $"You cannot cancel an order before {order.RefundableAmount} is refunded" : null,
        _ => GetFinancialStateReason("cancel", order),
    };

    private static string? GetAuthorizeReason(OrderStatus order) => order.FinancialOrderState switch
    {
        FinancialOrderState.Chargeable or FinancialOrderState.Charged =>
            order.ChargeableAmount.Amount > 0 ? null : GetNothingToChargeReason(order) ?? "You cannot authorize an order that is already completely charged",
        FinancialOrderState.Reviewing => "You cannot authorize an order that is still under review",
        FinancialOrderState.PaymentDeclined => "You cannot authorize an order whose payment was declined",
        _ => GetFinancialStateReason("authorize", order),
    };

    private static string GetFinancialStateReason(string verb, OrderStatus order) =>
        order.FinancialOrderState is FinancialOrderState.Cancelled or FinancialOrderState.CancelledByGoogle
            ? $"You cannot {verb} an order that was canceled"
            : $"You cannot {verb} an order whose financial state is unknown";

    private static string? GetCanceledReason(OrderStatus order) =>
        order.FinancialOrderState is FinancialOrderState.Cancelled or FinancialOrderState.CancelledByGoogle
        || order.FulfillmentOrderState == FulfillmentOrderState.WillNotDeliver
            ? "The order was canceled"
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

    private static string? GetAmountReason(Money? amount, Money limit) =>
        amount is not { } money ? null
        : limit.WithCurrencyOf(money) is var max && money.Currency != max.Currency ? $"The amount must be in {max.CurrencyText}, the currency of the order"
        : money.Amount <= 0 ? "The amount must be more than zero"
        : money > max ? $"The amount must be at most {max}"
        : null;

    // The service identifies an item only by its merchant item ID in the cart, which cannot be added later.
    private static string? GetItemsReason(IEnumerable<ItemId> items, OrderStatus order)
    {
        if (order.ShoppingCart is not { } cart)
        {
            return null;
        }

        var known = new HashSet<string>(cart.Items.Select(line => line.MerchantItemId).OfType<string>());
        var unknown = items.FirstOrDefault(item => item.MerchantItemId is null || !known.Contains(item.MerchantItemId));
        return unknown is null ? null : $"The order has no item with the merchant item ID '{QuotedText.Of(unknown.MerchantItemId)}'";
    }

    private static OrderAction RequireItemIds(OrderStatus order, OrderAction action) =>
        action.IsAllowed && order.ShoppingCart is { } cart && cart.Items.All(item => string.IsNullOrEmpty(item.MerchantItemId))
            ? action with { DisallowedReason = "No item of the order has a merchant item ID; use the commands for the whole order" }
            : action;

    private static IEnumerable<ItemId> GetItemIds(IEnumerable<ItemShippingInformation> items) => items.Select(item => item.ItemId);
}
