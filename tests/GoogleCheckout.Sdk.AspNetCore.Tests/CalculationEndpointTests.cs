using System.Net;
using GoogleCheckout.Calculations;
using GoogleCheckout.Callbacks;
using GoogleCheckout.Carts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;

namespace GoogleCheckout.AspNetCore;

/// <summary>Calculation callbacks over HTTPS, with the response of a merchant's site.</summary>
public class CalculationEndpointTests
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(2.5);

    [Test]
    public async Task Callback_DocumentedCalculator_ReturnsAllResults()
    {
        await using var site = await CalculationSite.StartAsync(services => services.AddMerchantCalculationHandler<ShopCalculator>());

        using var response = await site.SendAsync(Callback("1"));
        var results = await ReadAsync(response);

        Assert.Multiple(() =>
        {
            Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/xml"));
            Assert.That(MerchantCalculationValidator.Validate(Callback("1"), results), Is.Empty);
            Assert.That(results.Results.Select(result => result.TotalTax), Is.EqualTo(new Money?[] { new(2.60m, "USD"), new(3.63m, "USD") }));
        });
    }

    [Test]
    public async Task Callback_HandlerTooSlow_Is503WithoutBody([Values] bool observesToken)
    {
        var (clock, called, go) = (new FakeTimeProvider(TestTime.Start), new TaskCompletionSource(), new TaskCompletionSource());
        await using var site = await StartAsync(clock, async (callback, cancellationToken) =>
        {
            called.TrySetResult();
            await go.Task.WaitAsync(observesToken ? cancellationToken : CancellationToken.None);
            return CreateResults(callback);
        });

        var late = site.SendAsync(Callback("late"));
        await called.Task;
        clock.Advance(Deadline);
        using var nothing = await late;
        go.SetResult();
        using var next = await site.SendAsync(Callback("next"));

        Assert.Multiple(async () =>
        {
            Assert.That(nothing.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
            Assert.That(await nothing.Content.ReadAsByteArrayAsync(), Is.Empty);
            Assert.That((await ReadAsync(next)).Results.Single().AddressId, Is.EqualTo("next"), "on the same connection");
        });
    }

    [Test]
    public async Task Callback_JustInTime_ReturnsTheResults()
    {
        var clock = new FakeTimeProvider(TestTime.Start);
        await using var site = await StartAsync(clock, (callback, _) =>
        {
            clock.Advance(Deadline - TimeSpan.FromMilliseconds(1));
            return Task.FromResult(CreateResults(callback));
        });

        using var response = await site.SendAsync(Callback("1"));

        Assert.That((await ReadAsync(response)).Results.Single().AddressId, Is.EqualTo("1"));
    }

    [Test]
    public async Task Callback_HandlerTooSlow_ReturnsTheFallback()
    {
        var clock = new FakeTimeProvider(TestTime.Start);
        await using var site = await StartAsync(
            clock,
            async (callback, cancellationToken) =>
            {
                clock.Advance(Deadline);
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
                return CreateResults(callback);
            },
            options => options.CalculationTimeoutFallback = CreateResults);

        using var response = await site.SendAsync(Callback("late"));

        Assert.That((await ReadAsync(response)).Results.Single().AddressId, Is.EqualTo("late"));
    }

    [Test]
    public async Task Callback_HandlerThrows_Is500WithoutBody()
    {
        await using var site = await StartAsync(new FakeTimeProvider(TestTime.Start), (_, _) => throw new InvalidDataException("The carrier's tables are gone."));

        using var response = await site.SendAsync(Callback("1"));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.InternalServerError));
        Assert.That(await response.Content.ReadAsByteArrayAsync(), Is.Empty);
        Assert.That(site.Log.GetLines(), Has.Some.Contains("The carrier's tables are gone."));
    }

    [Test]
    public async Task Callback_OtherCurrency_Is500AndTheLogNamesTheMethod()
    {
        await using var site = await CalculationSite.StartAsync(services => services.AddMerchantCalculationHandler<PoundCalculator>());

        using var response = await site.SendAsync(Callback("1"));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.InternalServerError));
        Assert.That(await response.Content.ReadAsByteArrayAsync(), Is.Empty);
        Assert.That(site.Log.GetLines(), Has.Some.Contains("PoundCalculator.CalculateShippingAsync returned 7.50 GBP for address 1 and 'Parcel', which must be in USD"));
        Assert.That(string.Concat(site.Log.GetLines()), Does.Not.Contain("TEA5").And.Not.Contains("Mountain View"));
    }

    [Test]
    public async Task Callback_WrongCredentials_Is401WithoutCalculation()
    {
        var called = 0;
        await using var site = await StartAsync(new FakeTimeProvider(TestTime.Start), (callback, _) =>
        {
            Interlocked.Increment(ref called);
            return Task.FromResult(CreateResults(callback));
        });

        using var response = await site.SendAsync(Callback("1"), "key:with");

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(response.Headers.WwwAuthenticate.Single().Scheme, Is.EqualTo("Basic"));
        Assert.That(await response.Content.ReadAsByteArrayAsync(), Is.Empty);
        Assert.That(called, Is.Zero);
    }

    private static Task<CalculationSite> StartAsync(
        FakeTimeProvider clock,
        Func<MerchantCalculationCallback, CancellationToken, Task<MerchantCalculationResults>> handle,
        Action<CallbackOptions>? configure = null) => CalculationSite.StartAsync(services => services
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton(handle)
            .AddMerchantCalculationHandler<ToldHandler>()
            .Configure(configure ?? (_ => { })));

    private static MerchantCalculationCallback Callback(string addressId) => new()
    {
        SerialNumber = "85f54628-538a-44fc-8605-ae62364f6c71",
        BuyerLanguage = "en_US",
        ShoppingCart = new ShoppingCart
        {
            Items = [new Item { ItemName = "Sencha", ItemDescription = "100 g", UnitPrice = new Money(12m, "USD"), Quantity = 2 }],
        },
        Calculate = new Calculate
        {
            Addresses = [new AnonymousAddress { Id = addressId, City = "Mountain View", Region = "CA", PostalCode = "94043", CountryCode = "US" }],
            Shipping = [new Method { Name = "Parcel" }, new Method { Name = "Overnight" }],
            MerchantCodeStrings = [new MerchantCodeString { Code = "TEA5" }],
            Tax = true,
        },
    };

    private static MerchantCalculationResults CreateResults(MerchantCalculationCallback callback) =>
        new() { Results = [new Result { AddressId = callback.Calculate.Addresses[0].Id }] };

    private static async Task<MerchantCalculationResults> ReadAsync(HttpResponseMessage response)
    {
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        return CheckoutXml.Parse<MerchantCalculationResults>(await response.Content.ReadAsStreamAsync());
    }

    private sealed class ToldHandler(Func<MerchantCalculationCallback, CancellationToken, Task<MerchantCalculationResults>> handle) : IMerchantCalculationHandler
    {
        public Task<MerchantCalculationResults> CalculateAsync(MerchantCalculationCallback callback, CancellationToken cancellationToken) =>
            handle(callback, cancellationToken);
    }

    private sealed class PoundCalculator : MerchantCalculator
    {
        protected override Task<Money?> CalculateShippingAsync(ShippingCalculationContext context, CancellationToken cancellationToken) =>
            Task.FromResult<Money?>(new Money(7.50m, "GBP"));

        protected override Task<MerchantCodeResult> ValidateCodeAsync(CodeValidationContext context, CancellationToken cancellationToken) =>
            Task.FromResult<MerchantCodeResult>(context.Invalid("We do not know this code."));
    }
}
