using System.Net;
using GoogleCheckout.Carts;
using GoogleCheckout.Orders;
using GoogleCheckout.Sandbox.Control;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Pages;

/// <summary>The way of a buyer, from the redirect of a cart to the receipt, without script.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class BuyerPagesTests : IAsyncDisposable
{
    private const string BuyForm = "/checkout/view/buy";

    private CheckoutSandbox _sandbox = null!;
    private CheckoutClient _client = null!;
    private PageVisitor _buyer = null!;

    [SetUp]
    public async Task SetUp()
    {
        _sandbox = await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { PagesEndpoint = new IPEndPoint(IPAddress.Loopback, 0), ReviewDelay = TimeSpan.FromMinutes(1) });
        _client = _sandbox.CreateClient();
        _buyer = new PageVisitor(_sandbox.PagesAddress!);
    }

    public async ValueTask DisposeAsync()
    {
        _buyer.Dispose();
        _client.Dispose();
        await _sandbox.DisposeAsync();
    }

    [Test]
    public async Task Cart_WithPages_IsAnsweredWithTheAddressOfAPage()
    {
        await OpenCartAsync(SampleCarts.Books);

        Assert.That(_buyer.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(_buyer.Address.Authority, Is.EqualTo(_sandbox.PagesAddress!.Authority));
        Assert.That(_buyer.Text, Does.Contain("Book A novel 2 20.00 USD 40.00 USD").And.Contain("Subtotal 45.50 USD").And.Contain("Shipping, Ground 4.50 USD").And.Contain("Total 50.00 USD"));
        Assert.That(_buyer.Html, Does.Not.Contain("4711"), "private data is for the shop");
    }

    [Test]
    public async Task PostedForm_WithPages_IsSentToThePage()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { PagesEndpoint = new IPEndPoint(IPAddress.Loopback, 0), RequireClientCertificate = false });
        using var handler = new HttpClientHandler { AllowAutoRedirect = false, ServerCertificateCustomValidationCallback = (_, _, _, _) => true };
        using var browser = new HttpClient(handler);
        using var buyer = new PageVisitor(sandbox.PagesAddress!);
        var form = CheckoutForm.Sign(SampleCarts.Books, sandbox.CreateOptions());
        using var content = new FormUrlEncodedContent(form.Fields);

        using var response = await browser.PostAsync(form.Action, content);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.SeeOther));
        await buyer.OpenAsync(response.Headers.Location!.ToString());
        Assert.That(buyer.Text, Does.Contain("Place your order").And.Contain("Total 50.00 USD"));
    }

    [Test]
    public async Task Place_DefaultChoices_PlacesTheOrderOnce()
    {
        var redirect = await OpenCartAsync(SampleCarts.Books);

        await _buyer.SubmitAsync(BuyForm, ("buyer", "us"), ("shipping", "Ground"), ("card", TestCard.Accepted.Number), ("email-allowed", "yes"), ("action", "place"));

        var order = GetOrders().Single();
        Assert.That(_buyer.Address.PathAndQuery, Is.EqualTo($"/checkout/view/confirmation?t={order.GoogleOrderNumber}"));
        Assert.That(_buyer.Text, Does.Contain(order.GoogleOrderNumber).And.Contain("50.00 USD"));
        Assert.That(order.BuyerMarketingPreferences!.EmailAllowed, Is.True);
        await _buyer.OpenAsync(redirect);
        Assert.That(_buyer.Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(_buyer.Text, Does.Contain("already ordered"));
    }

    [Test]
    public async Task Cart_ThatWasOrderedAndMayBeAgain_ShowsItsPageAgain()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { PagesEndpoint = new IPEndPoint(IPAddress.Loopback, 0), Rules = new SandboxRules { OrderCartAgain = true } });
        using var client = sandbox.CreateClient();
        using var buyer = new PageVisitor(sandbox.PagesAddress!);
        var redirect = await client.CheckoutAsync(SampleCarts.Books);
        await sandbox.PlaceOrderAsync(redirect);

        await buyer.OpenAsync(redirect.RedirectUrl);
        await buyer.SubmitAsync(BuyForm, ("buyer", "us"), ("shipping", "Ground"), ("card", TestCard.Accepted.Number), ("action", "place"));

        Assert.That(buyer.Address.AbsolutePath, Is.EqualTo("/checkout/view/confirmation"));
        Assert.That(((IControlledSandbox)sandbox.Merchants[0]).Orders(), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Place_AddressChangedAfterTheTotalWasShown_ShowsTheNewTotalFirst()
    {
        await OpenCartAsync(WithTaxIn("IL"));

        await _buyer.SubmitAsync(BuyForm, ("buyer", "de"), ("shipping", "At the shop"), ("card", TestCard.Accepted.Number), ("action", "place"));

        Assert.That(_buyer.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(_buyer.Text, Does.Contain("The price changed").And.Contain("Total 45.50 USD"));
        Assert.That(GetOrders(), Is.Empty);
        await _buyer.SubmitAsync(BuyForm, ("buyer", "de"), ("shipping", "At the shop"), ("card", TestCard.Accepted.Number), ("action", "place"));
        var order = GetOrders().Single();
        Assert.That(order.OrderTotal, Is.EqualTo(new Money(45.50m, "USD")));
        Assert.That(order.BuyerShippingAddress!.CountryCode, Is.EqualTo("DE"));
    }

    [Test]
    public async Task Update_OtherMethod_ShowsItsTotal()
    {
        await OpenCartAsync(SampleCarts.Books);

        await _buyer.SubmitAsync(BuyForm, ("buyer", "us"), ("shipping", "At the shop"), ("action", "update"));

        Assert.That(_buyer.Text, Does.Contain("Shipping, At the shop 0.00 USD").And.Contain("Total 45.50 USD"));
    }

    [Test]
    public async Task Place_OtherAddressNotComplete_SaysWhatIsMissing()
    {
        await OpenCartAsync(SampleCarts.Books);

        await _buyer.SubmitAsync(BuyForm, ("buyer", "other"), ("name", "Zoe"), ("email", "zoe@example.com"), ("address1", "1 Road"), ("region", "KA"), ("action", "place"));

        Assert.That(_buyer.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(_buyer.Text, Does.Contain("Enter the city, the postal code, the country."));
        Assert.That(_buyer.Html, Does.Contain("value=\"1 Road\""), "nothing has to be typed again");
    }

    [Test]
    public async Task Place_HiddenEmail_SendsAForwardingAddress()
    {
        await OpenCartAsync(SampleCarts.Books);

        await _buyer.SubmitAsync(
            BuyForm, ("buyer", "other"), ("name", "Zoe"), ("email", "zoe@example.com"), ("address1", "1 Road"), ("city", "Town"), ("region", "KA"), ("postal-code", "1"), ("country", "in"),
            ("hide-email", "yes"), ("shipping", "At the shop"), ("shown-total", "45.50 USD"), ("action", "place"));

        var order = GetOrders().Single();
        Assert.That(order.BuyerShippingAddress!.Email, Does.StartWith("buyer-").And.EndWith("@forward.example.com"));
        Assert.That(order.BuyerShippingAddress.CountryCode, Is.EqualTo("IN"));
    }

    [Test]
    public async Task Place_MarkupInEachField_IsEncoded()
    {
        const string Markup = "\"><script>alert(1)</script>";
        await OpenCartAsync(SampleCarts.WithTexts(Markup));
        AssertNoMarkup();

        (string, string)[] fields =
        [
            .. new[] { "name", "email", "phone", "address1", "address2", "city", "region", "postal-code", "shipping", "code", "card", "buyer", "shown-total" }.Select(name => (name, Markup)),
            ("country", "US"),
        ];
        await _buyer.SubmitAsync(BuyForm, fields);
        AssertNoMarkup();
        await _buyer.SubmitAsync(BuyForm, [.. fields.Where(field => field.Item1 is not ("buyer" or "code" or "shown-total")), ("buyer", "other"), ("shown-total", "41.00 USD"), ("action", "update")]);
        AssertNoMarkup();
        await _buyer.SubmitAsync(BuyForm, [.. fields.Where(field => field.Item1 is not ("buyer" or "code" or "shown-total")), ("buyer", "other"), ("action", "place")]);
        Assert.That(_buyer.Address.AbsolutePath, Is.EqualTo("/checkout/view/confirmation"), _buyer.Text);
        AssertNoMarkup();
        await _buyer.OpenAsync(_buyer.Address.PathAndQuery.Replace("confirmation", "receipt", StringComparison.Ordinal));
        AssertNoMarkup();
    }

    [TestCase("https://shop.example/a?b=c", "https://shop.example/a?b=c")]
    [TestCase("http://shop.example", "http://shop.example/")]
    [TestCase("javascript:alert(1)", null)]
    [TestCase("data:text/html,x", null)]
    [TestCase("/cart", null)]
    [TestCase("", null)]
    public void WebAddress_NoWebPage_IsNoLink(string address, string? link) => Assert.That(WebAddress.Of(address), Is.EqualTo(link));

    [Test]
    public async Task Post_WithoutToken_IsRefused()
    {
        await _client.CheckoutAsync(SampleCarts.Books);
        var redirect = await OpenCartAsync(SampleCarts.Books);
        await _buyer.SubmitAsync(BuyForm, ("buyer", "us"), ("shipping", "Ground"), ("action", "place"));
        var number = GetOrders().Single().GoogleOrderNumber;

        foreach (var url in (string[])[redirect, $"/checkout/view/cancel?t={number}", $"/checkout/view/updateCreditCard?t={number}"])
        {
            using var response = await _buyer.PostAsync(url, ("action", "place"), ("shipping", "Ground"), ("card", TestCard.Accepted.Number), ("shown-total", "50.00 USD"));

            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest), url);
        }

        Assert.That(GetOrders().Single().FinancialOrderState, Is.EqualTo(FinancialOrderState.Reviewing));
    }

    [TestCase("rebound.example")]
    [TestCase("127.0.0.2")]
    public async Task Request_OtherHost_IsRefused(string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, _sandbox.PagesAddress) { Headers = { Host = host } };

        using var response = await _buyer.SendAsync(request);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [TestCase("/checkout/view/receipt?t=1", HttpStatusCode.NotFound)]
    [TestCase("/checkout/view/confirmation", HttpStatusCode.NotFound)]
    [TestCase("/checkout/view/buy?o=shoppingcart&shoppingcart=1", HttpStatusCode.NotFound)]
    [TestCase("/checkout/api/checkout/v2/request/Merchant/1", HttpStatusCode.NotFound)]
    [TestCase("/", HttpStatusCode.OK)]
    public async Task Request_NothingThere_IsAPageThatSaysSo(string url, HttpStatusCode status)
    {
        await _buyer.OpenAsync(url);

        Assert.That(_buyer.Status, Is.EqualTo(status));
        Assert.That(_buyer.Html, Does.StartWith("<!DOCTYPE html>").And.Contain("Purchases"));
    }

    [Test]
    public async Task Cancel_WithinFifteenMinutes_CancelsTheOrder()
    {
        var number = await PlaceAsync(TestCard.Accepted);
        await _buyer.OpenAsync($"/checkout/view/receipt?t={number}");

        await _buyer.SubmitAsync("/checkout/view/cancel");

        Assert.That(_buyer.Text, Does.Contain("✕ Canceled").And.Contain("You cannot cancel this order"));
        Assert.That(GetOrders().Single().FinancialOrderState, Is.EqualTo(FinancialOrderState.Cancelled));
    }

    [Test]
    public async Task Cancel_After15Minutes_IsRefusedWithTheReason()
    {
        var number = await PlaceAsync(TestCard.Accepted);
        await _buyer.OpenAsync($"/checkout/view/receipt?t={number}");
        await _sandbox.AdvanceAsync(TimeSpan.FromMinutes(15) + TimeSpan.FromSeconds(1));

        await _buyer.SubmitAsync("/checkout/view/cancel");

        Assert.That(_buyer.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(_buyer.Text, Does.Contain("15 minutes"));
    }

    [Test]
    public async Task ReplaceCard_AfterADeclinedOne_MakesTheOrderChargeable()
    {
        var number = await PlaceAsync(TestCard.DeclinedAtReview);
        await _sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
        await _buyer.OpenAsync($"/checkout/view/receipt?t={number}");
        Assert.That(_buyer.Text, Does.Contain("Your card was declined"));

        await _buyer.SubmitAsync("/checkout/view/updateCreditCard", ("card", TestCard.Accepted.Number));

        Assert.That(_buyer.Text, Does.Contain("○ Not charged yet").And.Not.Contain("Your card was declined"));
    }

    [Test]
    public async Task Receipt_AfterCommands_ShowsThem()
    {
        var number = await PlaceAsync(TestCard.Accepted);
        await _sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
        await _client.ChargeOrderAsync(number, new Money(20m, "USD"));
        await _sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
        await _client.SendBuyerMessageAsync(number, "It is on its way");
        await _client.DeliverOrderAsync(number, new TrackingData { Carrier = "UPS", TrackingNumber = "1Z999" });

        await _buyer.OpenAsync($"/checkout/view/receipt?t={number}");

        Assert.That(_buyer.Text, Does.Contain("◑ Partly charged").And.Contain("● Shipped").And.Contain("UPS 1Z999").And.Contain("It is on its way").And.Contain("Charged to ...1111 20.00 USD"));
        await _buyer.OpenAsync("/");
        Assert.That(_buyer.Text, Does.Contain(number));
    }

    private static CheckoutShoppingCart WithTaxIn(string state)
    {
        var cart = SampleCarts.Books;
        return cart with
        {
            CheckoutFlowSupport = cart.CheckoutFlowSupport! with
            {
                TaxTables = new TaxTables { DefaultTaxTable = new DefaultTaxTable { TaxRules = [new DefaultTaxRule { Rate = 0.1m, TaxAreas = [new USStateArea { State = state }] }] } },
            },
        };
    }

    private async Task<string> OpenCartAsync(CheckoutShoppingCart cart)
    {
        var redirect = await _client.CheckoutAsync(cart);
        await _buyer.OpenAsync(redirect.RedirectUrl);
        return redirect.RedirectUrl;
    }

    private async Task<string> PlaceAsync(TestCard card)
    {
        await OpenCartAsync(SampleCarts.Books);
        await _buyer.SubmitAsync(BuyForm, ("buyer", "us"), ("shipping", "Ground"), ("card", card.Number), ("action", "place"));
        return GetOrders().Single().GoogleOrderNumber;
    }

    private IReadOnlyList<OrderSummary> GetOrders() => ((IControlledSandbox)_sandbox.Merchants[0]).Orders();

    private void AssertNoMarkup() => Assert.That(_buyer.Html, Does.Not.Contain("<script"));
}
