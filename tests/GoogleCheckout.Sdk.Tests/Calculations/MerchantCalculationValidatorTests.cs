using GoogleCheckout.Carts;
using NUnit.Framework;
using static GoogleCheckout.Calculations.Question;

namespace GoogleCheckout.Calculations;

/// <summary>Each thing the service would not go by in an answer written by hand.</summary>
public class MerchantCalculationValidatorTests
{
    private const string First = "results/result[@address-id='a1' and @shipping-name='Parcel']";

    [Test]
    public async Task Find_InACompleteAnswer_FindsNothing()
    {
        var results = await new StubCalculator().CalculateAsync(Usual(), CancellationToken.None);

        Assert.That(MerchantCalculationValidator.Validate(Usual(), results), Is.Empty);
    }

    [TestCaseSource(nameof(Faults))]
    public async Task Find_InAFaultyFirstResult_NamesPlaceAndReason(Func<Result, Result?> change, string[] expected)
    {
        var good = await new StubCalculator().CalculateAsync(Usual(), CancellationToken.None);
        Result[] first = change(good.Results[0]) is { } changed ? [changed] : [];
        var faulty = good with { Results = [.. first, .. good.Results.Skip(1)] };

        Assert.That(MerchantCalculationValidator.Validate(Usual(), faulty).Select(issue => issue.ToString()), Is.EqualTo(expected));
    }

    [Test]
    public async Task Find_WhenAResultIsThereTwice_SaysSo()
    {
        var good = await new StubCalculator().CalculateAsync(Usual(), CancellationToken.None);

        var issues = MerchantCalculationValidator.Validate(Usual(), good with { Results = [.. good.Results, good.Results[0]] });

        Assert.That(issues, Is.EqualTo(new[] { new MerchantCalculationIssue { Path = First, Reason = "is there 2 times" } }));
    }

    [Test]
    public async Task Find_WithoutMethods_WantsOneResultForEachAddressAndNothingOfShipping()
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
    public void Find_WhereItCannotBeShipped_WantsNoAmounts()
    {
        var callback = Of(["a1"], ["Parcel"], [], true, Usd(10m));
        var results = new MerchantCalculationResults { Results = [new() { AddressId = "a1", ShippingName = "Parcel", Shippable = false }] };

        Assert.That(MerchantCalculationValidator.Validate(callback, results), Is.Empty);
    }

    [Test]
    public void Find_ForRepeatedCodes_WantsTheFirstOnlyToBeValid()
    {
        var callback = Of(["a1"], [], ["one", "ONE"], false, Usd(10m));
        var results = Codes(new CouponResult { Valid = true, Code = "one" }, new CouponResult { Valid = true, Code = "ONE" });

        Assert.That(MerchantCalculationValidator.Validate(callback, results).Single().ToString(), Does.Contain("/merchant-code-results/*[2] is valid, but the same code was entered before"));
    }

    [Test]
    public void Find_ForCodesInAnotherOrder_SaysSoOnce()
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
    public void Find_WithWhatTheCartAccepts_LooksAtKinds(bool? coupons, bool? certificates, int expected)
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
    public void Find_InWhateverIsWrong_TellsNoCodeAndNoStrangersId()
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

    private static IEnumerable<TestCaseData> Faults()
    {
        static TestCaseData Case(string name, Func<Result, Result?> change, params string[] expected) => new TestCaseData(change, expected).SetArgDisplayNames(name);
        static MerchantCodeResult Coupon(string code = "TEA5", Money? amount = null, string? message = null) =>
            new CouponResult { Valid = true, Code = code, CalculatedAmount = amount, Message = message };

        const string Unasked = "results/result[1] has an address-id and shipping-name that were not asked about; both are to be repeated exactly, and shipping-name only where ways of shipping were asked about.";
        yield return Case("none", _ => null, $"{First} is missing.");
        yield return Case("another address", result => result with { AddressId = "A1" }, $"{First} is missing.", Unasked);
        yield return Case("another name", result => result with { ShippingName = "parcel" }, $"{First} is missing.", Unasked);
        yield return Case("no name", result => result with { ShippingName = null }, $"{First} is missing.", Unasked);
        yield return Case("no shippable", result => result with { Shippable = null }, $"{First}/shippable is missing.");
        yield return Case("no rate", result => result with { ShippingRate = null }, $"{First}/shipping-rate is missing.");
        yield return Case("no tax", result => result with { TotalTax = null }, $"{First}/total-tax is missing.");
        yield return Case("negative rate", result => result with { ShippingRate = Usd(-1m) }, $"{First}/shipping-rate may not be negative.");
        yield return Case("another currency", result => result with { TotalTax = new Money(1m, "GBP") }, $"{First}/total-tax must be in USD, the currency of the cart.");
        yield return Case("no currency", result => result with { TotalTax = new Money(1m, "") }, $"{First}/total-tax needs a currency.");
        yield return Case("fraction of a cent", result => result with { TotalTax = Usd(0.001m) }, $"{First}/total-tax has a fraction of the currency's smallest unit; round it.");
        yield return Case("no codes", result => result with { MerchantCodeResults = [] }, $"{First}/merchant-code-results has 0 results, for 1 codes that the buyer entered.");
        yield return Case(
            "another code",
            result => result with { MerchantCodeResults = [Coupon("TEA6")] },
            $"{First}/merchant-code-results is about other codes than those the buyer entered.");
        yield return Case(
            "codes nobody entered",
            result => result with { MerchantCodeResults = [Coupon(), Coupon("TEA6")] },
            $"{First}/merchant-code-results has 2 results, for 1 codes that the buyer entered.");
        yield return Case(
            "negative coupon",
            result => result with { MerchantCodeResults = [Coupon(amount: Usd(-1m))] },
            $"{First}/merchant-code-results/*[1] has a calculated-amount that may not be negative.");
        yield return Case(
            "long message",
            result => result with { MerchantCodeResults = [Coupon(message: new string('a', 256))] },
            $"{First}/merchant-code-results/*[1] has a message of more than 255 characters.");
    }
}
