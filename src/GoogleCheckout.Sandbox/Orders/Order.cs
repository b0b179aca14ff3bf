using System.Collections.Immutable;
using GoogleCheckout.Carts;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Sandbox.Orders;

/// <summary>An order as the service knows it. It never changes: whatever happens to it makes another one.</summary>
internal sealed record Order
{
    public required string GoogleOrderNumber { get; init; }

    public string? MerchantOrderNumber { get; init; }

    public required DateTimeOffset PurchaseDate { get; init; }

    public required ShoppingCart ShoppingCart { get; init; }

    public required OrderAdjustment OrderAdjustment { get; init; }

    /// <summary>What came with the cart: the tax rates of the orders that come of a subscription are there.</summary>
    public MerchantCheckoutFlowSupport? CheckoutFlow { get; init; }

    public required Buyer Buyer { get; init; }

    public required Money OrderTotal { get; init; }

    public required Money TotalChargeAmount { get; init; }

    public required Money TotalRefundAmount { get; init; }

    public required Money TotalChargebackAmount { get; init; }

    /// <summary>Whether the cart came to an account for donations: such an order is charged by itself, and takes few commands.</summary>
    public bool IsDonation { get; init; }

    /// <summary>Whether the cart asked to be told of the first authorization; API version 2.5 tells of it in any case.</summary>
    public bool RequestsInitialAuthorization { get; init; }

    /// <summary>What the service took for it; stays empty where the merchant is not told.</summary>
    public FeeAccount Fees { get; init; } = new();

    public FinancialOrderState FinancialOrderState { get; init; } = FinancialOrderState.Reviewing;

    public FulfillmentOrderState FulfillmentOrderState { get; init; } = FulfillmentOrderState.New;

    /// <summary>What the bank last reserved on the buyer's card; null before the review is over.</summary>
    public AuthorizationInformation? Authorization { get; init; }

    /// <summary>What the review found; null before it is over.</summary>
    public RiskInformation? RiskInformation { get; init; }

    public bool Archived { get; init; }

    /// <summary>The charge that runs, or waits for the review to end or for another card.</summary>
    public PendingCharge? PendingCharge { get; init; }

    /// <summary>What happens next by itself, unless something else happens first.</summary>
    public DueEvent? Due { get; init; }

    /// <summary>The bank's answer to a new authorization that was asked for; it comes whatever else happens.</summary>
    public DueEvent? Reauthorization { get; init; }

    public ImmutableList<SubscriptionSchedule> Subscriptions { get; init; } = [];

    /// <summary>All that happens by itself.</summary>
    public IEnumerable<DueEvent> DueEvents => new[] { Due, Reauthorization }.Concat(Subscriptions.Select(subscription => subscription.Next)).OfType<DueEvent>();

    /// <summary>Items by their merchant-item-id; one that is not here is not yet shipped.</summary>
    public ImmutableDictionary<string, ItemState> ItemStates { get; init; } = ImmutableDictionary<string, ItemState>.Empty;

    public ImmutableList<TrackingData> Parcels { get; init; } = [];

    public ImmutableList<string> MessagesToBuyer { get; init; } = [];

    /// <summary>Why the service cancelled the order.</summary>
    public string? CancelledByGoogleReason { get; init; }

    /// <summary>The number of the last event that was told to the merchant.</summary>
    public int EventNumber { get; init; }

    /// <summary>The order as the rules of what it allows see it.</summary>
    public OrderStatus Status => OrderStatus.FromSummary(Summary) with { IsDonation = IsDonation };

    /// <summary>Whether something of it is handed over on a page or by e-mail. The service does not guarantee the payment of that.</summary>
    public bool IsDigital => ShoppingCart.Items.Any(item => item.DigitalContent is not null);

    public IEnumerable<string> ItemIds => ShoppingCart.Items.Select(item => item.MerchantItemId).OfType<string>();

    /// <summary>The order as a report or a notification shows it.</summary>
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
