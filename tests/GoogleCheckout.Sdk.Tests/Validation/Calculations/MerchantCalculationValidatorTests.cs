using GoogleCheckout.Carts;
using NUnit.Framework;
using static GoogleCheckout.Calculations.SampleCallbacks;

namespace GoogleCheckout.Calculations;

/// <summary>Tests each error because of which the service ignores calculation results.</summary>
public class MerchantCalculationValidatorTests
{
    private const string First = "results/result[@address-id='a1' and @shipping-name='Parcel']";

    [Test]
    public async Task Validate_ValidResults_ReturnsNoIssues()
    {
        var results = await new StubCalculator().CalculateAsync(Usual(), CancellationToken.None);

        Assert.That(MerchantCalculationValidator.Validate(Usual(), results), Is.Empty);
    }

    [TestCaseSource(nameof(InvalidResults))]
    public async Task Validate_InvalidFirstResult_ReturnsPathAndReason(Func<Result, Result?> change, string[] expected)
    {
        var valid = await new StubCalculator().CalculateAsync(Usual(), CancellationToken.None);
        Result[] first = change(valid.Results[0]) is { } changed ? [changed] : [];
        var invalid = valid with { Results = [.. first, .. valid.Results.Skip(1)] };

        Assert.That(MerchantCalculationValidator.Validate(Usual(), invalid).Select(issue => issue.ToString()), Is.EqualTo(expected));
    }

    [Test]
    public async Task Validate_DuplicateResult_ReturnsAnIssue()
    {
        var valid = await new StubCalculator().CalculateAsync(Usual(), CancellationToken.None);

        var issues = MerchantCalculationValidator.Validate(Usual(), valid with { Results = [.. valid.Results, valid.Results[0]] });

        Assert.That(issues, Is.EqualTo(new[] { new MerchantCalculationIssue { Path = First, Reason = "occurs 2 times" } }));
    }

    [Test]
    public async Task Validate_WithoutMethods_RequiresOneResultForEachAddress()
    {
        var callback = Of(["a1", "a2"], [], [], false, Usd(10m));
        var results = await new StubCalculator().CalculateAsync(callback, CancellationToken.None);

        Assert.Multiple(() =>
        {
            Assert.That(MerchantCalculationValidator.Validate(callback, results), Is.Empty);
            Assert.That(MerchantCalculationValidator.Validate(callback, new()).Select(issue => issue.Path), Is.EqualTo(new[] { "results/result[@address-id='a1']", "results/result[@address-id='a2']" }));
        });
    }

    [Test]
    public void Validate_NotShippable_RequiresNoAmounts()
    {
        var callback = Of(["a1"], ["Parcel"], [], true, Usd(10m));
        var results = new MerchantCalculationResults { Results = [new() { AddressId = "a1", ShippingName = "Parcel", Shippable = false }] };

        Assert.That(MerchantCalculationValidator.Validate(callback, results), Is.Empty);
    }

    [Test]
    public void Validate_RepeatedCodes_AllowsOnlyTheFirstToBeValid()
    {
        var callback = Of(["a1"], [], ["one", "ONE"], false, Usd(10m));
        var results = Codes(new CouponResult { Valid = true, Code = "one" }, new CouponResult { Valid = true, Code = "ONE" });

        Assert.That(MerchantCalculationValidator.Validate(callback, results).Single().ToString(), Does.Contain("/merchant-code-results/*[2] is valid, but the same code was entered before"));
    }

    [Test]
    public void Validate_CodesInAnotherOrder_ReturnsOneIssue()
    {
        var callback = Of(["a1"], [], ["one", "two", "three"], false, Usd(10m));
        var results = Codes(new CouponResult { Valid = true, Code = "two" }, new CouponResult { Valid = true, Code = "THREE" }, new CouponResult { Valid = true, Code = "one" });

        Assert.That(
            MerchantCalculationValidator.Validate(callback, results).Single().ToString(),
            Is.EqualTo("results/result[@address-id='a1']/merchant-code-results is not in the order in which the codes were entered."));
    }

    [TestCase(true, true, 0)]
    [TestCase(true, null, 1)]
    [TestCase(false, true, 1)]
    [TestCase(null, null, 2)]
    public void Validate_WithTheSettingsInTheCart_ValidatesKindsOfCodes(bool? coupons, bool? certificates, int expected)
    {
        var callback = Of(["a1"], [], ["one", "two", "three"], false, Usd(10m));
        var results = Codes(
            new CouponResult { Valid = true, Code = "one" },
            new GiftCertificateResult { Valid = true, Code = "two" },
            new CouponResult { Valid = false, Code = "three" });
        var accepted = new MerchantCalculations { MerchantCalculationsUrl = "https://shop.example/", AcceptMerchantCoupons = coupons, AcceptGiftCertificates = certificates };

        Assert.Multiple(() =>
        {
            Assert.That(MerchantCalculationValidator.Validate(callback, results, accepted), Has.Count.EqualTo(expected), "a code that is not valid is always a coupon");
            Assert.That(MerchantCalculationValidator.Validate(callback, results), Is.Empty);
        });
    }

    [Test]
    public void Validate_AnyIssue_ContainsNoCodeAndNoUnknownId()
    {
        var callback = Of(["a1"], [], ["secret-1", "secret-2"], true, Usd(10m));
        var results = new MerchantCalculationResults
        {
            Results =
            [
                Codes(new CouponResult { Valid = true, Code = "secret-3", CalculatedAmount = Usd(-1m), Message = new string('s', 256) }).Results[0],
                new() { AddressId = "secret street 1" },
            ],
        };

        var issues = MerchantCalculationValidator.Validate(callback, results);

        Assert.That(issues, Has.Count.EqualTo(5));
        Assert.That(string.Join('\n', issues), Does.Not.Contain("secret"));
    }

    private static MerchantCalculationResults Codes(params MerchantCodeResult[] codes) => new() { Results = [new() { AddressId = "a1", MerchantCodeResults = codes }] };

    private static IEnumerable<TestCaseData> InvalidResults()
    {
        static TestCaseData Case(string name, Func<Result, Result?> change, params string[] expected) => new TestCaseData(change, expected).SetArgDisplayNames(name);
        static MerchantCodeResult Coupon(string code = "TEA5", Money? amount = null, string? message = null) =>
            new CouponResult { Valid = true, Code = code, CalculatedAmount = amount, Message = message };

        const string Unrequested = "results/result[1] has an address-id and shipping-name that were not requested; repeat both exactly, and omit shipping-name if no shipping methods were requested.";
        yield return Case("none", _ => null, $"{First} is missing.");
        yield return Case("another address", result => result with { AddressId = "A1" }, $"{First} is missing.", Unrequested);
        yield return Case("another name", result => result with { ShippingName = "parcel" }, $"{First} is missing.", Unrequested);
        yield return Case("no name", result => result with { ShippingName = null }, $"{First} is missing.", Unrequested);
        yield return Case("no shippable", result => result with { Shippable = null }, $"{First}/shippable is missing.");
        yield return Case("no rate", result => result with { ShippingRate = null }, $"{First}/shipping-rate is missing.");
        yield return Case("no tax", result => result with { TotalTax = null }, $"{First}/total-tax is missing.");
        yield return Case("negative rate", result => result with { ShippingRate = Usd(-1m) }, $"{First}/shipping-rate must not be negative.");
        yield return Case("another currency", result => result with { TotalTax = new Money(1m, "GBP") }, $"{First}/total-tax must be in USD, the currency of the cart.");
        yield return Case("no currency", result => result with { TotalTax = new Money(1m, "") }, $"{First}/total-tax needs a currency.");
        yield return Case("fraction of a cent", result => result with { TotalTax = Usd(0.001m) }, $"{First}/total-tax has a fraction of the currency's smallest unit; round it.");
        yield return Case("no codes", result => result with { MerchantCodeResults = [] }, $"{First}/merchant-code-results has 0 results, but the buyer entered 1 codes.");
        yield return Case(
            "another code",
            result => result with { MerchantCodeResults = [Coupon("TEA6")] },
            $"{First}/merchant-code-results has codes that the buyer did not enter.");
        yield return Case(
            "codes that the buyer did not enter",
            result => result with { MerchantCodeResults = [Coupon(), Coupon("TEA6")] },
            $"{First}/merchant-code-results has 2 results, but the buyer entered 1 codes.");
        yield return Case(
            "negative coupon",
            result => result with { MerchantCodeResults = [Coupon(amount: Usd(-1m))] },
            $"{First}/merchant-code-results/*[1] has a calculated-amount that must not be negative.");
        yield return Case(
            "long message",
            result => result with { MerchantCodeResults = [Coupon(message: new string('a', 256))] },
            $"{First}/merchant-code-results/*[1] has a message longer than 255 characters.");
    }
}
