using System.Text;
using GoogleCheckout.Calculations;
using GoogleCheckout.Callbacks;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using static GoogleCheckout.Calculations.SampleCallbacks;

namespace GoogleCheckout.Growth;

/// <summary>
/// A calculation callback requests addresses times methods times codes. What that costs is linear in the callback: more than 10,000 results
/// are refused before the handler runs.
/// </summary>
[NonParallelizable]
public class CalculationGrowthTests
{
    private const string NoCurrency = "none";

    private static readonly (string Family, int Size, Func<int, MerchantCalculationCallback> Create)[] Families =
    [
        ("n addresses, n methods and n codes", 200, n => Callback(n, n, n)),
        ("n addresses and 5 methods", 200, n => Callback(n, 5, 0)),
        ("5 addresses and n methods", 200, n => Callback(5, n, 0)),
        ("n codes", 200, n => Callback(1, 1, n)),
        ("one code, n times", 500, n => Of(["a"], ["m"], [.. Enumerable.Repeat("c", n)], true, Usd(10m))),
        ("n times the same address and method", 6_000, n => Of([.. Enumerable.Repeat("a", n)], [.. Enumerable.Repeat("m", n)], [], true, Usd(10m))),
        ("an address ID of n characters and n methods", 2_000, n => Of([Name(n)], Names("m", n), [], true, Usd(10m))),
        ("a method of n characters and 40 addresses", 5_000, n => Of(Names("a", 40), [Name(n)], [], true, Usd(10m))),
        ("a code of n characters, 10 addresses and 10 methods", 2_000, n => Of(Names("a", 10), Names("m", 10), [Name(n)], true, Usd(10m))),
        ("n items without a currency, 20 addresses and 10 methods", 2_000, n => Of(Names("a", 20), Names("m", 10), [], true, [.. Enumerable.Repeat(new Money(1m, NoCurrency), n)])),
        ("a currency of n characters, and 40 addresses and 10 methods", 5_000, n => Of(Names("a", 40), Names("m", 10), [], true, new Money(1m, Name(n)))),
    ];

    private static IEnumerable<TestCaseData> AllFamilies() => Families.Select(family => new TestCaseData(family).SetArgDisplayNames(family.Family));

    [TestCaseSource(nameof(AllFamilies))]
    public async Task Callback_OfTwiceTheSize_AllocatesTwiceAsMuch((string Family, int Size, Func<int, MerchantCalculationCallback> Create) family)
    {
        using var site = new CallbackSite(register: services => services.AddMerchantCalculationHandler<FreeShipping>());

        await AllocationGrowth.VerifyAsync(
            "calculation callback", family.Family, family.Size, 500,
            n => ToDocument(family.Create(n)),
            document => document.Length,
            document => site.PushAsync(document));
    }

    [TestCase(20, 20, 24, 200)]
    [TestCase(20, 20, 25, 400)]
    [TestCase(100, 99, 0, 200)]
    [TestCase(101, 100, 0, 400)]
    [TestCase(10_001, 0, 0, 400)]
    public async Task Callback_OfTooManyResults_IsRefusedBeforeTheHandlerRuns(int addresses, int methods, int codes, int status)
    {
        using var site = new CallbackSite(register: services => services.AddMerchantCalculationHandler<FreeShipping>());

        var response = await site.PushAsync(CheckoutXml.ToBytes(Callback(addresses, methods, codes)));

        Assert.That(response.StatusCode, Is.EqualTo(status));
    }

    // The most that a callback can cost, whatever its length: 2 KB for each of 10,000 results.
    [Test]
    public async Task Callback_OfTheMaximum_AllocatesAtMost32Megabytes()
    {
        using var site = new CallbackSite(register: services => services.AddMerchantCalculationHandler<FreeShipping>());
        var document = CheckoutXml.ToBytes(Callback(100, 100, 0));
        await site.PushAsync(document);

        var before = GC.GetTotalAllocatedBytes(precise: true);
        var response = await site.PushAsync(document);

        Assert.That(response.StatusCode, Is.EqualTo(200));
        Assert.That(GC.GetTotalAllocatedBytes(precise: true) - before, Is.LessThan(32_000_000));
    }

    [Test]
    public void Parse_ResultsThatRepeatTooManyCharacters_IsRefused() => Assert.That(
        () => CheckoutXml.Parse(CheckoutXml.ToBytes(Of(Names("a", 101), [Name(9_997)], [], true, Usd(10m)))),
        Throws.TypeOf<CheckoutXmlException>().With.Message.Contains("repeat 1009991 characters").And.Property("Path").EqualTo("/merchant-calculation-callback/calculate"));

    [Test]
    public void Validate_ResultsOfTwiceTheSize_AllocatesTwiceAsMuch() => AllocationGrowth.Verify(
        "MerchantCalculationValidator.Validate", "n addresses with the results of 10 codes, and one result of n codes", 200, 40,
        n => (Callback: Callback(n, 0, 10), Results: new MerchantCalculationResults { Results = [.. Enumerable.Range(0, n).Select(number => WithCodes($"a{number}", 10)), WithCodes("b", n)] }),
        input => CheckoutXml.ToBytes(input.Results).Length,
        input => MerchantCalculationValidator.Validate(input.Callback, input.Results));

    [Test]
    public void Validate_CodesOfTwiceTheNumber_ReadsTwiceAsMany() => ReadGrowth.Verify(
        "MerchantCalculationValidator.Validate", "n codes and their n results", 500, 20,
        (n, reads) => (
            Callback: Callback(1, 1, 0) with { Calculate = new Calculate { Addresses = [new AnonymousAddress { Id = "a0" }], MerchantCodeStrings = reads.List(Names("c", n).Select(code => new MerchantCodeString { Code = code })) } },
            Results: new MerchantCalculationResults { Results = [new() { AddressId = "a0", MerchantCodeResults = reads.List(WithCodes("a0", n).MerchantCodeResults) }] }),
        input => MerchantCalculationValidator.Validate(input.Callback, input.Results));

    [Test]
    public void Validate_ManyIssues_ListsTheFirstAndCountsTheOthers()
    {
        var issues = MerchantCalculationValidator.Validate(Callback(20, 10, 0), new MerchantCalculationResults());

        Assert.Multiple(() =>
        {
            Assert.That(issues, Has.Count.EqualTo(101));
            Assert.That(issues[^1].ToString(), Is.EqualTo("results has 100 more issues, which are not listed."));
        });
    }

    // The SDK does not write an amount without a currency, but other senders do.
    private static byte[] ToDocument(MerchantCalculationCallback callback) =>
        Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(CheckoutXml.ToBytes(callback)).Replace($" currency=\"{NoCurrency}\"", string.Empty, StringComparison.Ordinal));

    private static MerchantCalculationCallback Callback(int addresses, int methods, int codes) => Of(Names("a", addresses), Names("m", methods), Names("c", codes), true, Usd(10m));

    private static Result WithCodes(string addressId, int count) => new()
    {
        AddressId = addressId,
        MerchantCodeResults = [.. Names("c", count).Select(code => new CouponResult { Valid = true, Code = code, CalculatedAmount = Usd(1m) })],
    };

    private static string[] Names(string prefix, int count) => [.. Enumerable.Range(0, count).Select(number => $"{prefix}{number}")];

    private static string Name(int length) => new('k', length);

    private sealed class FreeShipping : MerchantCalculator
    {
        protected override Task<Money?> CalculateShippingAsync(ShippingCalculationContext context, CancellationToken cancellationToken) => Task.FromResult<Money?>(Usd(0m));

        protected override Task<Money> CalculateTaxAsync(TaxCalculationContext context, CancellationToken cancellationToken) => Task.FromResult(Usd(0m));

        protected override Task<MerchantCodeResult> ValidateCodeAsync(CodeValidationContext context, CancellationToken cancellationToken) => Task.FromResult<MerchantCodeResult>(context.Coupon(Usd(1m)));
    }
}
