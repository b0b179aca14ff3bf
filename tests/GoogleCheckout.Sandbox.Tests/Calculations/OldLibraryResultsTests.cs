using System.Globalization;
using GoogleCheckout.Calculations;
using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using GoogleCheckout.Sandbox.Callbacks;
using NUnit.Framework;
using static GoogleCheckout.Sandbox.Calculations.CalculatedCarts;

namespace GoogleCheckout.Sandbox.Calculations;

/// <summary>Calculation results as old libraries wrote them, and with errors: each value is judged by itself.</summary>
[Parallelizable(ParallelScope.All)]
public class OldLibraryResultsTests
{
    private const string Parcel = "<shipping-rate currency='USD'>7.03</shipping-rate><shippable>true</shippable>";
    private const string Tax = "<total-tax currency='USD'>0.46</total-tax>";

    // The goods cost 30.00. The cart has 9.00 for Parcel, and 10 % tax.
    private static IEnumerable<TestCaseData> Results()
    {
        yield return Case("complete", Parcel + Tax + Codes(Coupon("SAVE1", "1.00") + Certificate("GIFT2", "2.00")), 34.49, true, string.Empty);
        yield return Case("coupons first", Parcel + Tax + Codes(Coupon("SAVE1", "1.00") + Certificate("GIFT2", "2.00")), 34.49, true, string.Empty, "GIFT2", "SAVE1");
        yield return Case("codes from last to first", Parcel + Tax + Codes(Coupon("C3", "3.00") + Coupon("C2", "2.00") + Coupon("C1", "1.00")), 31.49, true, string.Empty, "C1", "C2", "C3");
        yield return Case("a code entered and answered twice", Parcel + Tax + Codes(Coupon("SAVE1", "1.00") + Coupon("SAVE1", "1.00")), 36.49, true, string.Empty, "SAVE1", "save1");
        yield return Case("a code entered once and answered twice", Parcel + Tax + Codes(Coupon("SAVE1", "1.00") + Coupon("SAVE1", "5.00")), 36.49, true, "*[2] is a second result", "SAVE1");
        yield return Case("a code entered twice and answered once", Parcel + Tax + Codes(Coupon("SAVE1", "1.00")), 36.49, true, string.Empty, "SAVE1", "SAVE1");
        yield return Case("no currency of a code", Parcel + Tax + Codes("<coupon-result><valid>true</valid><code>SAVE1</code><calculated-amount>1.00</calculated-amount></coupon-result>"), 36.49, true, string.Empty, "SAVE1");
        yield return Case("no currency at all", "<shipping-rate>7.03</shipping-rate><shippable>true</shippable><total-tax>0.46</total-tax>", 37.49, true, string.Empty, []);
        yield return Case("no tax", Parcel, 37.03, true, "/total-tax is missing", []);
        yield return Case("empty tax", Parcel + "<total-tax/>", 37.03, true, "/total-tax is missing", []);
        yield return Case("no tax, but a code", Parcel + Codes(Coupon("SAVE1", "1.00")), 36.03, true, "/total-tax is missing", "SAVE1");
        yield return Case("tax below zero", Parcel + "<total-tax currency='USD'>-1</total-tax>", 40.03, false, "/total-tax must not be negative; the rates in the cart are used", []);
        yield return Case("another currency of the rate", "<shipping-rate currency='GBP'>7.03</shipping-rate><shippable>true</shippable>" + Tax, 39.46, false, "/shipping-rate must be in USD", []);
        yield return Case("empty rate and shippable", "<shipping-rate/><shippable/>" + Tax, 39.46, false, "/shipping-rate is missing", []);
        yield return Case("a code that was not entered", Parcel + Tax + Codes(Coupon("SAVE1", "1.00") + Coupon("MORE", "20.00")), 36.49, true, "*[2] has a code that the buyer did not enter", "SAVE1");
        yield return Case("no result for a code", Parcel + Tax, 37.49, true, "has no result for 1 of 1 codes", "SAVE1");
        yield return Case("one good code of two", Parcel + Tax + Codes(Coupon("BAD", "-5.00") + Coupon("SAVE1", "1.00")), 36.49, true, "*[1] has a calculated-amount that must not be negative", "BAD", "SAVE1");
        yield return Case("twice the same result", Parcel + Tax + $"</result><result address-id='ADDRESS' shipping-name='Parcel'>{Parcel}<total-tax currency='USD'>9.00</total-tax>", 37.49, true, "occurs 2 times; the first counts", []);

        static TestCaseData Case(string name, string result, double total, bool isSuccessful, string issue, params string[] codes) =>
            new TestCaseData(result, (decimal)total, isSuccessful, issue, codes.Length == 0 && name is "complete" ? ["SAVE1", "GIFT2"] : codes).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(Results))]
    public async Task Result_OfAnOldLibrary_CountsWhatIsValid(string result, decimal total, bool isSuccessful, string issue, string[] codes)
    {
        await using var merchant = await StartMerchantAsync(id => $"<result address-id='{id}' shipping-name='Parcel'>{result.Replace("ADDRESS", id, StringComparison.Ordinal)}</result>");
        await using var sandbox = await StartSandboxAsync(merchant);

        var order = await OrderAsync(sandbox, WithCodes(All(merchant.CallbackUrl)), codes);

        var calculation = sandbox.Calculations.Single();
        var concerned = calculation.Issues.Where(each => !each.Contains("'Bicycle'", StringComparison.Ordinal)).ToList();
        Assert.Multiple(() =>
        {
            Assert.That((order.OrderTotal, order.OrderAdjustment!.MerchantCalculationSuccessful), Is.EqualTo((Usd(total), (bool?)isSuccessful)));
            Assert.That(concerned, issue.Length == 0 ? Is.Empty : Has.Some.Contains(issue));
            Assert.That(calculation.ToString(), Does.Contain(" count. ").And.Not.Contain("SAVE1").And.Not.Contain("GIFT2"));
        });
    }

    [TestCase("", 0.46)]
    [TestCase("shipping-name=''", 0.46)]
    public async Task ShippingName_EmptyWithoutMethods_IsNone(string attribute, decimal tax)
    {
        await using var merchant = await StartMerchantAsync(id => $"<result address-id='{id}' {attribute}><shipping-rate/><shippable/>{Tax}{Codes(Coupon("SAVE1", "1.00"))}</result>");
        await using var sandbox = await StartSandboxAsync(merchant);
        var cart = WithCodes(All(merchant.CallbackUrl));
        cart = cart with { CheckoutFlowSupport = cart.CheckoutFlowSupport! with { ShippingMethods = [] } };

        var order = await OrderAsync(sandbox, cart, "SAVE1");

        Assert.That((order.OrderTotal, order.OrderAdjustment!.TotalTax, sandbox.Calculations.Single().Issues), Is.EqualTo((Usd(29m + tax), Usd(tax), Array.Empty<string>())));
        Assert.That(sandbox.Calculations.Single().ToString(), Is.EqualTo("1 address, 0 methods, 1 code: completed"));
    }

    [TestCase(true, 37.03)]
    [TestCase(false, 40.03)]
    public async Task MissingTaxIsZero_ResultWithoutTax_IsZeroOrTheRatesOfTheCart(bool isZero, decimal total)
    {
        await using var merchant = await StartMerchantAsync(id => $"<result address-id='{id}' shipping-name='Parcel'>{Parcel}</result>");
        await using var sandbox = await StartSandboxAsync(merchant, new SandboxRules { MissingTaxIsZero = isZero });

        var order = await OrderAsync(sandbox, All(merchant.CallbackUrl));

        Assert.That((order.OrderTotal, order.OrderAdjustment!.MerchantCalculationSuccessful), Is.EqualTo((Usd(total), (bool?)isZero)));
    }

    [Test]
    public async Task ToString_SomeValuesCount_SaysHowMany()
    {
        await using var merchant = await StartMerchantAsync(id => $"<result address-id='{id}' shipping-name='Parcel'>{Parcel}{Tax}{Codes(Coupon("SAVE1", "1.00"))}</result>");
        await using var sandbox = await StartSandboxAsync(merchant);

        await OrderAsync(sandbox, WithCodes(All(merchant.CallbackUrl)), "SAVE1");

        Assert.That(sandbox.Calculations.Single().ToString(), Does.StartWith("1 address, 2 methods, 1 code: 1 shipping rate, 1 tax and 1 code result count. results/result[").And.EndsWith("@shipping-name='Bicycle'] is missing."));
    }

    private static string Codes(string codes) => $"<merchant-code-results>{codes}</merchant-code-results>";

    private static string Coupon(string code, string amount) => $"<coupon-result><valid>true</valid><code>{code}</code><calculated-amount currency='USD'>{amount}</calculated-amount></coupon-result>";

    private static string Certificate(string code, string amount) => $"<gift-certificate-result><valid>true</valid><code>{code}</code><calculated-amount currency='USD'>{amount}</calculated-amount></gift-certificate-result>";

    private static CheckoutShoppingCart WithCodes(CheckoutShoppingCart cart) => cart with
    {
        CheckoutFlowSupport = cart.CheckoutFlowSupport! with
        {
            MerchantCalculations = cart.CheckoutFlowSupport.MerchantCalculations! with { AcceptMerchantCoupons = true, AcceptGiftCertificates = true },
        },
    };

    private static async Task<MerchantServer> StartMerchantAsync(Func<string, string> answer)
    {
        var merchant = await MerchantServer.StartAsync();
        merchant.AnswerWith(200, post =>
        {
            var id = CheckoutXml.Parse<MerchantCalculationCallback>(post.Body).Calculate.Addresses[0].Id;
            return string.Create(CultureInfo.InvariantCulture, $"<merchant-calculation-results xmlns='http://checkout.google.com/schema/2'><results>{answer(id)}</results></merchant-calculation-results>");
        });
        return merchant;
    }

    private static Task<CheckoutSandbox> StartSandboxAsync(MerchantServer merchant, SandboxRules? rules = null) => CheckoutSandbox.StartAsync(new CheckoutSandboxOptions
    {
        CallbackTrustedCertificate = merchant.Authority,
        CalculationTimeout = TimeSpan.FromMinutes(1),
        Rules = rules ?? new SandboxRules(),
    });

    private static async Task<NewOrderNotification> OrderAsync(CheckoutSandbox sandbox, CheckoutShoppingCart cart, params string[] codes)
    {
        using var client = sandbox.CreateClient();
        return await sandbox.PlaceOrderAsync(await client.CheckoutAsync(cart), buyer => (buyer.Codes, buyer.ShippingMethod) = (codes, cart.CheckoutFlowSupport!.ShippingMethods.Count == 0 ? null : "Parcel"));
    }
}
