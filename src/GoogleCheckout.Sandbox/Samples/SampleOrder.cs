using System.Globalization;
using GoogleCheckout.Carts;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Sandbox.Samples;

/// <summary>The order of <see cref="SampleNotifications"/> after one of its events.</summary>
/// <param name="EventNumber">The number of the event.</param>
/// <param name="Timestamp">The time of the event.</param>
/// <param name="Summary">The order after the event.</param>
internal sealed record SampleOrder(int EventNumber, DateTimeOffset Timestamp, OrderSummary Summary)
{
    private static readonly DateTimeOffset Purchase = new(2011, 5, 17, 9, 30, 12, 480, TimeSpan.Zero);
    private static readonly Money None = Usd(0.00m);
    private static readonly Money Total = Usd(70.23m);
    private static readonly Money Refund = Usd(10.00m);
    private static readonly SandboxBuyer Buyer = new();

    public static CheckoutShoppingCart Cart { get; } = new()
    {
        ShoppingCart = new ShoppingCart
        {
            Items =
            [
                new Item { ItemName = "Teapot", ItemDescription = "Blue, one liter", UnitPrice = Usd(24.00m), Quantity = 2, MerchantItemId = "teapot" },
                new Item
                {
                    ItemName = "Tea of the month",
                    ItemDescription = "A packet now, and another each month",
                    UnitPrice = Usd(12.50m),
                    Quantity = 1,
                    MerchantItemId = "tea",
                    Subscription = new Subscription
                    {
                        Type = SubscriptionTypes.Merchant,
                        Period = DatePeriod.Monthly,
                        Payments = [new SubscriptionPayment { MaximumCharge = Usd(20.00m) }],
                        RecurrentItem = new Item { ItemName = "Tea of the month", ItemDescription = "This month's packet", UnitPrice = Usd(12.50m), Quantity = 1, MerchantItemId = "tea" },
                    },
                },
            ],
            MerchantPrivateData = PrivateData.FromText("shop order 1042"),
        },
        CheckoutFlowSupport = new MerchantCheckoutFlowSupport
        {
            TaxTables = TaxTables.FromRules(new DefaultTaxRule { Rate = 0.0625m, TaxArea = new USStateArea { State = "IL" } }),
            ShippingMethods = [new FlatRateShipping { Name = "Ground", Price = Usd(5.95m) }],
        },
    };

    public static Address BillingAddress => Buyer.BillingAddress;

    public static SampleOrder Placed(string googleOrderNumber) => new(1, Purchase, new OrderSummary
    {
        GoogleOrderNumber = googleOrderNumber,
        PurchaseDate = Purchase.AddMilliseconds(-Purchase.Millisecond),
        FinancialOrderState = FinancialOrderState.Reviewing,
        FulfillmentOrderState = FulfillmentOrderState.New,
        Archived = false,
        OrderTotal = Total,
        TotalChargeAmount = None,
        TotalRefundAmount = None,
        TotalChargebackAmount = None,
        ShoppingCart = Cart.ShoppingCart,
        OrderAdjustment = new OrderAdjustment
        {
            TotalTax = Usd(3.78m),
            Shipping = new FlatRateShippingAdjustment { ShippingName = "Ground", ShippingCost = Usd(5.95m) },
            AdjustmentTotal = Usd(9.73m),
        },
        BuyerShippingAddress = Buyer.ShippingAddress,
        BuyerMarketingPreferences = new BuyerMarketingPreferences { EmailAllowed = Buyer.EmailAllowed },
        BuyerId = Buyer.BuyerId,
    });

    public static SampleOrder Reviewed(string googleOrderNumber)
    {
        var placed = Placed(googleOrderNumber);
        return placed.Then(2, TimeSpan.FromMinutes(1), placed.Summary with
        {
            FinancialOrderState = FinancialOrderState.Chargeable,
            Authorization = new AuthorizationInformation { AuthorizationAmount = Total, AuthorizationExpirationDate = Purchase.AddMinutes(1).AddDays(7) },
            RiskInformation = new RiskInformation
            {
                EligibleForProtection = true,
                BillingAddress = BillingAddress,
                AvsResponse = TestCard.Accepted.AvsResponse,
                CvnResponse = TestCard.Accepted.CvnResponse,
                PartialCcNumber = TestCard.Accepted.LastFourDigits,
                BuyerAccountAge = 412,
                IpAddress = "203.0.113.7",
            },
        });
    }

    // Event 3 is the start of the charge, for which there is no sample.
    public static SampleOrder Charged(string googleOrderNumber)
    {
        var reviewed = Reviewed(googleOrderNumber);
        return reviewed.Then(4, TimeSpan.FromHours(3), reviewed.Summary with { FinancialOrderState = FinancialOrderState.Charged, TotalChargeAmount = Total });
    }

    public static SampleOrder Refunded(string googleOrderNumber)
    {
        var charged = Charged(googleOrderNumber);
        return charged.Then(5, TimeSpan.FromDays(2), charged.Summary with { TotalRefundAmount = Refund });
    }

    public static SampleOrder ChargedBack(string googleOrderNumber)
    {
        var refunded = Refunded(googleOrderNumber);
        return refunded.Then(6, TimeSpan.FromDays(20), refunded.Summary with { TotalChargebackAmount = Total - Refund });
    }

    public static SampleOrder Unsubscribed(string googleOrderNumber)
    {
        var chargedBack = ChargedBack(googleOrderNumber);
        return chargedBack.Then(7, TimeSpan.FromHours(1), chargedBack.Summary);
    }

    public string GetSerialNumber(int kind) =>
        string.Create(CultureInfo.InvariantCulture, $"{Summary.GoogleOrderNumber}-{EventNumber:00000}-{kind}");

    private SampleOrder Then(int eventNumber, TimeSpan later, OrderSummary summary) => new(eventNumber, Timestamp + later, summary);

    private static Money Usd(decimal amount) => new(amount, "USD");
}
