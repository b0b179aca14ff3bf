using System.Net;
using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using GoogleCheckout.Reports;
using GoogleCheckout.Sandbox.Api;
using GoogleCheckout.Sandbox.Callbacks;
using GoogleCheckout.Sandbox.Control;
using GoogleCheckout.Sandbox.Pages;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Hosting;

/// <summary>Several merchants of one sandbox: they share the server and the clock, and nothing else.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class MerchantsTests : IAsyncDisposable
{
    private const string TeaId = "1111111111";
    private const string BookId = "222222222222222";

    private CheckoutSandbox _sandbox = null!;
    private CheckoutClient _teaClient = null!;
    private CheckoutClient _bookClient = null!;

    private SandboxMerchant Tea => _sandbox.Merchants[0];

    private SandboxMerchant Books => _sandbox.Merchants[1];

    [SetUp]
    public async Task SetUp()
    {
        _sandbox = await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions
        {
            MerchantId = TeaId,
            MerchantKey = "tea-key",
            EnableControlApi = true,
            HttpEndpoint = new IPEndPoint(IPAddress.Loopback, 0),
            PagesEndpoint = new IPEndPoint(IPAddress.Loopback, 0),
            Merchants = { new SandboxMerchantOptions { MerchantId = BookId, MerchantKey = "book-key", ReviewDelay = TimeSpan.Zero } },
        });
        _teaClient = Tea.CreateClient();
        _bookClient = Books.CreateClient();
    }

    public async ValueTask DisposeAsync()
    {
        _teaClient.Dispose();
        _bookClient.Dispose();
        await _sandbox.DisposeAsync();
    }

    [Test]
    public void Members_OfTheSandbox_AreThoseOfTheFirstMerchant()
    {
        Assert.Multiple(() =>
        {
            Assert.That(_sandbox.Merchants.Select(merchant => merchant.MerchantId), Is.EqualTo(new[] { TeaId, BookId }));
            Assert.That(_sandbox.Merchants.Select(merchant => merchant.MerchantKey), Is.EqualTo(new[] { "tea-key", "book-key" }));
            Assert.That((_sandbox.MerchantId, _sandbox.MerchantKey), Is.EqualTo((TeaId, "tea-key")));
            Assert.That(_sandbox.ClientCertificate, Is.SameAs(Tea.ClientCertificate));
            Assert.That(_sandbox.Faults, Is.SameAs(Tea.Faults).And.Not.SameAs(Books.Faults));
            Assert.That(Books.ClientCertificate.Thumbprint, Is.Not.EqualTo(Tea.ClientCertificate.Thumbprint));
            Assert.That(_sandbox.CreateOptions().MerchantId, Is.EqualTo(TeaId));
            Assert.That(Books.CreateOptions().MerchantId, Is.EqualTo(BookId));
        });
    }

    [Test]
    public async Task Orders_OfOneMerchant_AreUnknownToTheOther()
    {
        var order = await PlaceAsync(Books, _bookClient);

        Assert.That(() => _teaClient.ChargeOrderAsync(order), Throws.TypeOf<CheckoutApiException>().With.Message.Contains("This merchant has no order "));
        Assert.That(() => Tea.CancelByBuyerAsync(order), Throws.ArgumentException);
        Assert.That(await _teaClient.GetOrderSummariesAsync([order]), Is.Empty);
        Assert.That(await _teaClient.GetNotificationHistoryAsync(new NotificationHistoryRequest { OrderNumbers = [order] }).ToListAsync(), Is.Empty);
        Assert.That((await _bookClient.GetOrderSummariesAsync([order])).Single().GoogleOrderNumber, Is.EqualTo(order));
        Assert.That((await _bookClient.ChargeOrderAsync(order)).ChargeAmountNotification, Is.Not.Null, "this merchant's orders have no review");
    }

    [Test]
    public async Task Cart_OfAnotherMerchant_IsNotOrdered()
    {
        var redirect = await _bookClient.CheckoutAsync(SampleCarts.Books);

        Assert.That(() => Tea.PlaceOrderAsync(redirect), Throws.ArgumentException);
        Assert.That((await Books.PlaceOrderAsync(redirect)).GoogleOrderNumber, Is.Not.Empty);
    }

    [TestCase(TeaId, TeaId, "book-key")]
    [TestCase(BookId, TeaId, "tea-key")]
    [TestCase(BookId, BookId, "tea-key")]
    [TestCase("3333333333", TeaId, "tea-key")]
    public async Task Request_IdAndKeyNotOfOneMerchant_Returns401(string path, string id, string key)
    {
        using var client = new RawClient(_sandbox, path == BookId ? Books.ClientCertificate : Tea.ClientCertificate) { MerchantId = path, Credentials = $"{id}:{key}" };

        var (status, response) = await client.PostAsync("request", new Hello());

        Assert.That(status, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(((ErrorResponse)response).ErrorMessage, Is.EqualTo("Bad username and/or password for API Access."));
    }

    [Test]
    public async Task Request_CertificateOfAnotherMerchant_Returns401()
    {
        using var issued = Books.IssueClientCertificate("books.example.com");
        using var own = new RawClient(_sandbox, issued) { MerchantId = BookId, Credentials = $"{BookId}:book-key" };
        using var foreign = new RawClient(_sandbox, Tea.ClientCertificate) { MerchantId = BookId, Credentials = $"{BookId}:book-key" };

        var (accepted, _) = await own.PostAsync("request", new Hello());
        var (refused, response) = await foreign.PostAsync("request", new Hello());
        using var control = await foreign.SendRawAsync(HttpMethod.Get, "/sandbox/orders", string.Empty);

        Assert.That((accepted, refused, control.StatusCode), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized)));
        Assert.That(((ErrorResponse)response).ErrorMessage, Is.EqualTo("The client certificate was issued to another merchant of the sandbox."));
        Assert.That(await control.Content.ReadAsStringAsync(), Does.Contain("issued to another merchant"));
        Assert.That(Books.Requests.Select(request => request.StatusCode), Is.EqualTo(new[] { HttpStatusCode.OK, HttpStatusCode.Unauthorized }));
        Assert.That(Tea.Requests, Is.Empty);
    }

    [Test]
    public async Task Form_SignedWithTheKeyOfAnotherMerchant_IsRejected()
    {
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        var form = CheckoutForm.Sign(SampleCarts.Books, Books.CreateOptions());
        var forged = CheckoutForm.Sign(SampleCarts.Books, new CheckoutOptions { MerchantId = BookId, MerchantKey = "tea-key" });
        var action = new Uri(_sandbox.HttpBaseAddress!, form.Action.PathAndQuery);
        using var accepted = await browser.PostAsync(action, new FormUrlEncodedContent(form.Fields));
        using var refused = await browser.PostAsync(action, new FormUrlEncodedContent(forged.Fields));

        Assert.That((accepted.StatusCode, refused.StatusCode), Is.EqualTo((HttpStatusCode.SeeOther, HttpStatusCode.BadRequest)));
        Assert.That(Books.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Notifications_OfEachMerchant_AreSentToItsOwnUrlWithItsCredentials()
    {
        await using var teaServer = await MerchantServer.StartAsync();
        await using var bookServer = await MerchantServer.StartAsync();
        var options = teaServer.Options();
        var books = bookServer.Options();
        options.Merchants.Add(new SandboxMerchantOptions
        {
            CallbackUrl = books.CallbackUrl,
            CallbackTrustedCertificate = books.CallbackTrustedCertificate,
            CallbackFormat = CallbackFormat.NameValue,
        });
        await using var sandbox = await CheckoutSandbox.StartAsync(options);
        using var teaClient = sandbox.CreateClient();
        using var bookClient = sandbox.Merchants[1].CreateClient();

        var tea = await PlaceAsync(sandbox.Merchants[0], teaClient);
        var book = await PlaceAsync(sandbox.Merchants[1], bookClient);
        await sandbox.DeliverAsync();

        Assert.Multiple(() =>
        {
            Assert.That(sandbox.Deliveries.Select(delivery => (delivery.Notification.GoogleOrderNumber, delivery.IsAcknowledged)), Is.EqualTo(new[] { (tea, true) }));
            Assert.That(sandbox.Merchants[1].Deliveries.Select(delivery => (delivery.Notification.GoogleOrderNumber, delivery.IsAcknowledged)), Is.EqualTo(new[] { (book, true) }));
            Assert.That(teaServer.Posts.Single().Authorization, Is.EqualTo(Credentials(sandbox.Merchants[0])));
            Assert.That(bookServer.Posts.Single().Authorization, Is.EqualTo(Credentials(sandbox.Merchants[1])));
            Assert.That(bookServer.Posts.Single().Fields["_type"], Is.EqualTo("new-order-notification"));
        });

        static string Credentials(SandboxMerchant merchant) =>
            $"Basic {Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{merchant.MerchantId}:{merchant.MerchantKey}"))}";
    }

    [Test]
    public async Task AdvanceAsync_AppliesTheEventsOfAllMerchants()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { Merchants = { new SandboxMerchantOptions { ReviewDelay = TimeSpan.FromMinutes(2) } } });
        var changes = new List<(string Merchant, FinancialOrderState State)>();
        foreach (var merchant in sandbox.Merchants)
        {
            merchant.OrderChanged += (sender, e) =>
            {
                if (e.Notification is OrderStateChangeNotification change)
                {
                    changes.Add((((SandboxMerchant)sender!).MerchantId, change.NewFinancialOrderState));
                }
            };
            using var client = merchant.CreateClient();
            await PlaceAsync(merchant, client);
        }

        await sandbox.AdvanceAsync(TimeSpan.FromMinutes(2));

        Assert.That(changes, Is.EqualTo(sandbox.Merchants.Select(merchant => (merchant.MerchantId, FinancialOrderState.Chargeable))));
    }

    [Test]
    public async Task Events_OfTheSandbox_AreThoseOfTheFirstMerchant()
    {
        var senders = new List<object?>();
        _sandbox.RequestAnswered += (sender, _) => senders.Add(sender);
        Books.RequestAnswered += (sender, _) => senders.Add(sender);

        await _bookClient.HelloAsync();
        await _teaClient.HelloAsync();

        Assert.That(senders, Is.EqualTo(new object[] { Books, _sandbox }));
    }

    [Test]
    public async Task Control_CredentialsOfOneMerchant_ControlThatMerchant()
    {
        using var tea = new ControlClient(_sandbox.HttpBaseAddress!, $"{TeaId}:tea-key");
        using var books = new ControlClient(_sandbox.HttpBaseAddress!, $"{BookId}:book-key");
        using var mixed = new ControlClient(_sandbox.HttpBaseAddress!, $"{BookId}:tea-key");
        var order = await PlaceAsync(Books, _bookClient);

        var (_, own) = await books.GetAsync("orders");
        var (_, none) = await tea.GetAsync("orders");
        await books.PostAsync("callback", """{"url": "http://localhost:1/books"}""");
        await tea.PostAsync("clock", """{"advance": "01:00:00"}""");

        Assert.That(own.EnumerateArray().Single().GetProperty("googleOrderNumber").GetString(), Is.EqualTo(order));
        Assert.That(none.GetArrayLength(), Is.Zero);
        Assert.That((Tea.CallbackUrl, Books.CallbackUrl), Is.EqualTo(((Uri?)null, new Uri("http://localhost:1/books"))));
        Assert.That((await tea.GetAsync("clock")).Response.GetProperty("now").GetDateTimeOffset(), Is.EqualTo((await books.GetAsync("clock")).Response.GetProperty("now").GetDateTimeOffset()).Within(TimeSpan.FromMinutes(10)));
        Assert.That((await mixed.GetAsync("orders")).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task Pages_LeadEachCartToItsMerchantAndListThePurchasesOfAll()
    {
        using var buyer = new PageVisitor(_sandbox.PagesAddress!);
        foreach (var client in new[] { _teaClient, _bookClient })
        {
            await buyer.OpenAsync((await client.CheckoutAsync(SampleCarts.Books)).RedirectUrl);
            await buyer.SubmitAsync("/checkout/view/buy", ("buyer", "us"), ("shipping", "Ground"), ("card", TestCard.Accepted.Number), ("action", "place"));
        }

        var (tea, book) = (GetOrder(Tea), GetOrder(Books));
        await buyer.OpenAsync("/checkout/view/purchases");
        Assert.That(buyer.Text, Does.Contain($"{tea} ").And.Contain($"{book} ").And.Contain("Sold by"));
        Assert.That(buyer.Html.IndexOf(book, StringComparison.Ordinal), Is.LessThan(buyer.Html.IndexOf(tea, StringComparison.Ordinal)), "the latest is first");

        await buyer.OpenAsync($"/checkout/view/purchases?seller={TeaId}");
        Assert.That(buyer.Text, Does.Contain($"{tea} ").And.Not.Contain($"{book} "));
        Assert.That(buyer.Html, Does.Contain($"value=\"{TeaId}\" selected"));

        await buyer.OpenAsync($"/checkout/view/receipt?t={tea}");
        await buyer.SubmitAsync("/checkout/view/cancel");
        Assert.That(buyer.Text, Does.Contain("Canceled"));
        Assert.That(((IControlledSandbox)Tea).FindOrder(tea)!.FinancialOrderState, Is.EqualTo(FinancialOrderState.Cancelled));

        static string GetOrder(SandboxMerchant merchant) => ((IControlledSandbox)merchant).Orders().Single().GoogleOrderNumber;
    }

    [Test]
    public async Task Purchases_OfAMerchantWithout_SayWhatToDo()
    {
        using var buyer = new PageVisitor(_sandbox.PagesAddress!);

        await buyer.OpenAsync($"/checkout/view/purchases?seller={BookId}");

        Assert.That(buyer.Text, Does.Contain("There are no purchases from this merchant yet. Check out in your shop"));
    }

    [Test]
    public async Task Seed_TheSame_GeneratesTheSameMerchants()
    {
        static CheckoutSandboxOptions Options() => new() { Seed = 5, Merchants = { new SandboxMerchantOptions() } };
        await using var first = await CheckoutSandbox.StartAsync(Options());
        await using var second = await CheckoutSandbox.StartAsync(Options());
        await using var single = await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { Seed = 5 });

        Assert.That(first.Merchants.Select(Describe), Is.EqualTo(second.Merchants.Select(Describe)).And.Unique);
        Assert.That(Describe(first.Merchants[0]), Is.EqualTo(Describe(single.Merchants.Single())));

        static string Describe(SandboxMerchant merchant) => $"{merchant.MerchantId} {merchant.MerchantKey}";
    }

    [TestCaseSource(nameof(InvalidMerchants))]
    public void Options_InvalidMerchant_AreRejectedByName(SandboxMerchantOptions? merchant, string message)
    {
        var options = new CheckoutSandboxOptions { MerchantId = TeaId };
        options.Merchants.Add(new SandboxMerchantOptions());
        options.Merchants.Add(merchant!);

        Assert.That(() => CheckoutSandbox.StartAsync(options), Throws.ArgumentException.With.Message.StartsWith(message));
    }

    private static IEnumerable<TestCaseData> InvalidMerchants()
    {
        yield return Invalid(null, "Merchants[1] must not be null.");
        yield return Invalid(new CheckoutSandboxOptions(), "Merchants[1] must be SandboxMerchantOptions");
        yield return Invalid(new SandboxMerchantOptions { MerchantId = "12" }, "Merchants[1].MerchantId must have 10 or 15 digits.");
        yield return Invalid(new SandboxMerchantOptions { MerchantId = TeaId }, $"Merchants has the id {TeaId} more than once.");
        yield return Invalid(new SandboxMerchantOptions { ReviewDelay = TimeSpan.FromTicks(-1) }, "Merchants[1].ReviewDelay must be");
        yield return Invalid(new SandboxMerchantOptions { Fees = new SandboxFees { Flat = -1 } }, "Merchants[1].Fees.Flat must not be negative.");

        static TestCaseData Invalid(SandboxMerchantOptions? merchant, string message) => new TestCaseData(merchant, message).SetArgDisplayNames(message);
    }

    private static async Task<string> PlaceAsync(SandboxMerchant merchant, CheckoutClient client) =>
        (await merchant.PlaceOrderAsync(await client.CheckoutAsync(SampleCarts.Books))).GoogleOrderNumber;
}
