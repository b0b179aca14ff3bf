using GoogleCheckout.Carts;
using NUnit.Framework;
using static GoogleCheckout.Calculations.SampleCallbacks;

namespace GoogleCheckout.Calculations;

/// <summary>Tests each error in calculation results, and what counts in spite of it.</summary>
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

        Assert.That(issues, Is.EqualTo(new[] { new MerchantCalculationIssue { Path = First, Reason = "occurs 2 times; the first counts" } }));
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

    // The digits of an identifier stay, although they could be those of a card.
    [Test]
    public void Validate_LongOrNumericIds_AreQuotedWithALimit()
    {
        var callback = Of(["4111111111111111", new string('k', 50)], [], [], false, Usd(10m));

        Assert.That(
            MerchantCalculationValidator.Validate(callback, new()).Select(issue => issue.Path),
            Is.EqualTo(new[] { "results/result[@address-id='4111111111111111']", $"results/result[@address-id='{new string('k', 40)}... (10 more characters)']" }));
    }

    [Test]
    public void Validate_NotShippable_RequiresNoAmounts()
    {
        var callback = Of(["a1"], ["Parcel"], [], true, Usd(10m));
        var results = new MerchantCalculationResults { Results = [new() { AddressId = "a1", ShippingName = "Parcel", Shippable = false }] };

        Assert.That(MerchantCalculationValidator.Validate(callback, results), Is.Empty);
    }

    [TestCase("ONE", true, 1.0, "")]
    [TestCase("one", false, null, "")]
    [TestCase("one", true, 2.0, "/merchant-code-results/*[2] is a second result for the code of another one; it does not count")]
    public void Validate_RepeatedCode_CountsOnce(string second, bool isValid, decimal? amount, string issue)
    {
        var callback = Of(["a1"], [], ["one", "ONE"], false, Usd(10m));
        var results = Codes(
            new CouponResult { Valid = true, Code = "one", CalculatedAmount = Usd(1m) },
            new CouponResult { Valid = isValid, Code = second, CalculatedAmount = amount is { } value ? Usd(value) : null });

        Assert.Multiple(() =>
        {
            Assert.That(string.Concat(MerchantCalculationValidator.Validate(callback, results)), issue.Length == 0 ? Is.Empty : Does.Contain(issue));
            Assert.That(Accepted(callback, results), Is.EqualTo("one 1"));
        });
    }

    [Test]
    public void Validate_CodesInAnotherOrder_CountInTheOrderOfEntry()
    {
        var callback = Of(["a1"], [], ["one", "two", "three"], false, Usd(10m));
        var results = Codes(
            new CouponResult { Valid = true, Code = "two", CalculatedAmount = Usd(2m) },
            new CouponResult { Valid = true, Code = "THREE", CalculatedAmount = Usd(3m) },
            new GiftCertificateResult { Valid = true, Code = "one", CalculatedAmount = Usd(1m) });

        Assert.Multiple(() =>
        {
            Assert.That(MerchantCalculationValidator.Validate(callback, results), Is.Empty);
            Assert.That(Accepted(callback, results), Is.EqualTo("one 1, two 2, THREE 3"));
        });
    }

    [Test]
    public void GetAccepted_ErrorsInSomeValues_ReturnsTheOthers()
    {
        var callback = Of(["a1"], ["Parcel"], ["one", "two", "three"], true, Usd(10m));
        var results = new MerchantCalculationResults
        {
            Results =
            [
                new()
                {
                    AddressId = "a1",
                    ShippingName = "Parcel",
                    ShippingRate = new Money(7m, "GBP"),
                    TotalTax = new Money(0.5m, string.Empty),
                    MerchantCodeResults =
                    [
                        new CouponResult { Valid = true, Code = "four", CalculatedAmount = Usd(9m) },
                        new CouponResult { Valid = true, Code = "two", CalculatedAmount = Usd(-1m) },
                        new CouponResult { Valid = true, Code = "three", CalculatedAmount = new Money(3m, string.Empty) },
                    ],
                },
            ],
        };

        var accepted = MerchantCalculationValidator.GetAccepted(callback, results).Single();
        var issues = MerchantCalculationValidator.Validate(callback, results);

        Assert.Multiple(() =>
        {
            Assert.That((accepted.Shippable, accepted.ShippingRate, accepted.TotalTax), Is.EqualTo(((bool?)true, (Money?)null, (Money?)Usd(0.5m))));
            Assert.That(accepted.MerchantCodeResults.Single().CalculatedAmount, Is.EqualTo(Usd(3m)));
            Assert.That(issues.Select(issue => issue.ToString()[First.Length..]), Is.EqualTo(new[]
            {
                "/shippable is missing; it counts as true.",
                "/shipping-rate must be in USD, the currency of the cart; the price in the cart is used.",
                "/merchant-code-results/*[1] has a code that the buyer did not enter; it does not count.",
                "/merchant-code-results/*[2] has a calculated-amount that must not be negative; it does not count.",
                "/merchant-code-results has no result for 1 of 3 codes that the buyer entered.",
            }));
        });
    }

    [TestCase("", false)]
    [TestCase(null, false)]
    [TestCase("", true)]
    public void GetAccepted_EmptyShippingName_IsNone(string? name, bool hasTax)
    {
        var callback = Of(["a1"], [], [], true, Usd(10m));
        var results = new MerchantCalculationResults { Results = [new() { AddressId = "a1", ShippingName = name, TotalTax = hasTax ? Usd(1m) : null }] };

        var accepted = MerchantCalculationValidator.GetAccepted(callback, results).Single();

        Assert.That((accepted.ShippingName, accepted.Shippable, accepted.TotalTax), Is.EqualTo(((string?)null, (bool?)null, (Money?)Usd(hasTax ? 1m : 0m))));
        Assert.That(MerchantCalculationValidator.Validate(callback, results), Has.Count.EqualTo(hasTax ? 0 : 1));
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

        Assert.That(issues, Has.Count.EqualTo(4));
        Assert.That(string.Join('\n', issues), Does.Not.Contain("secret"));
    }

    private static string Accepted(MerchantCalculationCallback callback, MerchantCalculationResults results) =>
        string.Join(", ", MerchantCalculationValidator.GetAccepted(callback, results).Single().MerchantCodeResults.Select(result => FormattableString.Invariant($"{result.Code} {result.CalculatedAmount?.Amount}")));

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
        yield return Case("no shippable", result => result with { Shippable = null }, $"{First}/shippable is missing; it counts as true.");
        yield return Case("no rate", result => result with { ShippingRate = null }, $"{First}/shipping-rate is missing; the price in the cart is used.");
        yield return Case("no tax", result => result with { TotalTax = null }, $"{First}/total-tax is missing; write 0.00 if there is no tax.");
        yield return Case("negative rate", result => result with { ShippingRate = Usd(-1m) }, $"{First}/shipping-rate must not be negative; the price in the cart is used.");
        yield return Case("another currency", result => result with { TotalTax = new Money(1m, "GBP") }, $"{First}/total-tax must be in USD, the currency of the cart; the rates in the cart are used.");
        yield return Case("no currency", result => result with { TotalTax = new Money(1m, "") });
        yield return Case("fraction of a cent", result => result with { TotalTax = Usd(0.001m) }, $"{First}/total-tax has a fraction of the currency's smallest unit; round it; the rates in the cart are used.");
        yield return Case("no codes", result => result with { MerchantCodeResults = [] }, $"{First}/merchant-code-results has no result for 1 of 1 codes that the buyer entered.");
        yield return Case(
            "another code",
            result => result with { MerchantCodeResults = [Coupon("TEA6")] },
            $"{First}/merchant-code-results/*[1] has a code that the buyer did not enter; it does not count.",
            $"{First}/merchant-code-results has no result for 1 of 1 codes that the buyer entered.");
        yield return Case(
            "codes that the buyer did not enter",
            result => result with { MerchantCodeResults = [Coupon(), Coupon("TEA6")] },
            $"{First}/merchant-code-results/*[2] has a code that the buyer did not enter; it does not count.");
        yield return Case(
            "negative coupon",
            result => result with { MerchantCodeResults = [Coupon(amount: Usd(-1m))] },
            $"{First}/merchant-code-results/*[1] has a calculated-amount that must not be negative; it does not count.");
        yield return Case(
            "long message",
            result => result with { MerchantCodeResults = [Coupon(message: new string('a', 256))] },
            $"{First}/merchant-code-results/*[1] has a message longer than 255 characters.");
    }
}
