using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;

namespace GoogleCheckout.Calculations;

/// <summary>Whatever is asked, and whatever a shop's functions answer of what they may, the answer is complete.</summary>
public class AnyCalculationTests
{
    private static readonly string[] Names = ["1", "Parcel", "parcel", " Parcel ", "O'Brien & \"Söhne\" <1>", "包裹 \U0001F375", "line\nend\ttab", ""];

    private static readonly string[] Codes = ["TEA5", "tea5", "Gift 1", "GIFT 1", "naïve", "<code>", "1", " x "];

    private static readonly bool?[] Taxes = [true, false, null];

    [Test]
    public void CalculateAsync_ForAnyQuestion_GivesACompleteAnswerThatSurvivesTheWire() => Check(callback =>
    {
        var written = Answer(callback).ToXmlString();
        var read = CheckoutXml.Parse<MerchantCalculationResults>(written);
        return MerchantCalculationValidator.Validate(callback, read).Count == 0 && read.ToXmlString() == written;
    });

    [Test]
    public void CalculateAsync_ForAnyQuestion_GivesAnAnswerOfTheOfficialSchema()
    {
        SharedFolder.Require();

        Check(callback => OfficialSchema.GetErrors(Answer(callback).ToXElement()).Count == 0);
    }

    private static void Check(Func<MerchantCalculationCallback, bool> holds) =>
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Arb.From(Questions()), holds));

    private static Gen<MerchantCalculationCallback> Questions() =>
        from addresses in Some(Names)
        from methods in Some(Names)
        from codes in Some(Codes)
        from tax in Gen.Elements(Taxes)
        from prices in Gen.Choose(-10_00, 100_00).ListOf()
        from currency in Gen.Elements("USD", "GBP", "JPY")
        select Question.Of(addresses, methods, codes, tax, [.. prices.Select(price => new Money(price, currency))]);

    // With repetitions.
    private static Gen<string[]> Some(string[] words) => Gen.Choose(0, 5).SelectMany(count => Gen.Elements(words).ArrayOf(count));

    private static MerchantCalculationResults Answer(MerchantCalculationCallback callback)
    {
        // In yen, too: no fractions. Every third place is out of reach.
        var calculator = new StubCalculator
        {
            Shipping = context => (context.Address.Id.Length + context.ShippingName.Length) % 3 == 0 ? null : In(context, context.ShippingName.Length),
            Tax = context => In(context, context.CodeResults.Count),
            Code = context => (context.Code.Length % 3) switch
            {
                0 => context.Invalid(new string('x', 300)),
                1 => context.GiftCertificate(In(context, 5)),
                _ => context.Coupon(In(context, 0), "Free of something."),
            },
        };
        return calculator.CalculateAsync(callback, CancellationToken.None).GetAwaiter().GetResult();
    }

    private static Money In(CalculationContext context, int amount) => new(amount, context.Currency.Length == 0 ? "USD" : context.Currency);
}
