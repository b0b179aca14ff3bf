using GoogleCheckout.Orders;
using GoogleCheckout.Sandbox.Orders;

namespace GoogleCheckout.Sandbox.Pages.MerchantCenter;

/// <summary>An order as its merchant sees it.</summary>
internal sealed record OrderModel
{
    public required Order Order { get; init; }

    public required FormToken Token { get; init; }

    /// <summary>The reason why the order does not allow a form, without a period; null if it does.</summary>
    public required IReadOnlyDictionary<OrderFormKind, string?> Errors { get; init; }

    /// <summary>The notifications of the order, oldest first.</summary>
    public required IReadOnlyList<HistoryEntry> History { get; init; }

    /// <summary>The states and the money of the order over time.</summary>
    public required OrderLife? Life { get; init; }

    /// <summary>The links with which the page renews itself, or stops to.</summary>
    public required PageRenewal Renewal { get; init; }

    /// <summary>The form that was executed before this page; null if there was none.</summary>
    public OrderFormKind? Done { get; init; }

    /// <summary>The form that was rejected; null if there was none.</summary>
    public OrderForm? Failed { get; init; }

    /// <summary>The reason why the last form was rejected; null if it was not.</summary>
    public string? Error { get; init; }

    public NextStep Next => NextStep.Of(Order);

    /// <summary>The sum of the items.</summary>
    public Money Subtotal => Order.OrderTotal - (Order.OrderAdjustment.AdjustmentTotal ?? Order.OrderTotal with { Amount = 0 });

    /// <summary>The charged amount that was neither refunded nor charged back.</summary>
    public Money Balance => Order.TotalChargeAmount - Order.TotalRefundAmount - Order.TotalChargebackAmount;

    /// <summary>Whether the order has items that commands can name.</summary>
    public bool HasItemIds => Order.ItemIds.Any();

    /// <summary>Returns the type only: an order has the buyer's data.</summary>
    public override string ToString() => nameof(OrderModel);

    /// <summary>Returns the value of a field: what was typed if the form was rejected.</summary>
    public string ValueOf(OrderFormKind kind, string field, string initial = "") => Failed?.Kind == kind ? Failed.GetText(field) : initial;

    /// <summary>Returns whether the form is open: it is the next step, or was rejected.</summary>
    public bool IsOpen(OrderFormKind kind) => Failed is null ? Next.Action == kind : Failed.Kind == kind;

    /// <summary>Returns a command that is valid in itself, to find out whether the order allows such a command.</summary>
    public static OrderCommand CreateProbe(OrderFormKind kind, Order order)
    {
        var number = order.GoogleOrderNumber;
        const string Text = "any";
        return kind switch
        {
            OrderFormKind.Charge => new ChargeOrderRequest { GoogleOrderNumber = number },
            OrderFormKind.ChargeAndShip => new ChargeAndShipOrderRequest { GoogleOrderNumber = number },
            OrderFormKind.Refund => new RefundOrderRequest { GoogleOrderNumber = number, Reason = Text },
            OrderFormKind.Cancel => new CancelOrderRequest { GoogleOrderNumber = number, Reason = Text },
            OrderFormKind.Authorize => new AuthorizeOrderRequest { GoogleOrderNumber = number },
            OrderFormKind.Process => new ProcessOrderRequest { GoogleOrderNumber = number },
            OrderFormKind.Deliver => new DeliverOrderRequest { GoogleOrderNumber = number },
            OrderFormKind.Track => new AddTrackingDataRequest { GoogleOrderNumber = number, TrackingData = new TrackingData { Carrier = Carriers.Other } },
            OrderFormKind.Message => new SendBuyerMessageRequest { GoogleOrderNumber = number, Message = Text },
            OrderFormKind.Number => new AddMerchantOrderNumberRequest { GoogleOrderNumber = number, MerchantOrderNumber = Text },
            OrderFormKind.Archive => new ArchiveOrderRequest { GoogleOrderNumber = number },
            OrderFormKind.Unarchive => new UnarchiveOrderRequest { GoogleOrderNumber = number },
            _ => new ShipItemsRequest { GoogleOrderNumber = number },
        };
    }
}
