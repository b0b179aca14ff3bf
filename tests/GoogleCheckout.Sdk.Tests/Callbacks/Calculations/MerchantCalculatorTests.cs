using NUnit.Framework;
using static GoogleCheckout.Calculations.SampleCallbacks;

namespace GoogleCheckout.Calculations;

/// <summary>Tests each rule of the results, and each error of a merchant's method.</summary>
public class MerchantCalculatorTests
{
    [TestCase(new[] { "a1", "a2" }, new[] { "Parcel", "Overnight" }, new[] { "a1 Parcel", "a1 Overnight", "a2 Parcel", "a2 Overnight" })]
    [TestCase(new[] { "a1", "a2" }, new string[0], new[] { "a1 ", "a2 " })]
    [TestCase(new[] { "a1" }, new[] { " Parcel ", "parcel" }, new[] { "a1  Parcel ", "a1 parcel" })]
    [TestCase(new[] { "a1", "A1", "a1" }, new[] { "Parcel", "Parcel" }, new[] { "a1 Parcel", "A1 Parcel" })]
    [TestCase(new string[0], new[] { "Parcel" }, new string[0])]
    public async Task CalculateAsync_AddressesAndMethods_ReturnsOneResultForEach(string[] addresses, string[] methods, string[] expected)
    {
        var results = await new StubCalculator().CalculateAsync(Of(addresses, methods, [], true, Usd(10m)), CancellationToken.None);

        Assert.That(results.Results.Select(result => $"{result.AddressId} {result.ShippingName}"), Is.EqualTo(expected));
    }

    [TestCase(true, true)]
    [TestCase(false, false)]
    [TestCase(null, false)]
    public async Task CalculateAsync_TaxRequestedOrNot_ReturnsTaxOnlyIfRequested(bool? isRequested, bool expected)
    {
        var results = await new StubCalculator().CalculateAsync(Of(["a1"], ["Parcel"], [], isRequested, Usd(10m)), CancellationToken.None);

        Assert.That(results.Results.Single().TotalTax is not null, Is.EqualTo(expected));
    }

    [Test]
    public async Task CalculateAsync_WithoutMethods_ReturnsNoShipping()
    {
        var calculator = new StubCalculator();

        var result = (await calculator.CalculateAsync(Of(["a1"], [], [], true, Usd(10m)), CancellationToken.None)).Results.Single();

        Assert.Multiple(() =>
        {
            Assert.That((result.ShippingName, result.Shippable, result.ShippingRate), Is.EqualTo(((string?)null, (bool?)null, (Money?)null)));
            Assert.That(calculator.Asked.Single(), Is.InstanceOf<TaxCalculationContext>());
        });
    }

    [Test]
    public async Task CalculateAsync_NotShippable_HidesTheMethodWithoutCalculatingTax()
    {
        var calculator = new StubCalculator { Shipping = _ => null };
        var callback = Of(["a1"], ["Parcel"], [], true, Usd(10m));

        var results = await calculator.CalculateAsync(callback, CancellationToken.None);

        Assert.Multiple(() =>
        {
            Assert.That(results.Results.Single(), Has.Property(nameof(Result.Shippable)).False);
            Assert.That(results.Results.Single().ShippingRate, Is.EqualTo(Usd(0m)));
            Assert.That(results.Results.Single().TotalTax, Is.EqualTo(Usd(0m)));
            Assert.That(calculator.Asked, Has.None.InstanceOf<TaxCalculationContext>());
            Assert.That(MerchantCalculationValidator.Validate(callback, results), Is.Empty);
        });
    }

    [Test]
    public async Task CalculateAsync_Codes_ValidatesEachOnceBeforeShippingAndTax()
    {
        var calculator = new StubCalculator();
        var callback = Of(["a1", "a2"], ["Parcel"], ["one", "two"], true, Usd(10m));

        var results = await calculator.CalculateAsync(callback, CancellationToken.None);

        Assert.Multiple(() =>
        {
            Assert.That(calculator.Asked.Select(context => context.GetType().Name), Is.EqualTo(new[]
            {
                nameof(CodeValidationContext), nameof(CodeValidationContext), nameof(ShippingCalculationContext), nameof(TaxCalculationContext), nameof(ShippingCalculationContext), nameof(TaxCalculationContext),
            }));
            Assert.That(calculator.Asked.Select(context => context.CodeResults.Count), Is.EqualTo(new[] { 0, 1, 2, 2, 2, 2 }));
            Assert.That(results.Results.Select(result => string.Join(' ', result.MerchantCodeResults.Select(code => code.Code))), Is.All.EqualTo("one two"));
        });
    }

    [Test]
    public void CalculateAsync_CanceledInAMethod_CallsNoOtherMethod()
    {
        using var source = new CancellationTokenSource();
        var calculator = new StubCalculator
        {
            Tax = _ =>
            {
                source.Cancel();
                return Usd(1m);
            },
        };

        Assert.That(() => calculator.CalculateAsync(Of(["a1", "a2"], ["Parcel"], [], true, Usd(10m)), source.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(calculator.Asked, Has.Count.EqualTo(2));
    }

    // No method is called for a result without shipping and tax, or for a code that was entered before.
    [TestCase(false)]
    [TestCase(true)]
    public void CalculateAsync_CanceledWithoutAMethodToCall_Throws(bool hasCodes)
    {
        string[] codes = hasCodes ? ["one", "one"] : [];
        using var source = new CancellationTokenSource();
        var calculator = new StubCalculator
        {
            Code = context =>
            {
                source.Cancel();
                return context.Invalid("No.");
            },
        };
        if (!hasCodes)
        {
            source.Cancel();
        }

        Assert.That(() => calculator.CalculateAsync(Of(["a1", "a2"], [], codes, false, Usd(10m)), source.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task CalculateAsync_CodesInAContext_DoNotGrowAfterwards()
    {
        var calculator = new StubCalculator();

        await calculator.CalculateAsync(Of(["a1"], [], ["one", "two", "three"], false, Usd(10m)), CancellationToken.None);

        Assert.That(calculator.Asked.Select(context => string.Join(' ', context.CodeResults.Select(result => result.Code))), Is.EqualTo(new[] { "", "one", "one two" }));
    }

    [TestCase("79228162514264337593543950335")]
    [TestCase("600000000000")]
    public void Subtotal_PriceBeyondAnyOrder_ThrowsInvalidOperationException(string price)
    {
        var callback = Of(["a1"], ["Parcel"], [], true, Usd(decimal.Parse(price, System.Globalization.CultureInfo.InvariantCulture)));
        var context = new CodeValidationContext { Callback = callback, Code = "one" };

        Assert.That(() => context.Subtotal, Throws.InvalidOperationException.With.Message.Contains("exceeds the maximum of an order"));
    }

    [Test]
    public async Task CalculateAsync_WithoutAddresses_CallsNoMethod()
    {
        var calculator = new StubCalculator();

        await calculator.CalculateAsync(Of([], ["Parcel"], ["one"], true, Usd(10m)), CancellationToken.None);

        Assert.That(calculator.Asked, Is.Empty);
    }

    [Test]
    public async Task CalculateAsync_RepeatedCode_AcceptsOnlyTheFirst()
    {
        var calculator = new StubCalculator { Code = context => context.GiftCertificate(Usd(3m)) };

        var codes = (await calculator.CalculateAsync(Of(["a1"], [], ["Gift1", "GIFT1"], false, Usd(10m)), CancellationToken.None)).Results.Single().MerchantCodeResults;

        Assert.Multiple(() =>
        {
            Assert.That(calculator.Asked, Has.Count.EqualTo(1));
            Assert.That(codes, Is.All.InstanceOf<GiftCertificateResult>(), "the kind that the cart accepted the first time");
            Assert.That(codes.Select(code => (code.Code, code.Valid)), Is.EqualTo(new[] { ("Gift1", true), ("GIFT1", false) }));
            Assert.That(codes[1].CalculatedAmount, Is.Null);
            Assert.That(codes[1].Message, Is.EqualTo("You have entered this code already."));
        });
    }

    [Test]
    public async Task CalculateAsync_UnknownCode_ReturnsAnInvalidCoupon()
    {
        var calculator = new StubCalculator { Code = context => context.Invalid("No such code.") };

        var code = (await calculator.CalculateAsync(Of(["a1"], [], ["one"], false, Usd(10m)), CancellationToken.None)).Results.Single().MerchantCodeResults.Single();

        Assert.That(code, Is.EqualTo(new CouponResult { Valid = false, Code = "one", Message = "No such code." }));
    }

    [Test]
    public async Task CalculateAsync_ResultWithAnotherCode_ReturnsTheRequestedCode()
    {
        var calculator = new StubCalculator { Code = _ => new CouponResult { Valid = true, Code = "ONE" } };

        var code = (await calculator.CalculateAsync(Of(["a1"], [], ["one"], false, Usd(10m)), CancellationToken.None)).Results.Single().MerchantCodeResults.Single();

        Assert.That(code.Code, Is.EqualTo("one"));
    }

    [TestCaseSource(nameof(Messages))]
    public async Task CalculateAsync_LongMessage_TruncatesIt(string message, string expected)
    {
        var calculator = new StubCalculator { Code = context => context.Invalid(message) };

        var code = (await calculator.CalculateAsync(Of(["a1"], [], ["one"], false, Usd(10m)), CancellationToken.None)).Results.Single().MerchantCodeResults.Single();

        Assert.That(code.Message, Is.EqualTo(expected));
        Assert.That(code.Message!.EnumerateRunes().Count(), Is.AtMost(255));
    }

    [TestCaseSource(nameof(InvalidCalculators))]
    public void CalculateAsync_InvalidResult_ThrowsWithMethodAndPlace(MerchantCalculator calculator, string expected)
    {
        var exception = Assert.ThrowsAsync<InvalidOperationException>(() => calculator.CalculateAsync(Of(["a1"], ["Parcel"], ["secret-code"], true, Usd(10m)), CancellationToken.None));

        Assert.That(exception!.Message, Does.StartWith(expected).And.Not.Contains("secret-code"));
    }

    [TestCase(new[] { "Parcel" }, new string[0], false, "CalculateShippingAsync")]
    [TestCase(new string[0], new string[0], true, "CalculateTaxAsync")]
    [TestCase(new string[0], new[] { "one" }, false, "ValidateCodeAsync")]
    public void CalculateAsync_MethodNotOverridden_ThrowsWithItsName(string[] methods, string[] codes, bool tax, string expected)
    {
        var exception = Assert.ThrowsAsync<NotSupportedException>(() => new EmptyCalculator().CalculateAsync(Of(["a1"], methods, codes, tax, Usd(10m)), CancellationToken.None));

        Assert.That(exception!.Message, Does.StartWith($"EmptyCalculator.{expected} is not overridden"));
    }

    [Test]
    public async Task CalculateAsync_NothingRequested_NeedsNoOverride()
    {
        var callback = Of(["a1"], [], [], false, Usd(10m));

        var results = await new EmptyCalculator().CalculateAsync(callback, CancellationToken.None);

        Assert.That(MerchantCalculationValidator.Validate(callback, results), Is.Empty);
    }

    [Test]
    public async Task CalculateAsync_CartWithoutItems_AcceptsAnyCurrency()
    {
        var calculator = new StubCalculator { Shipping = context => context.Address.Id == "a1" ? Usd(5m) : null };
        var callback = Of(["a1", "a2"], ["Parcel"], ["one"]);

        var results = await calculator.CalculateAsync(callback, CancellationToken.None);

        Assert.Multiple(() =>
        {
            Assert.That(results.Results[0].ShippingRate, Is.EqualTo(Usd(5m)));
            Assert.That(results.Results[1].ShippingRate, Is.Null, "without a currency, 0 cannot be expressed");
            Assert.That(calculator.Asked.Select(context => context.Subtotal.Amount), Is.All.Zero);
            Assert.That(MerchantCalculationValidator.Validate(callback, results), Is.Empty);
        });
    }

    [Test]
    public async Task CalculateAsync_CallbackWithMissingElements_UsesTheOthers()
    {
        var callback = (MerchantCalculationCallback)CheckoutXml.Parse("""
            <merchant-calculation-callback xmlns="http://checkout.google.com/schema/2">
              <shopping-cart><items><item><item-name>Tea</item-name><item-description/><unit-price currency="GBP">4.00</unit-price><quantity>1</quantity></item></items></shopping-cart>
              <buyer-language>en_GB</buyer-language>
              <calculate>
                <addresses><anonymous-address id="7"><country-code>GB</country-code><city/><region/><postal-code/></anonymous-address></addresses>
                <tax>true</tax>
                <shipping><method name="Royal Mail"/></shipping>
              </calculate>
            </merchant-calculation-callback>
            """);
        var calculator = new StubCalculator { Shipping = context => new Money(3m, context.Currency), Tax = context => new Money(context.Address.City!.Length, "GBP") };

        var results = await calculator.CalculateAsync(callback, CancellationToken.None);

        Assert.That(results.Results.Single(), Is.EqualTo(new Result
        {
            AddressId = "7",
            ShippingName = "Royal Mail",
            Shippable = true,
            ShippingRate = new Money(3m, "GBP"),
            TotalTax = new Money(0m, "GBP"),
            MerchantCodeResults = results.Results.Single().MerchantCodeResults,
        }));
    }

    [Test]
    public void Context_AnyKind_ContainsCartSubtotalCurrencyAndLanguage()
    {
        var context = new TaxCalculationContext
        {
            Callback = Of(["a1"], [], [], true, Usd(10m), Usd(-1.50m)),
            Address = new AnonymousAddress { Id = "a1" },
        };

        Assert.Multiple(() =>
        {
            Assert.That(context.Subtotal, Is.EqualTo(Usd(17.00m)));
            Assert.That(context.Currency, Is.EqualTo("USD"));
            Assert.That(context.BuyerLanguage, Is.EqualTo("en_US"));
            Assert.That(context.Cart, Is.SameAs(context.Callback.ShoppingCart));
        });
    }

    [Test]
    public void CalculateAsync_Canceled_CallsNoMoreMethods()
    {
        using var deadline = new CancellationTokenSource();
        var calculator = new StubCalculator
        {
            Shipping = context =>
            {
                deadline.Cancel();
                return Usd(5m);
            },
        };

        Assert.CatchAsync<OperationCanceledException>(() => calculator.CalculateAsync(Usual(), deadline.Token));
        Assert.That(calculator.Asked.OfType<ShippingCalculationContext>().ToList(), Has.Count.EqualTo(1));
    }

    private static IEnumerable<TestCaseData> Messages()
    {
        static TestCaseData Case(string message, string expected, string name) => new TestCaseData(message, expected).SetArgDisplayNames(name);

        var words = string.Join(' ', Enumerable.Repeat("word", 60));
        yield return Case(new string('a', 255), new string('a', 255), "maximum length");
        yield return Case(words, words[..249] + "...", "words");
        yield return Case(new string('a', 300), new string('a', 252) + "...", "one long word");
        yield return Case('a' + string.Concat(Enumerable.Repeat("\U0001F375", 254)), 'a' + string.Concat(Enumerable.Repeat("\U0001F375", 254)), "surrogate pairs, maximum length");
        yield return Case('a' + string.Concat(Enumerable.Repeat("\U0001F375", 255)), 'a' + string.Concat(Enumerable.Repeat("\U0001F375", 251)) + "...", "surrogate pairs");
    }

    private static IEnumerable<TestCaseData> InvalidCalculators()
    {
        static TestCaseData Case(StubCalculator calculator, string expected) => new TestCaseData(calculator, expected).SetArgDisplayNames(expected);

        yield return Case(new() { Shipping = _ => Usd(-1m) }, "StubCalculator.CalculateShippingAsync returned -1 USD for address a1 and 'Parcel', which must not be negative");
        yield return Case(new() { Shipping = _ => new Money(1m, "GBP") }, "StubCalculator.CalculateShippingAsync returned 1 GBP for address a1 and 'Parcel', which must be in USD");
        yield return Case(new() { Tax = _ => Usd(0.125m) }, "StubCalculator.CalculateTaxAsync returned 0.125 USD for address a1 and 'Parcel', which has a fraction");
        yield return Case(new() { Tax = _ => default }, "StubCalculator.CalculateTaxAsync returned 0 for address a1 and 'Parcel', which needs a currency");
        yield return Case(new() { Code = context => context.Coupon(Usd(-2m)) }, "StubCalculator.ValidateCodeAsync returned -2 USD for code 1 of 1, which must not be negative");
        yield return Case(new() { Code = _ => null! }, "StubCalculator.ValidateCodeAsync returned null for code 1 of 1. For a code that is not valid, return context.Invalid(...).");
    }

    private sealed class EmptyCalculator : MerchantCalculator;
}
