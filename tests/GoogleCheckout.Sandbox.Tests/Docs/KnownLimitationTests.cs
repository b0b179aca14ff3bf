using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using GoogleCheckout.Reports;
using GoogleCheckout.Sandbox.Api;
using GoogleCheckout.Sandbox.Calculations;
using GoogleCheckout.Sandbox.Callbacks;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Docs;

/// <summary>Tests for each sentence of "What the sandbox does not do" in the README: what happens instead.</summary>
[Parallelizable(ParallelScope.All)]
public partial class KnownLimitationTests
{
    private const string NothingThere = "The sandbox does not support this address. See the sandbox's README for what it supports.";

    private static readonly TimeSpan Review = TimeSpan.FromMinutes(1);

    [Test]
    public void Readme_Sentences_MatchTheTests()
    {
        var sentences = SentencesOfTheReadme();
        var shown = typeof(KnownLimitationTests).GetMethods().SelectMany(test => test.GetCustomAttributes<KnownLimitationAttribute>()).Select(shows => shows.Sentence).ToList();

        Assert.That(sentences, Has.Count.GreaterThan(5));
        Assert.That(sentences.Where(sentence => !shown.Any(shows => sentence.StartsWith(shows, StringComparison.Ordinal))), Is.Empty, "sentences without a test");
        Assert.That(shown.Where(shows => !sentences.Any(sentence => sentence.StartsWith(shows, StringComparison.Ordinal))), Is.Empty, "tests without a sentence");
    }

    [Test]
    [KnownLimitation("`PlaceOrderAsync` asks the merchant once for each order")]
    public async Task Codes_ForSeveralAddresses_AreInOneCallback()
    {
        await using var merchant = await MerchantServer.StartAsync();
        merchant.AnswerWith(200, post => CalculatedCarts.AnswerTo(post.Body).ToXmlString());
        await using var sandbox = await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { CallbackTrustedCertificate = merchant.Authority });
        using var client = sandbox.CreateClient();
        var redirect = await client.CheckoutAsync(CalculatedCarts.All(merchant.CallbackUrl));
        var askedAtSignIn = merchant.Posts.Count;

        var placed = await sandbox.PlaceOrderAsync(redirect, buyer =>
        {
            buyer.OtherAddresses = [buyer.ShippingAddress with { City = "Chicago" }];
            buyer.Codes = ["FIRST", "SECOND", "THIRD"];
        });

        Assert.That((askedAtSignIn, merchant.Posts.Count), Is.EqualTo((0, 1)));
        Assert.That(sandbox.Calculations.Single().Callback.Calculate.MerchantCodeStrings, Has.Count.EqualTo(3));
        Assert.That(placed.OrderAdjustment!.MerchantCodes, Has.Count.EqualTo(3));
    }

    [Test]
    [KnownLimitation("Notifications of events without a callback URL are not pushed later")]
    public async Task CallbackUrl_SetLater_DoesNotPushEarlierNotifications()
    {
        await using var merchant = await MerchantServer.StartAsync();
        await using var sandbox = await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { CallbackTrustedCertificate = merchant.Authority });
        using var client = sandbox.CreateClient();
        var early = await PlaceAsync(sandbox, client);

        sandbox.CallbackUrl = merchant.CallbackUrl;
        await sandbox.AdvanceAsync(Review);
        await sandbox.AdvanceAsync(TimeSpan.FromHours(1));

        var history = await client.GetNotificationHistoryAsync(new NotificationHistoryRequest { OrderNumbers = [early.GoogleOrderNumber] }).ToListAsync();
        var token = await client.GetContinueTokenAsync(early.Timestamp!.Value);
        var polled = await client.PollNotificationsAsync(token).ToListAsync();
        Assert.That(merchant.Posts.Select(post => post.SerialNumber), Is.Not.Empty.And.None.EqualTo(early.SerialNumber));
        Assert.That(history[0].SerialNumber, Is.EqualTo(early.SerialNumber));
        Assert.That(polled[0].Notifications[0].SerialNumber, Is.EqualTo(early.SerialNumber));
    }

    [Test]
    [KnownLimitation("Advancing the clock by days causes one attempt")]
    public async Task Advance_ByDays_CausesOneAttempt()
    {
        await using var merchant = await MerchantServer.StartAsync();
        merchant.AnswerWith(500, "I am ill");
        await using var sandbox = await CheckoutSandbox.StartAsync(merchant.Options());
        using var client = sandbox.CreateClient();
        await PlaceAsync(sandbox, client);
        await sandbox.DeliverAsync();

        await sandbox.AdvanceAsync(TimeSpan.FromDays(3));

        Assert.That(sandbox.Deliveries.Select(delivery => delivery.Attempt), Is.EqualTo(new[] { 1, 2 }));
    }

    [Test]
    [KnownLimitation("It asks no carrier")]
    public async Task CarrierRates_ForDifferentAddresses_AreEqual()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = sandbox.CreateClient();
        var ground = new CarrierCalculatedShippingOption { ShippingCompany = ShippingCompanies.UPS, ShippingType = UpsShippingTypes.Ground, Price = new Money(99m, "USD") };
        var depot = new AnonymousAddress { Id = "depot", City = "Chicago", Region = "IL", PostalCode = "60601", CountryCode = "US" };
        var pound = new Item { ItemName = "Tea", ItemDescription = "Green", UnitPrice = new Money(15m, "USD"), Quantity = 1, ItemWeight = new ItemWeight { Value = 1m, Unit = WeightUnits.Pound } };
        var cart = CheckoutShoppingCart.Create(pound).WithShipping(new CarrierCalculatedShipping { CarrierCalculatedShippingOptions = [ground], ShippingPackages = [new ShippingPackage { ShipFrom = depot }] });

        var near = await sandbox.PlaceOrderAsync(await client.CheckoutAsync(cart));
        var far = await sandbox.PlaceOrderAsync(
            await client.CheckoutAsync(cart), buyer => buyer.ShippingAddress = buyer.ShippingAddress with { City = "Nome", Region = "AK", PostalCode = "99762" });

        Assert.That(near.OrderAdjustment!.Shipping!.ShippingCost, Is.EqualTo(new Money(7.00m, "USD")));
        Assert.That(far.OrderAdjustment!.Shipping, Is.EqualTo(near.OrderAdjustment.Shipping));
    }

    [Test]
    [KnownLimitation("It knows the account's tax rates, rounding and country")]
    public async Task Cart_WithoutShippingMethods_IsShippedByNone()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = sandbox.CreateClient();

        var placed = await sandbox.PlaceOrderAsync(await client.CheckoutAsync(SampleCarts.Books with { CheckoutFlowSupport = null }));

        Assert.That(placed.OrderAdjustment!.Shipping, Is.Null);
        Assert.That(placed.OrderTotal, Is.EqualTo(new Money(45.50m, "USD")));
    }

    [Test]
    [KnownLimitation("It has no pages for buyers")]
    public async Task RedirectUrl_InABrowser_Is404()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = sandbox.CreateClient();
        using var browser = new RawClient(sandbox) { Credentials = null };
        var redirect = await client.CheckoutAsync(SampleCarts.Books);

        var (status, answer) = await browser.SendAsync(HttpMethod.Get, new Uri(redirect.RedirectUrl).PathAndQuery, string.Empty);

        Assert.That((status, ((ErrorResponse)answer).ErrorMessage), Is.EqualTo((HttpStatusCode.NotFound, NothingThere)));
    }

    [TestCase("requestForm")]
    [TestCase("merchantCheckoutForm")]
    [TestCase("reportsForm")]
    [TestCase("checkoutForm")]
    [KnownLimitation("Name/value requests")]
    public async Task NameValue_ToAnyApi_Is404(string api)
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = new RawClient(sandbox) { ContentType = "application/x-www-form-urlencoded" };

        var (status, answer) = await client.PostAsync(api, "_type=hello");

        Assert.That((status, ((ErrorResponse)answer).ErrorMessage), Is.EqualTo((HttpStatusCode.NotFound, NothingThere)));
    }

    [Test]
    [KnownLimitation("It sends no e-mail")]
    public async Task BuyerMessage_Sent_IsOnlyStored()
    {
        await using var merchant = await MerchantServer.StartAsync();
        await using var sandbox = await CheckoutSandbox.StartAsync(merchant.Options());
        using var client = sandbox.CreateClient();
        var placed = await PlaceAsync(sandbox, client);

        await client.SendBuyerMessageAsync(placed.GoogleOrderNumber, "On its way", sendEmail: true);
        await sandbox.DeliverAsync();

        var kept = (SendBuyerMessageRequest)sandbox.Requests[^1].Message!;
        Assert.That((kept.Message, kept.SendEmail), Is.EqualTo(("On its way", (bool?)true)));
        Assert.That(sandbox.Requests[^1].Response, Is.InstanceOf<RequestReceivedResponse>());
        Assert.That(merchant.Posts.Select(post => post.SerialNumber), Is.EqualTo(new[] { placed.SerialNumber }));
        Assert.That(typeof(CheckoutSandbox).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name), Has.None.Contains("Mail"));
    }

    [Test]
    [KnownLimitation("It never responds to a refund with")]
    public async Task Refunds_InSequence_AreImmediate()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { ReviewDelay = TimeSpan.Zero });
        using var client = sandbox.CreateClient();
        var order = (await PlaceAsync(sandbox, client)).GoogleOrderNumber;
        await client.ChargeOrderAsync(order);

        List<Money> refunded = [];
        for (var refund = 0; refund < 5; refund++)
        {
            refunded.Add((await client.RefundOrderAsync(order, "Scratched", new Money(10m, "USD"))).RefundAmountNotification!.TotalRefundAmount);
        }

        Assert.That(refunded.Select(total => total.Amount), Is.EqualTo(new[] { 10m, 20m, 30m, 40m, 50m }));
    }

    private static async Task<NewOrderNotification> PlaceAsync(CheckoutSandbox sandbox, CheckoutClient client) =>
        await sandbox.PlaceOrderAsync(await client.CheckoutAsync(SampleCarts.Books));

    private static IReadOnlyList<string> SentencesOfTheReadme()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "src", "GoogleCheckout.Sandbox", "README.md")).ReplaceLineEndings("\n");
        var section = readme.Split("## What the sandbox does not do\n")[1].Split("\n## ")[0];
        return [.. section.Split("\n- ").Skip(1).SelectMany(line => EndOfSentence().Split(line.Trim().Replace("\n  ", " ", StringComparison.Ordinal)))];
    }

    [GeneratedRegex(@"(?<=\.) (?=[A-Z])")]
    private static partial Regex EndOfSentence();
}
