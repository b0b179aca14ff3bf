using FsCheck;
using FsCheck.Fluent;
using GoogleCheckout.Carts;
using GoogleCheckout.Orders;
using GoogleCheckout.Reports;
using GoogleCheckout.Sandbox.Orders;

namespace GoogleCheckout.Sandbox.Journal;

/// <summary>An input of a random sequence: its kind, and a choice among what there is.</summary>
internal sealed record RandomInput(int Kind, int Choice)
{
    public static Gen<RandomInput[]> Sequences =>
        from length in Gen.Choose(10, 60)
        from inputs in Gen.ArrayOf(
            from kind in Gen.Choose(0, 99)
            from choice in Gen.Choose(0, 1_000_000)
            select new RandomInput(kind, choice), length)
        select inputs;
}

/// <summary>Applies random inputs to an account: carts, orders, commands, events, reports, settings and time.</summary>
internal sealed class RandomInputs(JournaledAccount journaled)
{
    private static readonly Uri Pages = new("https://localhost/view/buy");

    private static readonly CheckoutShoppingCart[] Carts =
    [
        SampleCarts.Books,
        CheckoutShoppingCart.Create(Line("ebook", 9m) with { DigitalContent = new DigitalContent { Description = "Read & enjoy", Url = "https://shop.example/ebook" } }),
        CheckoutShoppingCart.Create(Subscribe("tea", SubscriptionTypes.Google)),
        CheckoutShoppingCart.Create(Subscribe("cup", SubscriptionTypes.Merchant)),
        SampleCarts.Books with { OrderProcessingSupport = new OrderProcessingSupport { RequestInitialAuthDetails = true } },
        CheckoutXml.Parse<CheckoutShoppingCart>(SampleCarts.Books.ToXmlString().Replace("A novel", "\n  Ein\r\n\"Roman\" <!-- é\u2028 -->", StringComparison.Ordinal)),
    ];

    private readonly List<string> _carts = [];
    private readonly List<string> _orders = [];
    private readonly List<string> _pollingTokens = [];
    private readonly List<string> _pageTokens = [];

    public IReadOnlyList<string> OpenCarts => _carts;

    public IReadOnlyList<string> PollingTokens => _pollingTokens;

    public IReadOnlyList<string> PageTokens => _pageTokens;

    public async Task ApplyAsync(RandomInput input)
    {
        var service = journaled.Account.Service;
        _orders.Clear();
        _orders.AddRange(service.GetOrders().Select(order => order.GoogleOrderNumber));
        switch (input.Kind)
        {
            case < 15:
                _carts.Add(AddCart(Pick(Carts, input), isDonation: input.Choice % 7 == 0, isFromMerchant: input.Choice % 5 != 0));
                break;
            case < 30 when _carts.Count > 0:
                Place(input);
                break;
            case < 60 when _orders.Count > 0:
                service.Execute(CreateCommand(Pick(_orders, input), input.Kind, input.Choice));
                break;
            case < 70 when _orders.Count > 0:
                Raise(Pick(_orders, input), input.Kind);
                break;
            case < 80:
                journaled.Advance(TimeSpan.FromMinutes(input.Choice % 3_000));
                break;
            case < 84:
                journaled.Time.Advance(TimeSpan.FromSeconds(input.Choice % 100_000));
                break;
            case < 90:
                Poll();
                break;
            case < 93:
                AddPageToken();
                break;
            case < 95:
                ChangeSettings(input);
                break;
            case 95:
                await journaled.RestartAsync();
                break;
            case > 95:
                // Many notifications at once: a history of several pages.
                _carts.Add(AddCart(Carts[2], isDonation: false, isFromMerchant: true));
                Place(input with { Choice = _carts.Count - 1 });
                journaled.Advance(TimeSpan.FromDays(15));
                AddPageToken();
                break;
        }
    }

    public NotificationDataResponse Poll(string token) => (NotificationDataResponse)journaled.Account.Service.GetReport(new NotificationDataRequest { ContinueToken = token });

    public CheckoutMessage GetPage(string token) => journaled.Account.Service.GetReport(new NotificationHistoryRequest { NextPageToken = token });

    private static T Pick<T>(IReadOnlyList<T> all, RandomInput input) => all[input.Choice % all.Count];

    private static Money? Usd(int choice) => choice % 3 == 0 ? null : new Money(1m + (choice % 20), "USD");

    private static Item Line(string id, decimal price) => new() { ItemName = id, ItemDescription = string.Empty, UnitPrice = new Money(price, "USD"), Quantity = 1, MerchantItemId = id };

    private static Item Subscribe(string id, string type) => Line(id, 5m) with
    {
        Subscription = new Subscription { Type = type, Period = DatePeriod.Daily, Payments = [new SubscriptionPayment { MaximumCharge = new Money(20m, "USD") }], RecurrentItem = Line(id, 10m) },
    };

    private static OrderCommand CreateCommand(string order, int kind, int choice) => (kind % 12) switch
    {
        0 => new ChargeOrderRequest { GoogleOrderNumber = order, Amount = Usd(choice) },
        1 => new ChargeAndShipOrderRequest { GoogleOrderNumber = order, Amount = Usd(choice), TrackingDataList = [OrderSteps.Parcel] },
        2 => new RefundOrderRequest { GoogleOrderNumber = order, Reason = "Late", Amount = Usd(choice) },
        3 => new CancelOrderRequest { GoogleOrderNumber = order, Reason = "Sold out" },
        4 => new AuthorizeOrderRequest { GoogleOrderNumber = order },
        5 => new DeliverOrderRequest { GoogleOrderNumber = order, TrackingData = OrderSteps.Parcel },
        6 => new ArchiveOrderRequest { GoogleOrderNumber = order },
        7 => new AddMerchantOrderNumberRequest { GoogleOrderNumber = order, MerchantOrderNumber = $"shop-{choice}" },
        8 => new SendBuyerMessageRequest { GoogleOrderNumber = order, Message = "On its way, \"soon\"" },
        9 => new BackorderItemsRequest { GoogleOrderNumber = order, ItemIds = [new ItemId { MerchantItemId = "book" }] },
        10 => new CancelItemsRequest { GoogleOrderNumber = order, ItemIds = [new ItemId { MerchantItemId = "cup" }], Reason = "Sold out" },
        _ => new CreateOrderRecurrenceRequest { GoogleOrderNumber = order, ShoppingCart = new ShoppingCart { Items = [Line("cup", 10m)] } },
    };

    private string AddCart(CheckoutShoppingCart cart, bool isDonation, bool isFromMerchant) =>
        ((CheckoutRedirect)journaled.Account.Service.AddCart(cart, Pages, isDonation, isFromMerchant)).RedirectUrl.Split('=')[^1];

    private void Place(RandomInput input)
    {
        var cartId = Pick(_carts, input);
        var cart = journaled.Account.Service.FindCart(cartId);
        var buyer = new SandboxBuyer { Card = Pick(TestCard.All, input), EmailAllowed = input.Choice % 2 == 0, BuyerId = input.Choice };
        buyer.ShippingAddress = buyer.ShippingAddress with { Address2 = input.Choice % 2 == 0 ? string.Empty : "  Floor <2> & \"up\"  ", Fax = null };
        var price = CartCalculator.Calculate(cart, new CartSelections { ShippingAddress = buyer.ShippingAddress, ShippingName = cart.CheckoutFlowSupport is null ? null : "Ground" });
        journaled.Account.Service.PlaceOrder(cartId, Buyer.From(buyer), price);
        _carts.Remove(cartId);
    }

    private void ChangeSettings(RandomInput input) => journaled.Account.ChangeSettings(settings => settings with
    {
        CallbackUrl = input.Choice % 2 == 0 ? null : new Uri("http://127.0.0.1:9/callback"),
        Policy = settings.Policy with { AutoCharge = input.Choice % 3 == 0, ReviewDelay = TimeSpan.FromMinutes(input.Choice % 4) },
    });

    private void Raise(string order, int kind)
    {
        OrderEvent orderEvent = (kind % 5) switch
        {
            0 => new OrderEvent.ChargedBack(kind == 65 ? new Money(1m, "USD") : null),
            1 => new OrderEvent.CancelledByService("Suspicious"),
            2 => new OrderEvent.CancelledByBuyer(),
            3 => new OrderEvent.SubscriptionCancelled(null, "Customer request"),
            _ => new OrderEvent.CardReplaced(TestCard.Accepted),
        };
        try
        {
            journaled.Account.Service.RaiseEvent(order, orderEvent);
        }
        catch (InvalidOperationException)
        {
            // Not possible in the state of the order, which is a fine input too.
        }
    }

    private void Poll()
    {
        var token = _pollingTokens.Count == 0
            ? (journaled.Account.Service.GetReport(new NotificationDataTokenRequest { StartTime = journaled.Clock.Now.AddHours(-1) }) as NotificationDataTokenResponse)!.ContinueToken
            : Poll(_pollingTokens[^1]).ContinueToken;
        _pollingTokens.Add(token!);
    }

    private void AddPageToken()
    {
        var page = journaled.Account.Service.GetReport(new NotificationHistoryRequest { StartTime = TestTime.Start.AddDays(-1), EndTime = journaled.Clock.Now.AddMinutes(-5) });
        if (page is NotificationHistoryResponse { NextPageToken: { } token })
        {
            _pageTokens.Add(token);
        }
    }
}
