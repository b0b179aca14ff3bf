using System.Net;
using System.Net.Http.Headers;
using System.Text;
using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using GoogleCheckout.Reports;
using GoogleCheckout.Sandbox;
using NUnit.Framework;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>The shop in a process of its own, visited over HTTP, as a merchant of the test's sandbox.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class MerchantStoreTests : IAsyncDisposable
{
    private DirectoryInfo _folder = null!;
    private CheckoutSandbox _sandbox = null!;
    private CheckoutClient _client = null!;
    private ShopProcess _shop = null!;
    private Visitor _visitor = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _folder = Directory.CreateTempSubdirectory();
        _sandbox = await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { RequireClientCertificate = false });
        _client = _sandbox.CreateClient();
        _shop = await ShopProcess.StartAsync(_folder, _sandbox);
        _visitor = new Visitor(_shop.Address);
    }

    public async ValueTask DisposeAsync()
    {
        _visitor.Dispose();
        await _shop.DisposeAsync();
        _client.Dispose();
        await _sandbox.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Test]
    public async Task Order_FromCartToArchive_FollowsItsNotifications()
    {
        var redirect = await CheckOutAsync();
        await SignInAsync();
        Assert.That(_visitor.Text, Does.Contain("None yet"), "before the buyer ordered");

        var placed = await _sandbox.PlaceOrderAsync(redirect);
        await _sandbox.DeliverAsync();
        await _visitor.GoAsync("/Orders");
        Assert.That(_visitor.Text, Does.Contain("T-1001").And.Contains("under review").And.Contains("57.00 USD"));

        await OpenAsync(placed);
        Assert.Multiple(() =>
        {
            Assert.That(_visitor.Text, Does.Contain("Ada Example").And.Contains("12 Sample Street").And.Contains("Shipping: Ground"));
            Assert.That(_visitor.IsEnabled("Refund"), Is.False);
            Assert.That(_visitor.Element("why-not-refund"), Is.EqualTo("You cannot refund an order that has not been charged"));
            Assert.That(_visitor.IsEnabled("Cancel"), Is.True);
        });

        await _sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
        await OpenAsync(placed);
        Assert.Multiple(() =>
        {
            Assert.That(_visitor.Element("financial-state"), Is.EqualTo("ready to charge"));
            Assert.That(_visitor.Text, Does.Contain("Payment checked: guaranteed").And.Contains("Bank has put 57.00 USD aside"));
        });

        await _visitor.PressAsync("Charge", ("amount", "12.50"));
        Assert.Multiple(() =>
        {
            Assert.That(_visitor.Text, Does.Contain("Charge 12.50 USD: accepted"));
            Assert.That(_visitor.Element("charged"), Is.EqualTo("12.50 USD"));
            Assert.That(_visitor.Element("financial-state"), Is.EqualTo("ready to charge"));
            Assert.That(_visitor.IsEnabled("Cancel"), Is.False);
        });

        await _visitor.PressAsync("Charge");
        Assert.Multiple(() =>
        {
            Assert.That(_visitor.Element("charged"), Is.EqualTo("57.00 USD"));
            Assert.That(_visitor.Element("financial-state"), Is.EqualTo("charged"));
            Assert.That(_visitor.IsEnabled("Charge"), Is.False);
            Assert.That(_visitor.Element("why-not-charge"), Is.EqualTo("You cannot charge an order that is already completely charged"));
        });

        await _visitor.PressAsync("Mark as shipped", ("carrier", "UPS"), ("trackingNumber", "1Z9999W99999999999"));
        await _visitor.PressAsync("Refund", ("amount", "7"), ("reason", "The lid was chipped"));
        await _visitor.PressAsync("Archive");
        await _sandbox.DeliverAsync();
        await OpenAsync(placed);
        var summary = (await _client.GetOrderSummariesAsync([placed.GoogleOrderNumber])).Single();
        Assert.Multiple(() =>
        {
            Assert.That(_visitor.Element("fulfillment-state"), Is.EqualTo("shipped"));
            Assert.That(_visitor.Element("refunded"), Is.EqualTo("7.00 USD"));
            Assert.That(_visitor.Text, Does.Contain("Refunded 7.00 USD, 7.00 USD in all").And.Contains("Take out of the archive"));
            Assert.That(summary.TotalRefundAmount, Is.EqualTo(new Money(7m, "USD")));
            Assert.That(summary.Archived, Is.True);
            Assert.That(_shop.Output, Does.Contain("Now listening")
                .And.Not.Contains("Ada").And.Not.Contains("Sample Street").And.Not.Contains("ada@example.com").And.Not.Contains(_sandbox.MerchantKey));
        });
    }

    [Test]
    public async Task Number_OfTheShopsOwn_IsToldToTheServiceOnce()
    {
        var placed = await BuyAsync();

        await Eventually.Async(
            async () => (await _client.GetOrderSummariesAsync([placed.GoogleOrderNumber])).Single().MerchantOrderNumber, Is.EqualTo("T-1001"));
        Assert.That(Sent<AddMerchantOrderNumberRequest>(), Is.EqualTo(1));
    }

    [Test]
    public async Task Notification_ThatComesTwice_ChangesNothing()
    {
        var placed = await BuyAsync();
        var before = _visitor.Text;

        var answers = new List<HttpStatusCode>();
        foreach (var notification in await HistoryAsync(placed))
        {
            answers.Add(await PushAsync(notification));
        }

        await OpenAsync(placed);
        Assert.Multiple(() =>
        {
            Assert.That(answers, Is.Not.Empty.And.All.EqualTo(HttpStatusCode.OK));
            Assert.That(_visitor.Text, Is.EqualTo(before));
        });
    }

    [Test]
    public async Task Notifications_ThatComeInReverse_LeaveTheOrderAsItIs()
    {
        _sandbox.CallbackUrl = null;
        var placed = await _sandbox.PlaceOrderAsync(await CheckOutAsync());
        await _sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
        await _client.ChargeOrderAsync(placed.GoogleOrderNumber, new Money(10m, "USD"));
        await _client.ChargeOrderAsync(placed.GoogleOrderNumber);
        await _client.DeliverOrderAsync(placed.GoogleOrderNumber);

        foreach (var notification in Enumerable.Reverse(await HistoryAsync(placed)))
        {
            await PushAsync(notification);
        }

        await SignInAsync();
        await OpenAsync(placed);
        Assert.Multiple(() =>
        {
            Assert.That(_visitor.Element("financial-state"), Is.EqualTo("charged"));
            Assert.That(_visitor.Element("fulfillment-state"), Is.EqualTo("shipped"));
            Assert.That(_visitor.Element("charged"), Is.EqualTo("57.00 USD"));
            Assert.That(_visitor.Text, Does.Contain("T-1001").And.Contains("12 Sample Street"));
        });
    }

    [Test]
    public async Task Shop_KilledAndStartedAgain_HasItsOrders()
    {
        var placed = await BuyAsync();

        await RestartAsync();
        await SignInAsync();
        await OpenAsync(placed);
        var text = _visitor.Text;
        await PushAsync((await HistoryAsync(placed)).First());
        await OpenAsync(placed);

        Assert.Multiple(() =>
        {
            Assert.That(_visitor.Element("financial-state"), Is.EqualTo("ready to charge"));
            Assert.That(_visitor.Text, Is.EqualTo(text), "what was handled before the end is known after it");
        });
    }

    [Test]
    public async Task Form_SentTwice_SendsItsCommandOnce()
    {
        await BuyAsync();
        (string, string)[] same = [("amount", "5"), ("formId", Guid.NewGuid().ToString())];
        var (first, second) = (_visitor.FormOf("Charge", same), _visitor.FormOf("Charge", same));

        await _visitor.SendAsync(first);
        await _visitor.SendAsync(second);

        Assert.Multiple(() =>
        {
            Assert.That(_visitor.Text, Does.Contain("This was sent before; it was not sent again."));
            Assert.That(_visitor.Element("charged"), Is.EqualTo("5.00 USD"));
            Assert.That(Sent<ChargeOrderRequest>(), Is.EqualTo(1));
        });
    }

    [Test]
    public async Task Command_ThatTheServiceRefuses_IsShownInItsWords()
    {
        var placed = await BuyAsync();
        _sandbox.CallbackUrl = null;
        await _client.ChargeOrderAsync(placed.GoogleOrderNumber);

        await _visitor.PressAsync("Charge");

        Assert.That(_visitor.Text, Does.Contain("Charge 57.00 USD: refused: You cannot charge an order that is already completely charged"));

        await _visitor.PressAsync("Ask Google Checkout how it stands");
        Assert.That(_visitor.Element("charged"), Is.EqualTo("57.00 USD"));
    }

    [Test]
    public async Task Command_ThatReachesNobody_IsShownAsNotSent()
    {
        var placed = await BuyAsync();
        await RestartAsync(("GoogleCheckout:Environment", "https://127.0.0.1:1/"));
        await SignInAsync();
        await OpenAsync(placed);

        await _visitor.PressAsync("Charge");

        Assert.That(_visitor.Text, Does.Contain("Charge 57.00 USD: not sent, nothing has happened"));
    }

    [Test]
    public async Task Command_WithoutAnAnswer_IsShownAsPerhapsCarriedOut()
    {
        var placed = await BuyAsync();
        await using var silent = await ClosingServer.StartAsync();
        await RestartAsync(("GoogleCheckout:Environment", silent.Address.ToString()), ("GoogleCheckout:TrustedCertificate", silent.WriteAuthority(_folder)));
        await SignInAsync();
        await OpenAsync(placed);

        await _visitor.PressAsync("Charge");

        Assert.That(_visitor.Text, Does.Contain("may have been carried out. Look at the order before you try again."));
    }

    [Test]
    public async Task AutoCharge_OfAnOrderThePolicyAllows_ChargesItOnceAndSaysWhy()
    {
        await RestartAsync(("AutoCharge", "true"));
        var placed = await BuyAsync();
        await Eventually.Async(
            async () =>
            {
                await OpenAsync(placed);
                return _visitor.Element("financial-state");
            },
            Is.EqualTo("charged"));

        foreach (var notification in await HistoryAsync(placed))
        {
            await PushAsync(notification);
        }

        await RestartAsync(("AutoCharge", "true"));
        await SignInAsync();
        await OpenAsync(placed);
        Assert.Multiple(() =>
        {
            Assert.That(_visitor.Element("decision"), Is.EqualTo("charge 57.00 USD"));
            Assert.That(_visitor.Element("charged"), Is.EqualTo("57.00 USD"));
            Assert.That(Sent<ChargeOrderRequest>(), Is.EqualTo(1));
        });
    }

    [Test]
    public async Task AutoCharge_OfAnOrderThePolicyHolds_SaysWhy()
    {
        await RestartAsync(("AutoCharge", "true"));
        var placed = await BuyAsync(TestCard.NothingMatches);

        Assert.Multiple(() =>
        {
            Assert.That(_visitor.Element("decision"), Does.StartWith("hold: The payment guarantee does not cover the order"));
            Assert.That(Sent<ChargeOrderRequest>(), Is.Zero);
            Assert.That(_visitor.IsEnabled("Charge"), Is.True, "a person may decide otherwise");
        });
    }

    [TestCase("abc", "Give the amount as digits and a point")]
    [TestCase("-1", "Give the amount as digits and a point")]
    [TestCase("1,000", "Give the amount as digits and a point")]
    [TestCase("57.01", "The amount must be at most 57.00 USD")]
    [TestCase("0", "The amount must be more than zero")]
    public async Task Amount_ThatCannotBeCharged_IsNotSent(string amount, string notice)
    {
        await BuyAsync();

        await _visitor.PressAsync("Charge", ("amount", amount));

        Assert.Multiple(() =>
        {
            Assert.That(_visitor.Text, Does.Contain(notice));
            Assert.That(Sent<ChargeOrderRequest>(), Is.Zero);
        });
    }

    [Test]
    public async Task Markup_FromTheService_IsShownAsText()
    {
        var placed = await _sandbox.PlaceOrderAsync(await CheckOutAsync(), buyer => buyer.ShippingAddress = buyer.ShippingAddress with { ContactName = "<script>alert(1)</script>" });
        await _sandbox.DeliverAsync();
        await SignInAsync();

        await OpenAsync(placed);

        Assert.That(_visitor.Page, Does.Contain("&lt;script&gt;alert(1)&lt;/script&gt;").And.Not.Contains("<script"));
    }

    [Test]
    public async Task Orders_WithoutSigningIn_AreNotShown()
    {
        var placed = await BuyAsync();
        using var stranger = new Visitor(_shop.Address);

        await stranger.GoAsync($"/Orders/{placed.GoogleOrderNumber}");
        Assert.That(stranger.Address.AbsolutePath, Is.EqualTo("/SignIn"));

        await stranger.PressAsync("Sign in", ("password", "teapot"));
        Assert.That(stranger.Text, Does.Contain("That is not the password."));

        await stranger.GoAsync("/Orders");
        Assert.That(stranger.Text, Does.Not.Contain("T-1001"));
    }

    [TestCase("/SignIn")]
    [TestCase("/Cart?handler=Checkout")]
    [TestCase("/Cart?handler=Add&product=cup")]
    public async Task Form_FromAnotherSite_IsRefused(string path)
    {
        await _visitor.SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(_shop.Address, path)) { Content = new FormUrlEncodedContent([]) });

        Assert.That(_visitor.Status, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [TestCase("/Development/Buyer")]
    [TestCase("/Development/Clock")]
    public async Task DevelopmentPage_WithAMerchantOfTheShopsOwn_IsNotThere(string path)
    {
        await _visitor.GoAsync(path);

        Assert.That(_visitor.Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Cart_IsChangedByItsButtons()
    {
        await _visitor.GoAsync("/");
        await _visitor.PressAsync("Add Teapot to the cart");
        Assert.That((_visitor.Text.Contains("Cart (1)", StringComparison.Ordinal), _visitor.Element("total")), Is.EqualTo((true, "44.50 USD")));

        await _visitor.GoAsync("/");
        await _visitor.PressAsync("Add Sencha to the cart");
        Assert.That((_visitor.Text.Contains("Cart (2)", StringComparison.Ordinal), _visitor.Element("total")), Is.EqualTo((true, "50.75 USD")));

        await _visitor.PressAsync("Update quantities", ("quantities[teapot]", "3"));
        Assert.That((_visitor.Text.Contains("Cart (4)", StringComparison.Ordinal), _visitor.Element("total"), _visitor.Element("total-at-home")), Is.EqualTo((true, "129.75 USD", "140.04 USD")));

        await _visitor.PressAsync("Remove Teapot");
        Assert.That(_visitor.Text, Does.Contain("6.25 USD").And.Contains("Cart (1)").And.Not.Contains("Teapot"));

        await _visitor.PressAsync("Remove Sencha");
        Assert.That(_visitor.Text, Does.Contain("There is nothing in it yet."));
        Assert.That(_sandbox.Requests, Is.Empty, "the service hears of a cart at the checkout only");
    }

    /// <summary>Ends the shop as a power cut would, and starts it on the same database.</summary>
    private async Task RestartAsync(params (string Name, string Value)[] settings)
    {
        await _shop.DisposeAsync();
        _visitor.Dispose();
        _shop = await ShopProcess.StartAsync(_folder, _sandbox, settings);
        _visitor = new Visitor(_shop.Address);
    }

    /// <summary>A teapot and two packets of tea for 57.00 USD with shipping, ordered and reviewed; the order's page is open.</summary>
    private async Task<NewOrderNotification> BuyAsync(TestCard? card = null)
    {
        var placed = await _sandbox.PlaceOrderAsync(await CheckOutAsync(), buyer => buyer.Card = card ?? buyer.Card);
        await _sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
        await Eventually.Async(() => Task.FromResult(Sent<AddMerchantOrderNumberRequest>()), Is.EqualTo(1));
        await SignInAsync();
        await Eventually.Async(
            async () =>
            {
                await OpenAsync(placed);
                return _visitor.Text;
            },
            Does.Contain("Tell our number, T-1001 accepted"));
        return placed;
    }

    private async Task<CheckoutRedirect> CheckOutAsync()
    {
        await _visitor.GoAsync("/");
        await _visitor.PressAsync("Add Teapot to the cart");
        await _visitor.GoAsync("/");
        await _visitor.PressAsync("Add Sencha to the cart");
        await _visitor.PressAsync("Checkout with Google", ("quantities[sencha]", "2"));
        Assert.That(_visitor.Address.Authority, Is.EqualTo(_sandbox.BaseAddress.Authority), "the buyer is sent to the service");
        return new CheckoutRedirect { RedirectUrl = _visitor.Address.ToString() };
    }

    private async Task SignInAsync()
    {
        await _visitor.GoAsync("/Orders");
        await _visitor.PressAsync("Sign in", ("password", "kettle"));
    }

    private Task OpenAsync(NewOrderNotification placed) => _visitor.GoAsync($"/Orders/{placed.GoogleOrderNumber}");

    private int Sent<TCommand>() => _sandbox.Requests.Count(request => request.Message is TCommand);

    private async Task<List<Notification>> HistoryAsync(NewOrderNotification placed)
    {
        var notifications = new List<Notification>();
        await foreach (var notification in _client.GetNotificationHistoryAsync(new NotificationHistoryRequest { OrderNumbers = [placed.GoogleOrderNumber] }))
        {
            notifications.Add(notification);
        }

        return notifications;
    }

    private async Task<HttpStatusCode> PushAsync(Notification notification)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_shop.Address, "/checkout/callback"))
        {
            Content = new StringContent(notification.ToXmlString(), Encoding.UTF8, "application/xml"),
            Headers = { Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{_sandbox.MerchantId}:{_sandbox.MerchantKey}"))) },
        };
        using var response = await http.SendAsync(request);
        return response.StatusCode;
    }
}
