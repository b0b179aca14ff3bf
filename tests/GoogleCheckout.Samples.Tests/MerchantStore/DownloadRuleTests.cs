using GoogleCheckout.Orders;
using MerchantStore.Data;
using MerchantStore.Shop;
using NUnit.Framework;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>When the files of an order can be downloaded.</summary>
public class DownloadRuleTests
{
    [TestCase(12, FinancialOrderState.Charged, 12, 0, true)]
    [TestCase(12, FinancialOrderState.Charged, 12, 5, true, TestName = "{m}(a part was refunded)")]
    [TestCase(12, FinancialOrderState.Charged, 6, 0, false)]
    [TestCase(12, FinancialOrderState.Charged, 12, 12, false)]
    [TestCase(12, FinancialOrderState.Chargeable, 0, 0, false)]
    [TestCase(12, FinancialOrderState.Cancelled, 12, 12, false)]
    [TestCase(0, FinancialOrderState.Chargeable, 0, 0, true, TestName = "{m}(a gift certificate paid it)")]
    [TestCase(0, FinancialOrderState.Cancelled, 0, 0, false)]
    public void Downloads_ByTheMoneyOfTheOrder_AreOpen(int total, FinancialOrderState state, int charged, int refunded, bool expected)
    {
        var order = new Order { Number = "1", Currency = "USD", BuyerKey = "key", Total = total, FinancialState = state, Charged = charged, Refunded = refunded };

        Assert.That(Downloads.AreOpen(order), Is.EqualTo(expected));
    }
}
