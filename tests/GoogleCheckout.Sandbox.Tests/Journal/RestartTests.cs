using System.Collections.Concurrent;
using System.Net;
using GoogleCheckout.Carts;
using GoogleCheckout.Orders;
using GoogleCheckout.Reports;
using GoogleCheckout.Sandbox.Api;
using GoogleCheckout.Sandbox.Calculations;
using GoogleCheckout.Sandbox.Callbacks;
using GoogleCheckout.Sandbox.Control;
using GoogleCheckout.Sandbox.Pages;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Journal;

/// <summary>A sandbox that is stopped and started again with the same file.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class RestartTests : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("journal-");
    private readonly FakeTimeProvider _time = new(TestTime.Start);
    private readonly ConcurrentQueue<Post> _posts = [];
    private MerchantServer _merchant = null!;

    private string File => Path.Combine(_folder.FullName, "sandbox.journal");

    [SetUp]
    public async Task StartMerchantAsync() => _merchant = await MerchantServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _merchant.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Test]
    public async Task Restart_AfterEveryKindOfInput_HasTheSameState()
    {
        _merchant.Answer = (post, _) => Task.FromResult((200, post.Body.Contains("merchant-calculation-callback", StringComparison.Ordinal) ? CalculatedCarts.AnswerTo(post.Body).ToXmlString() : MerchantServer.Acknowledge(post.SerialNumber)));
        List<string> orders = [];
        string openCart, pollingToken, before;
        await using (var sandbox = await StartAsync(options => options.Fees = new SandboxFees()))
        {
            using var client = sandbox.CreateClient();
            var calculated = SampleCarts.Books with
            {
                CheckoutFlowSupport = SampleCarts.Books.CheckoutFlowSupport! with
                {
                    MerchantCalculations = new MerchantCalculations { MerchantCalculationsUrl = _merchant.CallbackUrl.ToString(), AcceptMerchantCoupons = true },
                },
            };
            foreach (var (cart, card) in new[] { (SampleCarts.Books, TestCard.Accepted), (calculated, TestCard.DeclinedAtCharge), (SampleCarts.Books, TestCard.DeclinedAtReview), (SampleCarts.Books, TestCard.RejectedForRisk) })
            {
                orders.Add((await sandbox.PlaceOrderAsync(await client.CheckoutAsync(cart), buyer => (buyer.Card, buyer.Codes) = (card, cart == calculated ? ["TEA"] : []))).GoogleOrderNumber);
            }

            await sandbox.AdvanceAsync(TimeSpan.FromHours(1));
            pollingToken = await client.GetContinueTokenAsync(Now(sandbox).AddHours(-1));
            await client.ChargeOrderAsync(orders[0], new Money(20m, "USD"));
            await client.RefundOrderAsync(orders[0], "Late", new Money(5m, "USD"));
            await sandbox.ChargebackAsync(orders[0], new Money(1m, "USD"));
            await client.ChargeOrderAsync(orders[1]);
            await sandbox.ReplaceCardAsync(orders[1], TestCard.Accepted);
            await sandbox.CancelByGoogleAsync(orders[2], "Suspicious");
            Assert.That(async () => await client.ChargeOrderAsync(orders[3]), Throws.TypeOf<CheckoutApiException>());
            openCart = (await client.CheckoutAsync(SampleCarts.Books)).RedirectUrl;
            before = await DescribeAsync(client, orders);
        }

        await using (var sandbox = await StartAsync(options => options.Fees = new SandboxFees()))
        {
            using var client = sandbox.CreateClient();

            Assert.That(await DescribeAsync(client, orders), Is.EqualTo(before));
            await foreach (var batch in client.PollNotificationsAsync(pollingToken))
            {
                Assert.That(batch.Notifications, Is.Not.Empty);
                break;
            }

            Assert.That(Now(sandbox), Is.EqualTo(TestTime.Start.AddHours(1)));
            Assert.That((await sandbox.PlaceOrderAsync(new CheckoutRedirect { SerialNumber = "1", RedirectUrl = openCart })).GoogleOrderNumber, Is.Not.AnyOf(orders.Cast<object>().ToArray()));
        }
    }

    [Test]
    public async Task Restart_WithUnacknowledgedNotifications_SendsThemAndNoOthers()
    {
        List<string> first;
        _merchant.Answer = (post, _) => Task.FromResult(post.Body.Contains("order-state-change", StringComparison.Ordinal) ? (500, string.Empty) : (200, MerchantServer.Acknowledge(post.SerialNumber)));
        await using (var sandbox = await StartAsync(options => (options.CallbackUrl, options.CallbackTrustedCertificate) = (_merchant.CallbackUrl, _merchant.Authority)))
        {
            using var client = sandbox.CreateClient();
            await sandbox.PlaceOrderAsync(await client.CheckoutAsync(SampleCarts.Books));
            await sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
            first = [.. _merchant.Posts.Select(post => post.SerialNumber)];
        }

        _merchant.Answer = (post, _) =>
        {
            _posts.Enqueue(post);
            return Task.FromResult((200, MerchantServer.Acknowledge(post.SerialNumber)));
        };
        await using (var sandbox = await StartAsync(options => (options.CallbackUrl, options.CallbackTrustedCertificate) = (_merchant.CallbackUrl, _merchant.Authority)))
        {
            await sandbox.DeliverAsync();

            Assert.That(sandbox.Deliveries.Select(delivery => delivery.Attempt), Is.EqualTo(new[] { 2, 1, 1 }));
        }

        Assert.That(first, Has.Count.EqualTo(2), "The new order was acknowledged, the change of the state was not.");
        Assert.That(_posts.Select(post => post.SerialNumber).First(), Is.EqualTo(first[1]));
        Assert.That(_posts.Select(post => post.SerialNumber), Has.None.EqualTo(first[0]));
    }

    [Test]
    public async Task Restart_WithAFaultThatRepeatsANotification_RepeatsItTheRestOfTheTimes()
    {
        void Configure(CheckoutSandboxOptions options) => (options.CallbackUrl, options.CallbackTrustedCertificate) = (_merchant.CallbackUrl, _merchant.Authority);
        var second = new TaskCompletionSource();
        _merchant.Answer = async (post, cancellationToken) =>
        {
            if (_merchant.Posts.Count == 2)
            {
                second.SetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            }

            return (200, MerchantServer.Acknowledge(post.SerialNumber));
        };
        await using (var sandbox = await StartAsync(Configure))
        {
            using var client = sandbox.CreateClient();
            sandbox.Faults.OnDelivery(_ => true, DeliveryFault.Duplicate(3), times: 1);
            await sandbox.PlaceOrderAsync(await client.CheckoutAsync(SampleCarts.Books));
            await second.Task;
        }

        _merchant.Answer = (post, _) => Task.FromResult((200, MerchantServer.Acknowledge(post.SerialNumber)));
        await using (var sandbox = await StartAsync(Configure))
        {
            await sandbox.DeliverAsync();

            Assert.That(sandbox.Deliveries.Select(delivery => delivery.Attempt), Is.EqualTo(new[] { 2, 3, 4 }), "The first of four was acknowledged, the second was interrupted.");
        }

        Assert.That(_merchant.Posts.Select(post => post.SerialNumber).Distinct(), Has.One.Items);
    }

    [TestCase(false, true)]
    [TestCase(true, false)]
    public async Task Restart_WithOtherRules_ReplaysThoseOfTheJournal(bool before, bool after)
    {
        void Configure(CheckoutSandboxOptions options, bool again) => options.Rules = new SandboxRules { OrderCartAgain = again, AfterPartialCharge = again ? FinancialOrderState.Charged : FinancialOrderState.Chargeable };
        List<string> orders = [];
        CheckoutRedirect cart;
        string states;
        await using (var sandbox = await StartAsync(options => Configure(options, before)))
        {
            using var client = sandbox.CreateClient();
            cart = await client.CheckoutAsync(SampleCarts.Books);
            for (var time = 0; time < (before ? 2 : 1); time++)
            {
                orders.Add((await sandbox.PlaceOrderAsync(cart)).GoogleOrderNumber);
            }

            await sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
            await client.ChargeOrderAsync(orders[0], new Money(10m, "USD"));
            states = await DescribeAsync(client, orders);
        }

        var entries = SandboxJournal.Replay(File).ToList();
        await using (var sandbox = await StartAsync(options => Configure(options, after)))
        {
            using var client = sandbox.CreateClient();

            Assert.That(await DescribeAsync(client, orders), Is.EqualTo(states));
            Assert.That(entries.Where(entry => entry.Rejection is not null), Is.Empty);
            Assert.That(entries.SelectMany(entry => entry.Notifications).OfType<Notifications.NewOrderNotification>().Select(order => order.GoogleOrderNumber), Is.EqualTo(orders));
            var charged = (await sandbox.PlaceOrderAsync(await client.CheckoutAsync(SampleCarts.Books))).GoogleOrderNumber;
            await sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
            await client.ChargeOrderAsync(charged, new Money(10m, "USD"));
            Assert.That((await client.GetOrderSummariesAsync([charged])).Single().FinancialOrderState, Is.EqualTo(after ? FinancialOrderState.Charged : FinancialOrderState.Chargeable), "The new rules apply to what follows.");
        }
    }

    [Test]
    public async Task Restart_AsTheSampleStoreStartsIt_HasTheOrderOfTheBuyersPageAndTheSameCredentials()
    {
        CheckoutSandboxOptions Options() => new() { PagesEndpoint = new IPEndPoint(IPAddress.Loopback, 0), DataPath = File };
        string number;
        var (first, second) = (new CheckoutOptions(), new CheckoutOptions());
        await using (var sandbox = await CheckoutSandbox.StartAsync(Options()))
        {
            sandbox.Configure(first);
            using var client = sandbox.CreateClient();
            using var buyer = new PageVisitor(sandbox.PagesAddress!);
            await buyer.OpenAsync((await client.CheckoutAsync(SampleCarts.Books)).RedirectUrl);
            await buyer.SubmitAsync("shown-total", ("action", PlaceOrderForm.PlaceAction), ("buyer", "us"), ("shipping", "Ground"), ("card", TestCard.Accepted.Number));
            number = System.Web.HttpUtility.ParseQueryString(buyer.Address.Query)[PageUrls.OrderParameter]!;
        }

        await using (var sandbox = await CheckoutSandbox.StartAsync(Options()))
        {
            sandbox.Configure(second);
            using var client = sandbox.CreateClient();
            using var buyer = new PageVisitor(sandbox.PagesAddress!);
            await buyer.OpenAsync(PageUrls.OfOrder(PageUrls.Receipt, number));

            Assert.That((second.MerchantId, second.MerchantKey), Is.EqualTo((first.MerchantId, first.MerchantKey)));
            Assert.That(buyer.Text, Does.Contain($"Order {number}").And.Contain("Total 50.00 USD"));
            Assert.That((await client.GetOrderSummariesAsync([number])).Single().OrderTotal, Is.EqualTo(new Money(50m, "USD")));
        }
    }

    [Test]
    public async Task Restart_AfterTheEndOfAReview_AppliesItAtItsTime()
    {
        string order;
        await using (var sandbox = await StartAsync())
        {
            using var client = sandbox.CreateClient();
            order = (await sandbox.PlaceOrderAsync(await client.CheckoutAsync(SampleCarts.Books))).GoogleOrderNumber;
        }

        _time.Advance(TimeSpan.FromDays(1));
        await using (var sandbox = await StartAsync())
        {
            using var client = sandbox.CreateClient();

            var history = await client.GetNotificationHistoryPageAsync(new NotificationHistoryRequest { OrderNumbers = [order] });

            Assert.That(history.Notifications.Select(notification => notification.Timestamp).Distinct(), Is.EqualTo(new[] { TestTime.Start, TestTime.Start.AddMinutes(1) }));
        }
    }

    [Test]
    public async Task Restart_WithGeneratedCredentials_HasTheSameAndTheJournalHasNoKey()
    {
        (string Id, string Key)[] first, second;
        void Configure(CheckoutSandboxOptions options) => options.Merchants.Add(new SandboxMerchantOptions());
        await using (var sandbox = await StartAsync(Configure))
        {
            first = [.. sandbox.Merchants.Select(merchant => (merchant.MerchantId, merchant.MerchantKey))];
            using var client = sandbox.Merchants[1].CreateClient();
            await sandbox.Merchants[1].PlaceOrderAsync(await client.CheckoutAsync(SampleCarts.Books));
        }

        await using (var sandbox = await StartAsync(Configure))
        {
            second = [.. sandbox.Merchants.Select(merchant => (merchant.MerchantId, merchant.MerchantKey))];
            using var client = sandbox.Merchants[1].CreateClient();
            Assert.That(await client.HelloAsync(), Is.InstanceOf<Bye>());
        }

        Assert.That(second, Is.EqualTo(first));
        var journal = await System.IO.File.ReadAllTextAsync(File);
        Assert.That(first.Select(merchant => journal.Contains(merchant.Key, StringComparison.Ordinal)), Is.All.False);
        if (!OperatingSystem.IsWindows())
        {
            Assert.That(System.IO.File.GetUnixFileMode($"{File}.keys"), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
        }
    }

    [Test]
    public async Task Restart_CallbackUrl_IsTheLatestUnlessTheOptionChanges()
    {
        var (first, later, option) = (new Uri("http://127.0.0.1:9/first"), new Uri("http://127.0.0.1:9/later"), new Uri("http://127.0.0.1:9/option"));
        await using (var sandbox = await StartAsync(options => options.CallbackUrl = first))
        {
            sandbox.CallbackUrl = later;
        }

        await using (var sandbox = await StartAsync(options => options.CallbackUrl = first))
        {
            Assert.That(sandbox.CallbackUrl, Is.EqualTo(later));
        }

        await using (var sandbox = await StartAsync(options => options.CallbackUrl = option))
        {
            Assert.That(sandbox.CallbackUrl, Is.EqualTo(option));
        }

        await using (var sandbox = await StartAsync(options => options.CallbackUrl = option))
        {
            Assert.That(sandbox.CallbackUrl, Is.EqualTo(option));
        }
    }

    [Test]
    public async Task Restart_WithOtherSettings_KeepsWhatHappenedWithTheOldOnes()
    {
        string order;
        await using (var sandbox = await StartAsync(options => (options.AutoCharge, options.AccountTaxTables) = (true, TaxTables.FromRules(new DefaultTaxRule { Rate = 0.1m, TaxArea = Area.World }))))
        {
            using var client = sandbox.CreateClient();
            order = (await sandbox.PlaceOrderAsync(await client.CheckoutAsync(SampleCarts.Books))).GoogleOrderNumber;
        }

        _time.Advance(TimeSpan.FromMinutes(2));
        for (var start = 0; start < 2; start++)
        {
            await using var sandbox = await StartAsync(options => options.ReviewDelay = TimeSpan.FromHours(1));
            using var client = sandbox.CreateClient();
            var later = (await sandbox.PlaceOrderAsync(await client.CheckoutAsync(SampleCarts.Books))).GoogleOrderNumber;
            await sandbox.AdvanceAsync(TimeSpan.FromHours(1));

            var orders = await client.GetOrderSummariesAsync([order, later]);
            Assert.That(orders.Select(summary => summary.FinancialOrderState), Is.EqualTo(new[] { FinancialOrderState.Charged, FinancialOrderState.Chargeable }));
            Assert.That(orders.Select(summary => summary.OrderTotal.Amount), Is.EqualTo(new[] { 54.55m, 50m }));
        }
    }

    [Test]
    public async Task Restart_WithASeed_AssignsNoNumberAgain()
    {
        HashSet<string> numbers = [];
        for (var start = 0; start < 3; start++)
        {
            await using var sandbox = await StartAsync(options => options.Seed = 11);
            using var client = sandbox.CreateClient();
            Assert.That(numbers.Add((await sandbox.PlaceOrderAsync(await client.CheckoutAsync(SampleCarts.Books))).GoogleOrderNumber));
        }

        Assert.That(numbers, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task Restart_WithoutAMerchantOfTheJournal_IsRejected()
    {
        await using (await StartAsync())
        {
        }

        Assert.That(
            async () => await StartAsync(options => (options.MerchantId, options.MerchantKey) = ("5555555555", "other")),
            Throws.TypeOf<InvalidDataException>().With.Message.Contains("The sandbox has no merchant 1234567890. Configure the merchant with its key"));
    }

    [Test]
    public async Task UnsignedCart_OfABrowser_IsStillUnsigned()
    {
        await using (var sandbox = await StartAsync(options => options.RequireClientCertificate = false))
        {
            using var browser = new RawClient(sandbox, certificate: null) { Credentials = null, ContentType = "application/x-www-form-urlencoded" };
            var cart = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(SampleCarts.Books.ToXmlString()));
            using var response = await browser.SendRawAsync(HttpMethod.Post, $"/checkout/api/checkout/v2/checkout/Merchant/{sandbox.MerchantId}", $"cart={Uri.EscapeDataString(cart)}");
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        }

        Assert.That(SandboxJournal.Replay(File).Select(entry => entry.Description), Has.One.Contains("posted by a browser without a signature"));
    }

    private Task<CheckoutSandbox> StartAsync(Action<CheckoutSandboxOptions>? configure = null)
    {
        var options = new CheckoutSandboxOptions { DataPath = File, TimeProvider = _time, CallbackTrustedCertificate = _merchant.Authority };
        configure?.Invoke(options);
        if (options.MerchantId is null && options.Merchants.Count == 0)
        {
            (options.MerchantId, options.MerchantKey) = ("1234567890", "secret-key");
        }

        return CheckoutSandbox.StartAsync(options);
    }

    private static DateTimeOffset Now(CheckoutSandbox sandbox) => ((IControlledSandbox)sandbox.Merchants[0]).Now;

    private static async Task<string> DescribeAsync(CheckoutClient client, IReadOnlyList<string> orders)
    {
        var summaries = await client.GetOrderSummariesAsync(orders);
        var history = await client.GetNotificationHistoryPageAsync(new NotificationHistoryRequest { OrderNumbers = orders });
        return string.Join('\n', [.. summaries.Select(summary => new OrderSummaryResponse { SerialNumber = "1", OrderSummaries = [summary] }.ToXmlString()), .. history.Notifications.Select(notification => notification.ToXmlString())]);
    }
}
