using BenchmarkDotNet.Attributes;
using GoogleCheckout.Benchmarks.Report;
using GoogleCheckout.Calculations;
using GoogleCheckout.Carts;

namespace GoogleCheckout.Benchmarks;

/// <summary>
/// A calculation callback of three addresses, four shipping methods and two codes: only the calculator, with known
/// prices, and the whole response with reading, checking and writing. The service waits three seconds. Goal: under a millisecond.
/// </summary>
[MemoryDiagnoser]
public class AnswerCalculation
{
    private readonly PriceList _calculator = new();
    private readonly MemoryStream _output = new(16 * 1024);
    private readonly MerchantCalculationCallback _callback = Callback();
    private readonly byte[] _document = System.Text.Encoding.UTF8.GetBytes(Callback().ToXmlString());

    [Benchmark(Baseline = true)]
    public Task<MerchantCalculationResults> Calculate() => _calculator.CalculateAsync(_callback, CancellationToken.None);

    [Benchmark]
    public async Task<int> CalculateAndCheck() =>
        MerchantCalculationValidator.Validate(_callback, await _calculator.CalculateAsync(_callback, CancellationToken.None)).Count;

    [Benchmark]
    public async Task<long> ReadCalculateCheckWrite()
    {
        var callback = CheckoutXml.Parse<MerchantCalculationCallback>(_document.AsMemory());
        var results = await _calculator.CalculateAsync(callback, CancellationToken.None);
        _output.SetLength(0);
        CheckoutXml.Write(results, _output);
        return _output.Length + MerchantCalculationValidator.Validate(callback, results).Count;
    }

    internal static async Task<IReadOnlyList<Row>> MeasureAsync()
    {
        var benchmark = new AnswerCalculation();
        await benchmark.ReadCalculateCheckWrite();
        var times = Comparison.OfTimes(() => benchmark.Calculate().GetAwaiter().GetResult(), () => benchmark.ReadCalculateCheckWrite().GetAwaiter().GetResult());
        return
        [
            new Row(
                "a calculation callback of three addresses, four shipping methods and two codes is read, calculated, checked and written",
                FormattableString.Invariant($"{times.Measured:F0} µs"),
                FormattableString.Invariant($"the calculator alone: {times.Against:F0} µs"),
                times.Ratio,
                "under 1 ms",
                times.Measured < 1_000),
        ];
    }

    private static MerchantCalculationCallback Callback() => new()
    {
        SerialNumber = "85f54628-538a-44fc-8605-ae62364f6c71",
        BuyerLanguage = "en_US",
        ShoppingCart = new ShoppingCart
        {
            Items = [.. Enumerable.Range(1, 3).Select(number => new Item
            {
                ItemName = $"Tea number {number}",
                ItemDescription = "A quarter of a kilogram of green tea, loose, in a tin.",
                UnitPrice = new Money(10m + number, "USD"),
                Quantity = number,
            })],
        },
        Calculate = new Calculate
        {
            Addresses = [.. Enumerable.Range(1, 3).Select(number => new AnonymousAddress
            {
                Id = $"73903069806995{number}",
                City = "Mountain View",
                Region = "CA",
                PostalCode = "94043",
                CountryCode = "US",
            })],
            Shipping = [.. Enumerable.Range(1, 4).Select(number => new Method { Name = $"Parcel {number}" })],
            MerchantCodeStrings = [new() { Code = "TEA5" }, new() { Code = "GIFT-0815" }],
            Tax = true,
        },
    };

    private sealed class PriceList : MerchantCalculator
    {
        protected override Task<Money?> CalculateShippingAsync(ShippingCalculationContext context, CancellationToken cancellationToken) =>
            Task.FromResult<Money?>(new Money(7.50m, "USD"));

        protected override Task<Money> CalculateTaxAsync(TaxCalculationContext context, CancellationToken cancellationToken) =>
            Task.FromResult(new Money(2.27m, "USD"));

        protected override Task<MerchantCodeResult> ValidateCodeAsync(CodeValidationContext context, CancellationToken cancellationToken) =>
            Task.FromResult<MerchantCodeResult>(context.Coupon(new Money(5m, "USD"), "5 dollars off."));
    }
}
