using System.Text;
using GoogleCheckout.Calculations;
using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using GoogleCheckout.Sandbox.Callbacks;
using NUnit.Framework;
using static GoogleCheckout.Sandbox.Calculations.CalculatedCarts;

namespace GoogleCheckout.Sandbox.Calculations;

/// <summary>Calculation callbacks to a merchant's server over TLS, with valid, invalid and missing responses.</summary>
[Parallelizable(ParallelScope.All)]
public class SandboxCalculationTests
{
    private static readonly Address Alaska = new() { Address1 = "1 Ice Road", City = "Nome", Region = "AK", PostalCode = "99762", CountryCode = "US" };

    [Test]
    public async Task Callback_ForAllAddresses_HasMethodsCodesAndTheCart([Values] CallbackFormat contents)
    {
        await using var merchant = await StartMerchantAsync();
        await using var sandbox = await CheckoutSandbox.StartAsync(Options(merchant, contents: contents));

        await OrderAsync(sandbox, All(merchant.CallbackUrl), buyer =>
        {
            buyer.OtherAddresses = [Alaska];
            buyer.Codes = ["second hand", "FIRST"];
            buyer.Language = "de_DE";
        });

        var post = merchant.Posts.Single();
        var question = CheckoutXml.Parse<MerchantCalculationCallback>(post.Body);
        Assert.Multiple(() =>
        {
            Assert.That(post.Authorization, Is.EqualTo($"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{sandbox.MerchantId}:{sandbox.MerchantKey}"))}"));
            Assert.That(post.ContentType, Is.EqualTo("application/xml; charset=UTF-8"));
            Assert.That(question.Calculate.Addresses.Select(address => address.Region), Is.EqualTo(new[] { "IL", "AK" }));
            Assert.That(question.Calculate.Addresses.Select(address => address.Id), Is.Unique);
            Assert.That(question.Calculate.Shipping.Select(method => method.Name), Is.EqualTo(new[] { "Parcel", "Bicycle" }));
            Assert.That(question.Calculate.MerchantCodeStrings.Select(code => code.Code), Is.EqualTo(new[] { "second hand", "FIRST" }));
            Assert.That(question.Calculate.Tax, Is.True);
            Assert.That((question.BuyerLanguage, question.BuyerId), Is.EqualTo(("de_DE", (long?)294873009217523)));
            Assert.That(question.ShoppingCart.MerchantPrivateData!.Text, Is.EqualTo("shop order 4711"));
            Assert.That(sandbox.Calculations.Single().Callback.ToXmlString(), Is.EqualTo(question.ToXmlString()));
        });
    }

    [Test]
    public async Task Callback_OfACart_IsValidBySchema()
    {
        SharedFolder.Require();
        await using var merchant = await StartMerchantAsync();
        await using var sandbox = await CheckoutSandbox.StartAsync(Options(merchant));

        await OrderAsync(sandbox, All(merchant.CallbackUrl), buyer => buyer.Codes = ["TEA"]);
        await OrderAsync(sandbox, CodesOnly(merchant.CallbackUrl), buyer => buyer.Codes = ["TEA"]);

        Assert.That(sandbox.Calculations, Has.Count.EqualTo(2));
        Assert.That(sandbox.Calculations.SelectMany(calculation => OfficialSchema.GetErrors(calculation.Callback.ToXElement())), Is.Empty);
    }

    [Test]
    public async Task Callback_MethodNotOfferedAtAnyAddress_OmitsIt()
    {
        await using var merchant = await StartMerchantAsync();
        await using var sandbox = await CheckoutSandbox.StartAsync(Options(merchant));

        await OrderAsync(sandbox, All(merchant.CallbackUrl), buyer => buyer.ShippingAddress = Alaska);

        Assert.That(sandbox.Calculations.Single().Callback.Calculate.Shipping.Select(method => method.Name), Is.EqualTo(new[] { "Parcel" }));
    }

    [Test]
    public async Task Response_InTime_SetsThePrice()
    {
        await using var merchant = await StartMerchantAsync();
        await using var sandbox = await CheckoutSandbox.StartAsync(Options(merchant));

        var order = await OrderAsync(sandbox, All(merchant.CallbackUrl), buyer => (buyer.ShippingMethod, buyer.Codes) = ("Bicycle", ["TEA", "MORE TEA"]));

        var adjustment = order.OrderAdjustment!;
        Assert.Multiple(() =>
        {
            Assert.That(sandbox.Calculations.Single().Issues, Is.Empty);
            Assert.That((int?)sandbox.Calculations.Single().StatusCode, Is.EqualTo(200));
            Assert.That(order.OrderTotal, Is.EqualTo(Usd(35m)));
            Assert.That(adjustment.MerchantCalculationSuccessful, Is.True);
            Assert.That((adjustment.Shipping!.ShippingName, adjustment.Shipping.ShippingCost), Is.EqualTo(("Bicycle", Usd(5m))));
            Assert.That(adjustment.Shipping, Is.InstanceOf<MerchantCalculatedShippingAdjustment>());
            Assert.That(adjustment.TotalTax, Is.EqualTo(Usd(4m)));
            Assert.That(adjustment.MerchantCodes.Select(code => (code.Code, code.AppliedAmount, code.Message)), Is.EqualTo(new[] { ("TEA", Usd(2m), "Thank you."), ("MORE TEA", Usd(2m), "Thank you.") }));
        });
    }

    [TestCaseSource(nameof(Useless))]
    public async Task Response_Invalid_UsesPricesAndRatesOfTheCart(int status, Func<string, string> answer, string issue)
    {
        await using var merchant = await MerchantServer.StartAsync();
        merchant.AnswerWith(status, post => answer(post.Body));
        await using var sandbox = await CheckoutSandbox.StartAsync(Options(merchant));

        var order = await OrderAsync(sandbox, All(merchant.CallbackUrl), buyer => buyer.Codes = ["TEA"]);

        AssertFallback(order);
        Assert.That(sandbox.Calculations.Single().Issues, Has.Some.Contains(issue));
        Assert.That(sandbox.Calculations.Single().ToString(), Does.StartWith("1 address, 2 methods, 1 code: ").And.Contains(issue).And.Not.Contains("TEA"));
    }

    [Test]
    public async Task Response_Late_UsesPricesAndRatesOfTheCart()
    {
        await using var merchant = await MerchantServer.StartAsync();
        merchant.Answer = async (_, cancellationToken) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return (200, string.Empty);
        };
        await using var sandbox = await CheckoutSandbox.StartAsync(Options(merchant, timeout: TimeSpan.FromMilliseconds(500)));

        var order = await OrderAsync(sandbox, All(merchant.CallbackUrl), buyer => buyer.Codes = ["TEA"]);

        AssertFallback(order);
        Assert.That(sandbox.Calculations.Single().Issues, Is.EqualTo(new[] { "The merchant did not respond within 0.5 s." }));
    }

    [Test]
    public async Task CalculationTimeout_ByDefault_IsThreeSeconds()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();

        Assert.That(new CheckoutSandboxOptions().CalculationTimeout, Is.EqualTo(TimeSpan.FromSeconds(3)));
        Assert.That(sandbox.Calculations, Is.Empty);
    }

    [TestCaseSource(nameof(Incomplete))]
    public async Task Response_WithoutOneResult_IsUsedForTheOthers(Func<IReadOnlyList<Result>, IEnumerable<Result>> change, string issue)
    {
        await using var merchant = await StartMerchantAsync(change);
        await using var sandbox = await CheckoutSandbox.StartAsync(Options(merchant));

        var answered = await OrderAsync(sandbox, All(merchant.CallbackUrl), buyer => buyer.ShippingMethod = "Bicycle");
        var missing = await OrderAsync(sandbox, All(merchant.CallbackUrl), buyer => buyer.ShippingMethod = "Parcel");

        Assert.That((answered.OrderTotal, answered.OrderAdjustment!.MerchantCalculationSuccessful), Is.EqualTo((Usd(39m), (bool?)true)));
        Assert.That((missing.OrderAdjustment!.Shipping!.ShippingCost, missing.OrderAdjustment.MerchantCalculationSuccessful), Is.EqualTo((Usd(9m), (bool?)false)));
        Assert.That(
            sandbox.Calculations.Select(calculation => calculation.Issues.Single()),
            Is.EqualTo(sandbox.Calculations.Select(calculation => $"results/result[@address-id='{calculation.Callback.Calculate.Addresses[0].Id}' and @shipping-name='Parcel']{issue}")));
    }

    [Test]
    public async Task Response_WithUnrequestedResults_IgnoresThemWithAnIssue()
    {
        await using var merchant = await StartMerchantAsync(results => [results[0] with { ShippingName = "Zeppelin", ShippingRate = Usd(1000m) }, .. results, results[0] with { AddressId = "nobody's" }]);
        await using var sandbox = await CheckoutSandbox.StartAsync(Options(merchant));

        var order = await OrderAsync(sandbox, All(merchant.CallbackUrl));

        Assert.That((order.OrderTotal, order.OrderAdjustment!.MerchantCalculationSuccessful), Is.EqualTo((Usd(39m), (bool?)true)));
        Assert.That(sandbox.Calculations.Single().Issues, Has.Count.EqualTo(2).And.All.Contains("not requested"));
    }

    [Test]
    public async Task ShippingMethod_NotShippable_IsRejectedAndNotSelected()
    {
        await using var merchant = await StartMerchantAsync(results => [results[0] with { Shippable = false }, .. results.Skip(1)]);
        await using var sandbox = await CheckoutSandbox.StartAsync(Options(merchant));

        var refusal = Assert.ThrowsAsync<ArgumentException>(() => OrderAsync(sandbox, All(merchant.CallbackUrl), buyer => buyer.ShippingMethod = "Parcel"))!;
        var order = await OrderAsync(sandbox, All(merchant.CallbackUrl));

        Assert.That(refusal.Message, Is.EqualTo("The shipping method 'Parcel' is not offered at the buyer's address: the merchant responded that it is not shippable."));
        Assert.That(order.OrderAdjustment!.Shipping!.ShippingName, Is.EqualTo("Bicycle"));
    }

    [Test]
    public async Task ShippingMethods_NoneShippable_RejectsTheOrder()
    {
        await using var merchant = await StartMerchantAsync(results => results.Select(result => result with { Shippable = false }));
        await using var sandbox = await CheckoutSandbox.StartAsync(Options(merchant));

        Assert.That(() => OrderAsync(sandbox, All(merchant.CallbackUrl)), Throws.ArgumentException.With.Message.EqualTo("No shipping method of the cart is offered at the buyer's address."));
    }

    [Test]
    public async Task Restrictions_OfACalculatedMethod_ApplyOnlyToTheFallbackPrice()
    {
        await using var merchant = await StartMerchantAsync();
        await using var sandbox = await CheckoutSandbox.StartAsync(Options(merchant));
        var cart = All(merchant.CallbackUrl);
        var restricted = new MerchantCalculatedShipping
        {
            Name = "Parcel",
            Price = Usd(9m),
            ShippingRestrictions = new ShippingRestrictions { AllowedAreas = [new USStateArea { State = "AK" }] },
        };
        cart = cart with { CheckoutFlowSupport = cart.CheckoutFlowSupport! with { ShippingMethods = [restricted] } };

        var answered = await OrderAsync(sandbox, cart);
        merchant.AnswerWith(500, string.Empty);
        var byName = Assert.ThrowsAsync<ArgumentException>(() => OrderAsync(sandbox, cart, buyer => buyer.ShippingMethod = "Parcel"));
        var byItself = Assert.ThrowsAsync<ArgumentException>(() => OrderAsync(sandbox, cart));

        Assert.That(answered.OrderTotal, Is.EqualTo(Usd(39m)));
        Assert.That(byName!.Message, Does.Contain("'Parcel' is not available"));
        Assert.That(byItself!.Message, Does.Contain("No shipping method"));
    }

    [Test]
    public async Task Callback_ForCodesOnly_IsSentIfThereAreCodes()
    {
        await using var merchant = await StartMerchantAsync();
        await using var sandbox = await CheckoutSandbox.StartAsync(Options(merchant));

        var without = await OrderAsync(sandbox, CodesOnly(merchant.CallbackUrl));
        var with = await OrderAsync(sandbox, CodesOnly(merchant.CallbackUrl), buyer => buyer.Codes = ["TEA"]);
        merchant.AnswerWith(503, string.Empty);
        var failed = await OrderAsync(sandbox, CodesOnly(merchant.CallbackUrl), buyer => buyer.Codes = ["TEA"]);

        Assert.That(sandbox.Calculations, Has.Count.EqualTo(2));
        Assert.That(new[] { without, with, failed }.Select(order => (order.OrderTotal, order.OrderAdjustment!.MerchantCalculationSuccessful)), Is.EqualTo(new[]
        {
            (Usd(30m), (bool?)null), (Usd(28m), true), (Usd(30m), false),
        }));
    }

    [Test]
    public async Task Codes_UnknownToTheMerchant_AreNotApplied()
    {
        await using var merchant = await StartMerchantAsync(results => results.Select(result => result with
        {
            MerchantCodeResults = [new CouponResult { Valid = false, Code = "TEA", Message = "We do not know this code." }],
        }));
        await using var sandbox = await CheckoutSandbox.StartAsync(Options(merchant));
        var cart = CodesOnly(merchant.CallbackUrl);
        var forCertificates = cart.CheckoutFlowSupport!.MerchantCalculations! with { AcceptMerchantCoupons = null, AcceptGiftCertificates = true };

        var order = await OrderAsync(sandbox, cart with { CheckoutFlowSupport = cart.CheckoutFlowSupport with { MerchantCalculations = forCertificates } }, buyer => buyer.Codes = ["TEA"]);

        Assert.That(sandbox.Calculations.Single().Issues, Is.Empty);
        Assert.That((order.OrderTotal, order.OrderAdjustment!.MerchantCalculationSuccessful), Is.EqualTo((Usd(30m), (bool?)true)));
    }

    [Test]
    public async Task Codes_OfAKindTheCartDoesNotAccept_AreNotApplied()
    {
        await using var merchant = await StartMerchantAsync(results => results.Select(result => result with
        {
            MerchantCodeResults = [new GiftCertificateResult { Valid = true, Code = "TEA", CalculatedAmount = Usd(2m) }],
        }));
        await using var sandbox = await CheckoutSandbox.StartAsync(Options(merchant));

        var order = await OrderAsync(sandbox, CodesOnly(merchant.CallbackUrl), buyer => buyer.Codes = ["TEA"]);

        Assert.That((order.OrderTotal, order.OrderAdjustment!.MerchantCodes), Is.EqualTo((Usd(30m), Array.Empty<MerchantCodeAdjustment>())));
        Assert.That(sandbox.Calculations.Single().Issues, Has.One.Contains("of a kind that the cart does not accept"));
    }

    [Test]
    public async Task Codes_ForACartThatAcceptsNone_Throw()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();

        Assert.That(() => OrderAsync(sandbox, SampleCarts.Books, buyer => buyer.Codes = ["TEA"]), Throws.ArgumentException.With.Message.Contains("accepts no codes"));
    }

    [Test]
    public async Task PlaceOrderAsync_CanceledDuringTheCallback_PlacesNoOrder()
    {
        using var giveUp = new CancellationTokenSource();
        await using var merchant = await MerchantServer.StartAsync();
        merchant.Answer = async (_, cancellationToken) =>
        {
            await giveUp.CancelAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return (200, string.Empty);
        };
        await using var sandbox = await CheckoutSandbox.StartAsync(Options(merchant, timeout: TimeSpan.FromMinutes(1)));
        using var client = sandbox.CreateClient();
        var redirect = await client.CheckoutAsync(All(merchant.CallbackUrl));

        Assert.That(() => sandbox.PlaceOrderAsync(redirect, cancellationToken: giveUp.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(sandbox.Calculations, Is.Empty);
    }

    private static IEnumerable<TestCaseData> Useless()
    {
        yield return Case(500, "HTTP 500", question => AnswerTo(question).ToXmlString(), "The merchant responded with status 500.");
        yield return Case(302, "a redirect", _ => string.Empty, "The merchant responded with status 302.");
        yield return Case(200, "no body", _ => string.Empty, "Error parsing merchant calculation results: ");
        yield return Case(200, "bad XML", question => AnswerTo(question).ToXmlString()[..^10], "Error parsing merchant calculation results: ");
        yield return Case(200, "another document", _ => MerchantServer.Acknowledge("1"), "Error parsing merchant calculation results: ");
        yield return Case(200, "no cells", question => AnswerTo(question, _ => []), "is missing");

        static TestCaseData Case(int status, string name, Func<string, string> answer, string issue) =>
            new TestCaseData(status, answer, issue).SetName($"Response_Invalid_UsesPricesAndRatesOfTheCart: {name}");
    }

    private static IEnumerable<TestCaseData> Incomplete()
    {
        yield return Case("missing", results => results.Skip(1), " is missing.");
        yield return Case("in pounds", results => [results[0] with { ShippingRate = new Money(5m, "GBP") }, .. results.Skip(1)], "/shipping-rate must be in USD, the currency of the cart; the price in the cart is used.");

        static TestCaseData Case(string name, Func<IReadOnlyList<Result>, IEnumerable<Result>> change, string issue) =>
            new TestCaseData(change, issue).SetName($"Response_WithoutOneResult_IsUsedForTheOthers: {name}");
    }

    // Parcel at 9.00, and 10 % tax on 30.00.
    private static void AssertFallback(NewOrderNotification order) => Assert.Multiple(() =>
    {
        Assert.That(order.OrderTotal, Is.EqualTo(Usd(42m)));
        Assert.That(order.OrderAdjustment!.MerchantCalculationSuccessful, Is.False);
        Assert.That((order.OrderAdjustment.Shipping!.ShippingName, order.OrderAdjustment.Shipping.ShippingCost), Is.EqualTo(("Parcel", Usd(9m))));
        Assert.That(order.OrderAdjustment.TotalTax, Is.EqualTo(Usd(3m)));
        Assert.That(order.OrderAdjustment.MerchantCodes, Is.Empty);
    });

    private static async Task<MerchantServer> StartMerchantAsync(Func<IReadOnlyList<Result>, IEnumerable<Result>>? change = null)
    {
        var merchant = await MerchantServer.StartAsync();
        merchant.AnswerWith(200, post => AnswerTo(post.Body, change ?? (results => results)));
        return merchant;
    }

    private static CheckoutSandboxOptions Options(MerchantServer merchant, TimeSpan? timeout = null, CallbackFormat contents = CallbackFormat.Xml) => new()
    {
        CallbackTrustedCertificate = merchant.Authority,
        CallbackFormat = contents,
        CalculationTimeout = timeout ?? TimeSpan.FromMinutes(1),
    };

    private static async Task<NewOrderNotification> OrderAsync(CheckoutSandbox sandbox, CheckoutShoppingCart cart, Action<SandboxBuyer>? buyer = null)
    {
        using var client = sandbox.CreateClient();
        return await sandbox.PlaceOrderAsync(await client.CheckoutAsync(cart), buyer);
    }
}
