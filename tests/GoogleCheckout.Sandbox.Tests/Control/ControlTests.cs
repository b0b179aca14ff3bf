using System.Net;
using System.Text.Json;
using GoogleCheckout.Carts;
using GoogleCheckout.Orders;
using GoogleCheckout.Sandbox.Callbacks;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Control;

/// <summary>The control endpoint, request by request.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ControlTests : IAsyncDisposable
{
    private CheckoutSandbox _sandbox = null!;
    private ControlClient _client = null!;

    [SetUp]
    public async Task SetUp()
    {
        _sandbox = await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { EnableControlApi = true, HttpEndpoint = new IPEndPoint(IPAddress.Loopback, 0) });
        _client = new ControlClient(_sandbox.HttpBaseAddress!, $"{_sandbox.MerchantId}:{_sandbox.MerchantKey}");
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _sandbox.DisposeAsync();
    }

    [Test]
    public async Task Request_ControlApiDisabled_Returns404()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = new Api.RawClient(sandbox);

        Assert.That((await client.SendAsync(HttpMethod.Get, "/sandbox/orders", string.Empty)).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [TestCase(null)]
    [TestCase("1234567890:wrong")]
    public async Task Request_WithoutCredentials_Returns401WithoutChallenge(string? credentials)
    {
        using var client = new HttpClient();
        if (credentials is not null)
        {
            client.DefaultRequestHeaders.Authorization = new("Basic", Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes(credentials)));
        }

        using var response = await client.GetAsync(new Uri(_sandbox.HttpBaseAddress!, "/sandbox/orders"));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(response.Headers.WwwAuthenticate, Is.Empty);
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("credentials").And.Not.Contain(_sandbox.MerchantKey));
    }

    [Test]
    public async Task Post_ContentTypeNotJson_Returns415()
    {
        var (status, response) = await _client.PostAsync("clock", """{"advance": "00:01:00"}""", "text/plain");

        Assert.That(status, Is.EqualTo(HttpStatusCode.UnsupportedMediaType));
        Assert.That(Error(response), Does.Contain("application/json"));
    }

    [TestCase("clock", "{}", "The body is invalid at $. It must be an object with advance (a time span in days.hours:minutes:seconds, for example 00:01:00 for a minute or 7.00:00:00 for a week).")]
    [TestCase("clock", """{"advance": "soon"}""", "The body is invalid at $.advance. It must be a time span in days.hours:minutes:seconds")]
    [TestCase("clock", """{"advance": "90"}""", "The body is invalid at $.advance. 90 has no unit. Write 00:01:30 for 90 seconds, 01:30:00 for 90 minutes, or 90.00:00:00 for 90 days.")]
    [TestCase("clock", """{"advance": 60}""", "The body is invalid at $.advance. 60 has no unit. Write 00:01:00 for 60 seconds, ")]
    [TestCase("clock", """{"advance": 1.5}""", "The body is invalid at $.advance. It must be an object with advance (a time span")]
    [TestCase("clock", """{"advance": "24:00:00"}""", "The body is invalid at $.advance.")]
    [TestCase("clock", """{"advance": null}""", "The body is invalid at $.advance.")]
    [TestCase("faults", """{"fault": "delay", "time": "5"}""", "The body is invalid at $.time.")]
    [TestCase("delivery-faults", """{"fault": "delay", "time": "1"}""", "The body is invalid at $.time.")]
    [TestCase("clock", """{"advance": "-00:01:00"}""", "advance must not be negative")]
    [TestCase("clock", """{"advance": "3650000.00:00:00"}""", "The time is too long: the sandbox's clock is at ")]
    [TestCase("clock", """{"advance": "10000000.00:00:00"}""", "The time is too long: the sandbox's clock is at ")]
    [TestCase("clock", """{"forward": "00:01:00"}""", "The body is invalid at $.forward. It must be an object with advance")]
    [TestCase("clock", "null", "The body must be a JSON object, not null.")]
    [TestCase("clock", "{", "The body is invalid at $")]
    [TestCase("orders", "{}", "The body is invalid at $. It must be an object with redirectUrl (text), buyer (an object, optional).")]
    [TestCase("orders", """{"redirectUrl": "nonsense"}""", "The redirect URL contains no shopping cart id.")]
    [TestCase("orders", """{"redirectUrl": "https://localhost/checkout/view/buy?o=shoppingcart&shoppingcart=1"}""", "The sandbox has no shopping cart 1.")]
    [TestCase("orders", """{"redirectUrl": "u", "buyer": {"email": "a@example.com"}}""", "The body is invalid at $.buyer.email. buyer must be an object with buyerId (a number, optional), shippingAddress (an object, optional), ")]
    [TestCase("orders", """{"redirectUrl": "u", "buyer": {"emailAllowed": "yes"}}""", "The body is invalid at $.buyer.emailAllowed. buyer must be an object with ")]
    [TestCase("orders", """{"redirectUrl": "u", "buyer": {"shippingAddress": {"zip": "1"}}}""", "The body is invalid at $.buyer.shippingAddress.zip. shippingAddress must be an object with ")]
    [TestCase("orders", """{"redirectUrl": "u", "buyer": {"otherAddresses": [{"zip": "1"}]}}""", "The body is invalid at $.buyer.otherAddresses[0].zip. otherAddresses must be an object with ")]
    [TestCase("deliver", """{"everything": true}""", "The body is invalid at $.everything. It must be an object with all (true or false, optional).")]
    [TestCase("faults", """{"fault": "rain"}""", "fault must be refuse, delay, unavailable, truncate, drop-before, drop-during or drop-after.")]
    [TestCase("faults", """{"fault": "refuse"}""", "The fault refuse needs a reason.")]
    [TestCase("faults", """{"fault": "truncate", "times": 0}""", "times must be at least 1.")]
    [TestCase("delivery-faults", """{"fault": "rain"}""", "fault must be duplicate, delay, reorder, unknown or quirk.")]
    [TestCase("delivery-faults", """{"fault": "delay"}""", "The fault delay needs a time.")]
    [TestCase("delivery-faults", """{"fault": "duplicate", "times": 0}""", "times must be at least 1.")]
    [TestCase("delivery-faults", """{"fault": "quirk", "quirk": "rain"}""", "The quirk does not exist. The quirks are byte-order-mark, ")]
    [TestCase("callback", """{"url": "ftp://localhost/"}""", "CallbackUrl must be an absolute https or http URL")]
    public async Task Post_InvalidBody_Returns400WithReason(string path, string body, string error)
    {
        var (status, response) = await _client.PostAsync(path, body);

        Assert.That(status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(Error(response), Does.StartWith(error));
    }

    [Test]
    public async Task Clock_AdvanceIsTooLong_TheSandboxGoesOn()
    {
        await _client.PostAsync("clock", """{"advance": "3650000.00:00:00"}""");

        Assert.That((await _client.GetAsync("clock")).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await _client.PostAsync("clock", """{"advance": "00:01:00"}""")).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Requests_Xml_IsWrittenAsAPersonReadsIt()
    {
        await _client.PostXmlAsync($"merchantCheckout/Merchant/{_sandbox.MerchantId}", SampleCarts.Books);

        using var client = new HttpClient();
        client.DefaultRequestHeaders.Authorization = new("Basic", Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes($"{_sandbox.MerchantId}:{_sandbox.MerchantKey}")));
        using var response = await client.GetAsync(new Uri(_sandbox.HttpBaseAddress!, "/sandbox/requests"));

        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("<checkout-shopping-cart").And.Not.Contain("\\u003"));
        Assert.That(response.Headers.GetValues("X-Content-Type-Options"), Is.EqualTo(new[] { "nosniff" }));
    }

    [Test]
    public async Task Card_EachTestCard_HasAName()
    {
        var (status, response) = await PlaceAsync("""{"card": "declined-at-review"}""");
        var (wrongStatus, wrong) = await PlaceAsync("""{"card": "declined"}""");

        Assert.That((status, wrongStatus), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.BadRequest)));
        Assert.That(response.GetProperty("financialOrderState").GetString(), Is.EqualTo("REVIEWING"));
        Assert.That(Error(wrong), Is.EqualTo($"card must be one of {string.Join(", ", TestCard.All.Select(card => card.Name))}, or its number."));
        Assert.That(
            TestCard.All.Select(card => card.Name),
            Is.EquivalentTo(typeof(TestCard).GetProperties().Where(property => property.PropertyType == typeof(TestCard)).Select(property => JsonNamingPolicy.KebabCaseLower.ConvertName(property.Name))));
    }

    [TestCase("GET", "orders/1", "The sandbox has no order 1.")]
    [TestCase("POST", "orders/1/chargeback", "The sandbox has no order 1.")]
    [TestCase("GET", "nothing", "The control endpoint does not support GET /sandbox/nothing.")]
    [TestCase("POST", "requests", "The control endpoint does not support POST /sandbox/requests.")]
    public async Task Request_UnknownPathOrOrder_Returns404WithReason(string method, string path, string error)
    {
        var (status, response) = method == "GET" ? await _client.GetAsync(path) : await _client.PostAsync(path, "{}");

        Assert.That(status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(Error(response), Does.StartWith(error));
    }

    [Test]
    public async Task Orders_BuyerChoices_AreApplied()
    {
        var (status, response) = await PlaceAsync("""
            {"shippingMethod": "At the shop", "card": "371449635398431", "emailAllowed": true, "shippingAddress":
              {"contactName": "Bo", "address1": "1 Road", "city": "Peoria", "region": "IL", "postalCode": "61602", "countryCode": "US"}}
            """);
        using var client = _sandbox.CreateClient();
        var order = (await client.GetOrderSummariesAsync([response.GetProperty("googleOrderNumber").GetString()!]))[0];

        Assert.That(status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(response.GetProperty("financialOrderState").GetString(), Is.EqualTo("REVIEWING"));
        Assert.That(response.GetProperty("orderTotal").GetDecimal(), Is.EqualTo(45.50m));
        Assert.That(order.BuyerShippingAddress!.City, Is.EqualTo("Peoria"));
        Assert.That(order.BuyerMarketingPreferences!.EmailAllowed, Is.True);
    }

    [Test]
    public async Task Orders_UnknownCard_Returns400WithCards()
    {
        var (status, response) = await PlaceAsync("""{"card": "1"}""");

        Assert.That(status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(Error(response), Does.Contain(TestCard.DeclinedAtReview.Name));
    }

    [Test]
    public async Task Card_DeclinedOrder_BecomesChargeable()
    {
        var (_, placed) = await PlaceAsync("""{"card": "371449635398431"}""");
        var order = placed.GetProperty("googleOrderNumber").GetString();
        await _client.PostAsync("clock", """{"advance": "00:01:00"}""");
        var (_, declined) = await _client.GetAsync($"orders/{order}");
        await _client.PostAsync($"orders/{order}/card", """{"card": "4111111111111111"}""");
        var (_, paid) = await _client.GetAsync($"orders/{order}");

        Assert.That(declined.GetProperty("financialOrderState").GetString(), Is.EqualTo("PAYMENT_DECLINED"));
        Assert.That(paid.GetProperty("financialOrderState").GetString(), Is.EqualTo("CHARGEABLE"));
    }

    [TestCase("cancel-by-google", """{"reason": "Too many of them"}""", "CANCELLED_BY_GOOGLE")]
    [TestCase("cancel-by-buyer", "{}", "CANCELLED")]
    public async Task Cancel_OrderUnderReview_CancelsOnce(string act, string body, string state)
    {
        var (_, placed) = await PlaceAsync("{}");
        var order = placed.GetProperty("googleOrderNumber").GetString();

        var (_, cancelled) = await _client.PostAsync($"orders/{order}/{act}", body);
        var (status, again) = await _client.PostAsync($"orders/{order}/{act}", body);

        Assert.That(cancelled.GetProperty("financialOrderState").GetString(), Is.EqualTo(state));
        Assert.That(status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(Error(again), Is.Not.Empty);
    }

    [TestCase("{}", "Customer request")]
    [TestCase("""{"reason": "Moved"}""", "Moved")]
    [TestCase("""{"merchantItemId": "club", "reason": "Moved"}""", "Moved")]
    public async Task CancelSubscription_Active_NotifiesOnce(string body, string reason)
    {
        using var client = _sandbox.CreateClient();
        var item = new Item { ItemName = "Club", ItemDescription = "A year", UnitPrice = new Money(5m, "USD"), Quantity = 1, MerchantItemId = "club" };
        var payments = new Subscription { Type = SubscriptionTypes.Google, Period = DatePeriod.Monthly, Payments = [new() { MaximumCharge = new Money(9m, "USD") }], RecurrentItem = item };
        var order = (await _sandbox.PlaceOrderAsync(await client.CheckoutAsync(CheckoutShoppingCart.Create(item with { Subscription = payments })))).GoogleOrderNumber;

        var (status, answer) = await _client.PostAsync($"orders/{order}/cancel-subscription", body);
        var (repeated, error) = await _client.PostAsync($"orders/{order}/cancel-subscription", body);
        var notification = (Notifications.CancelledSubscriptionNotification)await client.GetNotificationAsync($"{order}-00002-9");

        Assert.That((status, repeated), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.Conflict)));
        Assert.That(answer.GetProperty("googleOrderNumber").GetString(), Is.EqualTo(order));
        Assert.That(Error(error), Does.Contain("the subscription has ended"));
        Assert.That((notification.Reason, notification.ItemIds.Single().MerchantItemId), Is.EqualTo((reason, "club")));
    }

    [Test]
    public async Task Faults_RootElement_ApplyUntilCleared()
    {
        var path = $"request/Merchant/{_sandbox.MerchantId}";
        await _client.PostAsync("faults", """{"fault": "refuse", "message": "hello", "reason": "Not today"}""");

        Assert.That(await _client.PostXmlAsync(path, new Hello()), Is.InstanceOf<ErrorResponse>().With.Property("ErrorMessage").EqualTo("Not today"));
        Assert.That((await _client.PostAsync("faults/clear", "{}")).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await _client.PostXmlAsync(path, new Hello()), Is.InstanceOf<Bye>());
    }

    [Test]
    public async Task DeliveryFaults_RootElements_ApplyUntilCleared()
    {
        await using var merchant = await MerchantServer.StartAsync();
        await using var sandbox = await CheckoutSandbox.StartAsync(Options(merchant));
        using var control = new ControlClient(sandbox.HttpBaseAddress!, $"{sandbox.MerchantId}:{sandbox.MerchantKey}");
        await control.PostAsync("delivery-faults", """{"fault": "delay", "time": "01:00:00", "notification": "new-order-notification"}""");
        await control.PostAsync("delivery-faults", """{"fault": "duplicate", "notification": "order-state-change-notification"}""");
        await control.PostAsync("delivery-faults", """{"fault": "quirk", "quirk": "numeric-serial-number", "notification": "authorization-amount-notification"}""");

        using var client = sandbox.CreateClient();
        await sandbox.PlaceOrderAsync(await client.CheckoutAsync(SampleCarts.Books));
        await control.PostAsync("clock", """{"advance": "00:01:00"}""");
        await control.PostAsync("faults/clear", "{}");
        await control.PostAsync("clock", """{"advance": "01:00:00"}""");

        Assert.That(
            sandbox.Deliveries.Select(delivery => delivery.SerialNumber[^7..]),
            Is.EqualTo(new[] { "00002-1", "00002-1", "00002-5", "00002-6", "00001-7" }));
        Assert.That(merchant.Posts[3].SerialNumber, Does.Match("^[0-9]+$"));

        static CheckoutSandboxOptions Options(MerchantServer merchant)
        {
            var options = merchant.Options();
            (options.EnableControlApi, options.HttpEndpoint) = (true, new IPEndPoint(IPAddress.Loopback, 0));
            return options;
        }
    }

    [Test]
    public async Task Requests_WithMerchantKey_MaskKey()
    {
        using var client = new ControlClient(_sandbox.HttpBaseAddress!, $"{_sandbox.MerchantId}:{_sandbox.MerchantKey}");
        await client.PostXmlAsync($"request/Merchant/{_sandbox.MerchantId}", new SendBuyerMessageRequest { GoogleOrderNumber = "1", Message = $"The key is {_sandbox.MerchantKey}" });
        await client.PostXmlAsync($"request/Merchant/{_sandbox.MerchantId}", new Hello());

        var (_, all) = await _client.GetAsync("requests");
        var (_, latest) = await _client.GetAsync("requests?latest=1");

        Assert.That(all.GetArrayLength(), Is.EqualTo(2));
        Assert.That(all[0].GetProperty("body").GetString(), Does.Contain("The key is ***"));
        Assert.That(all.ToString(), Does.Not.Contain(_sandbox.MerchantKey));
        Assert.That(latest.EnumerateArray().Single().GetProperty("message").GetString(), Is.EqualTo("Hello"));
    }

    private async Task<(HttpStatusCode Status, JsonElement Response)> PlaceAsync(string buyer)
    {
        var redirect = (CheckoutRedirect)await _client.PostXmlAsync($"merchantCheckout/Merchant/{_sandbox.MerchantId}", SampleCarts.Books);
        return await _client.PostAsync("orders", $$"""{"redirectUrl": "{{redirect.RedirectUrl}}", "buyer": {{buyer}}}""");
    }

    private static string Error(JsonElement response) => response.GetProperty("error").GetString()!;
}
