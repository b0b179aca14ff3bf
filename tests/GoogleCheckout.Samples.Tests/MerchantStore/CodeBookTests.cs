using MerchantStore.Codes;
using MerchantStore.Data;
using NUnit.Framework;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>The value of a code, and the reason if it has none.</summary>
public sealed class CodeBookTests(StoreEngine engine) : CommandTestBase(engine)
{
    // The last day of WINTER15, and of the certificate OLD.
    private readonly Clock _time = new() { Now = new DateTimeOffset(2011, 2, 28, 23, 59, 0, TimeSpan.Zero) };

    [TestCase("nonsense", "We do not know this code.")]
    [TestCase("SPRING25", "This coupon is for orders from 100.00 USD.")]
    [TestCase("POUNDS", "This gift certificate is in GBP.")]
    [TestCase("USED", "This gift certificate is used up.")]
    [TestCase("WINTER15", "This coupon was valid until February 28, 2011.")]
    [TestCase("old", "This gift certificate was valid until February 28, 2011.")]
    public async Task Code_ThatDoesNotCount_SaysWhy(string code, string why)
    {
        _time.Now += TimeSpan.FromMinutes(1);

        var value = (await GetAsync(Dollars(50m), code)).Single();

        Assert.That((value.Kind, value.Amount, value.Message), Is.EqualTo((CodeKind.Invalid, Dollars(0m), why)));
    }

    [Test]
    public async Task Codes_OnTheirLastDay_Count() =>
        Assert.That((await GetAsync(Dollars(50m), "old", "winter15")).Select(value => value.Amount), Is.EqualTo(new[] { Dollars(7.50m), Dollars(10m) }));

    [Test]
    public async Task Codes_CouponsFirstThenCertificates_TakeAtMostWhatIsLeft()
    {
        var values = await GetAsync(Dollars(25m), "GIFT", "TEA10", "OLD", "SPRING25");

        Assert.That(
            values.Select(value => (value.Code, value.Kind, value.Amount.Amount)),
            Is.EqualTo(new[] { ("TEA10", CodeKind.Coupon, 2.50m), ("SPRING25", CodeKind.Invalid, 0m), ("GIFT", CodeKind.GiftCertificate, 22.50m), ("OLD", CodeKind.GiftCertificate, 0m) }));
        Assert.That(values[1].Message, Is.EqualTo("We accept one coupon for each order."));
    }

    [Test]
    public async Task Codes_InSterling_FollowTheCurrencyOfTheCart()
    {
        var values = await GetAsync(new Money(15m, "GBP"), "TEA10", "POUNDS", "GIFT");

        Assert.That(values.Where(value => value.Kind != CodeKind.Invalid).Select(value => value.Amount), Is.EqualTo(new[] { new Money(1.50m, "GBP"), new Money(13.50m, "GBP") }));
        Assert.That(values.Single(value => value.Kind == CodeKind.Invalid).Message, Is.EqualTo("This gift certificate is in USD."));
    }

    private static Money Dollars(decimal amount) => new(amount, "USD");

    private Task<IReadOnlyList<CodeValue>> GetAsync(Money subtotal, params string[] codes) => Store.WithAsync<StoreContext, IReadOnlyList<CodeValue>>(async store =>
    {
        var lastDay = new DateOnly(2011, 2, 28);
        store.AddRange(
            new GiftCertificate { Code = "GIFT", Currency = "USD", Balance = 25m },
            new GiftCertificate { Code = "OLD", Currency = "USD", Balance = 10m, LastDay = lastDay },
            new GiftCertificate { Code = "USED", Currency = "USD", Balance = 0m },
            new GiftCertificate { Code = "POUNDS", Currency = "GBP", Balance = 25m });
        await store.SaveChangesAsync();
        return await new CodeBook(store, _time).GetValuesAsync(codes, subtotal, CancellationToken.None);
    });

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
