using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;

namespace GoogleCheckout.Calculations;

/// <summary>Tests that the results are valid for any request and any valid results of the merchant's methods.</summary>
public class CalculationPropertyTests
{
    private static readonly string[] Names = ["1", "Parcel", "parcel", " Parcel ", "O'Brien & \"Söhne\" <1>", "包裹 \U0001F375", "line\nend\ttab", ""];

    private static readonly string[] Codes = ["TEA5", "tea5", "Gift 1", "GIFT 1", "naïve", "<code>", "1", " x "];

    private static readonly bool?[] Taxes = [true, false, null];

    [Test]
    public void CalculateAsync_AnyRequest_ReturnsValidResultsThatRoundTrip() => Check(callback =>
    {
        var written = Calculate(callback).ToXmlString();
        var read = CheckoutXml.Parse<MerchantCalculationResults>(written);
        return MerchantCalculationValidator.Validate(callback, read).Count == 0 && read.ToXmlString() == written;
    });

    [Test]
    public void CalculateAsync_AnyRequest_ReturnsResultsThatMatchTheOfficialSchema()
    {
        SharedFolder.Require();

        Check(callback => OfficialSchema.GetErrors(Calculate(callback).ToXElement()).Count == 0);
    }

    private static void Check(Func<MerchantCalculationCallback, bool> holds) =>
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Arb.From(Requests()), holds));

    private static Gen<MerchantCalculationCallback> Requests() =>
        from addresses in Some(Names)
        from methods in Some(Names)
        from codes in Some(Codes)
        from tax in Gen.Elements(Taxes)
        from prices in Gen.Choose(-10_00, 100_00).ListOf()
        from currency in Gen.Elements("USD", "GBP", "JPY")
        select SampleCallbacks.Of(addresses, methods, codes, tax, [.. prices.Select(price => new Money(price, currency))]);

    // May contain duplicates.
    private static Gen<string[]> Some(string[] words) => Gen.Choose(0, 5).SelectMany(count => Gen.Elements(words).ArrayOf(count));

    private static MerchantCalculationResults Calculate(MerchantCalculationCallback callback)
    {
        // Whole amounts only, because yen have no fractions. Every third method is not shippable.
        var calculator = new StubCalculator
        {
            Shipping = context => (context.Address.Id.Length + context.ShippingName.Length) % 3 == 0 ? null : In(context, context.ShippingName.Length),
            Tax = context => In(context, context.CodeResults.Count),
            Code = context => (context.Code.Length % 3) switch
            {
                0 => context.Invalid(new string('x', 300)),
                1 => context.GiftCertificate(In(context, 5)),
                _ => context.Coupon(In(context, 0), "A free item."),
            },
        };
        return calculator.CalculateAsync(callback, CancellationToken.None).GetAwaiter().GetResult();
    }

    private static Money In(CalculationContext context, int amount) => new(amount, context.Currency.Length == 0 ? "USD" : context.Currency);
}
