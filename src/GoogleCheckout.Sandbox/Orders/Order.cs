using System.Collections.Immutable;
using GoogleCheckout.Carts;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Sandbox.Orders;

/// <summary>An order in the service. It is immutable: each event creates a new instance.</summary>
internal sealed record Order
{
    public required string GoogleOrderNumber { get; init; }

    public string? MerchantOrderNumber { get; init; }

    public required DateTimeOffset PurchaseDate { get; init; }

    public required ShoppingCart ShoppingCart { get; init; }

    public required OrderAdjustment OrderAdjustment { get; init; }

    /// <summary>The checkout settings of the cart. They contain the tax tables for recurrences of a subscription.</summary>
    public MerchantCheckoutFlowSupport? CheckoutFlow { get; init; }

    public required Buyer Buyer { get; init; }

    public required Money OrderTotal { get; init; }

    public required Money TotalChargeAmount { get; init; }

    public required Money TotalRefundAmount { get; init; }

    public required Money TotalChargebackAmount { get; init; }

    /// <summary>Whether the cart was sent to an account for donations. Such an order is charged automatically and allows few commands.</summary>
    public bool IsDonation { get; init; }

    /// <summary>Whether the cart was signed, or sent with the merchant's credentials. A buyer could have changed any other cart.</summary>
    public bool IsCartSigned { get; init; } = true;

    /// <summary>Whether the cart requested a notification of the first authorization. API version 2.5 always sends it.</summary>
    public bool RequestsInitialAuthorization { get; init; }

    /// <summary>The fees of the order. Not used if notifications do not contain fees.</summary>
    public FeeAccount Fees { get; init; } = new();

    public FinancialOrderState FinancialOrderState { get; init; } = FinancialOrderState.Reviewing;

    public FulfillmentOrderState FulfillmentOrderState { get; init; } = FulfillmentOrderState.New;

    /// <summary>The last authorization of the buyer's card; null until the review ends.</summary>
    public AuthorizationInformation? Authorization { get; init; }

    /// <summary>The risk information from the review; null until the review ends.</summary>
    public RiskInformation? RiskInformation { get; init; }

    public bool Archived { get; init; }

    /// <summary>The charge in progress, or a charge that waits for the end of the review or for another card; null if there is none.</summary>
    public PendingCharge? PendingCharge { get; init; }

    /// <summary>The next automatic event, unless another event happens first; null if there is none.</summary>
    public DueEvent? Due { get; init; }

    /// <summary>The bank's response to a requested authorization. Other events do not remove it. Null if there is none.</summary>
    public DueEvent? Reauthorization { get; init; }

    public ImmutableList<SubscriptionSchedule> Subscriptions { get; init; } = [];

    /// <summary>All automatic events that are due later.</summary>
    public IEnumerable<DueEvent> DueEvents => new[] { Due, Reauthorization }.Concat(Subscriptions.Select(subscription => subscription.Next)).OfType<DueEvent>();

    /// <summary>The states of the items by their merchant-item-id. An item without an entry is not yet shipped.</summary>
    public ImmutableDictionary<string, ItemState> ItemStates { get; init; } = ImmutableDictionary<string, ItemState>.Empty;

    public ImmutableList<TrackingData> Parcels { get; init; } = [];

    public ImmutableList<string> MessagesToBuyer { get; init; } = [];

    /// <summary>The reason why the service canceled the order; null otherwise.</summary>
    public string? CancelledByGoogleReason { get; init; }

    /// <summary>The number of the last event that had a notification.</summary>
    public int EventNumber { get; init; }

    /// <summary>The status of the order, for <see cref="OrderRules"/>.</summary>
    public OrderStatus Status => OrderStatus.FromSummary(Summary) with { IsDonation = IsDonation };

    /// <summary>Whether an item is delivered on a page or by e-mail. The service does not guarantee the payment of such orders.</summary>
    public bool IsDigital => ShoppingCart.Items.Any(item => item.DigitalContent is not null);

    public IEnumerable<string> ItemIds => ShoppingCart.Items.Select(item => item.MerchantItemId).OfType<string>();

    /// <summary>The summary of the order, as in a report or a notification.</summary>
    public OrderSummary Summary => new()
    {
        GoogleOrderNumber = GoogleOrderNumber,
        MerchantOrderNumber = MerchantOrderNumber,
        PurchaseDate = new DateTimeOffset(PurchaseDate.Ticks - (PurchaseDate.Ticks % TimeSpan.TicksPerSecond), PurchaseDate.Offset),
        FinancialOrderState = FinancialOrderState,
        FulfillmentOrderState = FulfillmentOrderState,
        Archived = Archived,
        OrderTotal = OrderTotal,
        TotalChargeAmount = TotalChargeAmount,
        TotalRefundAmount = TotalRefundAmount,
        TotalChargebackAmount = TotalChargebackAmount,
        Authorization = Authorization,
        RiskInformation = RiskInformation,
        ShoppingCart = ShoppingCart,
        OrderAdjustment = OrderAdjustment,
        BuyerShippingAddress = Buyer.ShippingAddress,
        BuyerMarketingPreferences = new BuyerMarketingPreferences { EmailAllowed = Buyer.EmailAllowed },
        BuyerId = Buyer.BuyerId,
    };
}
