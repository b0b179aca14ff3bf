using GoogleCheckout.Orders;
using MerchantStore.Settings;
using Microsoft.Extensions.Configuration;
using NUnit.Framework;
using static GoogleCheckout.Samples.MerchantStore.TestStore;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>Each condition of the automatic charge holds an order that does not meet it, with its reason.</summary>
public class ChargeOptionsTests
{
    [TestCase("", "", AvsMatch.AddressAndPostalCode, CvnMatch.Match, true, "charge 57 USD")]
    [TestCase("", "", AvsMatch.PostalCodeOnly, CvnMatch.Match, true, "hold: The bank's result for the billing address (AVS) is not accepted")]
    [TestCase("AcceptedAvs", "Part", AvsMatch.PostalCodeOnly, CvnMatch.Match, true, "charge 57 USD")]
    [TestCase("AcceptedAvs", "Part", AvsMatch.Neither, CvnMatch.Match, true, "hold: The bank's result for the billing address (AVS) is not accepted")]
    [TestCase("AcceptedAvs", "Any", AvsMatch.Neither, CvnMatch.Match, true, "charge 57 USD")]
    [TestCase("", "", AvsMatch.AddressAndPostalCode, CvnMatch.NoMatch, true, "hold: The bank's result for the security code (CVN) is not accepted")]
    [TestCase("AcceptedCvn", "Any", AvsMatch.AddressAndPostalCode, CvnMatch.NoMatch, true, "charge 57 USD")]
    [TestCase("", "", AvsMatch.AddressAndPostalCode, CvnMatch.Match, false, "hold: The payment guarantee does not cover the order")]
    [TestCase("OnlyEligibleForProtection", "false", AvsMatch.AddressAndPostalCode, CvnMatch.Match, false, "charge 57 USD")]
    [TestCase("MaxAmount", "57.00", AvsMatch.AddressAndPostalCode, CvnMatch.Match, true, "charge 57 USD")]
    [TestCase("MaxAmount", "56.99", AvsMatch.AddressAndPostalCode, CvnMatch.Match, true, "hold: With this charge, the total would exceed the maximum of 56.99 USD")]
    [TestCase("MinBuyerAccountAge", "10", AvsMatch.AddressAndPostalCode, CvnMatch.Match, true, "charge 57 USD")]
    [TestCase("MinBuyerAccountAge", "11", AvsMatch.AddressAndPostalCode, CvnMatch.Match, true, "hold: The buyer's account is younger than 11 days")]
    public void Order_WithACondition_IsChargedOrHeldWithTheReason(string setting, string value, AvsMatch avs, CvnMatch cvn, bool isGuaranteed, string decision)
    {
        var options = new ConfigurationBuilder().AddInMemoryCollection([new($"Charge:{setting}", value)]).Build().Get<StoreOptions>() ?? new StoreOptions();
        var order = OrderStatus.FromSummary(Summary(FinancialOrderState.Chargeable, charged: 0)) with
        {
            Payment = new PaymentStatus
            {
                AuthorizationAmount = Usd(57),
                AuthorizationExpirationDate = Noon.AddDays(7),
                AvsMatch = avs,
                CvnMatch = cvn,
                EligibleForProtection = isGuaranteed,
                BuyerAccountAge = 10,
            },
        };

        Assert.That(options.Charge.ToPolicy(options.Currency).Evaluate(order, Noon).ToString(), Is.EqualTo(decision));
    }
}
