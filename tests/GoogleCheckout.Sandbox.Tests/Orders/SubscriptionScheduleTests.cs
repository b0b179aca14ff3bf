using GoogleCheckout.Carts;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Orders;

/// <summary>The due dates of the payments of a subscription.</summary>
public class SubscriptionScheduleTests
{
    private static readonly DateTimeOffset Purchase = new(2012, 1, 31, 10, 0, 0, TimeSpan.Zero);

    [TestCase(DatePeriod.Monthly, "2012-02-29 2012-03-31 2012-04-30 2012-05-31")]
    [TestCase(DatePeriod.EveryTwoMonths, "2012-03-31 2012-05-31 2012-07-31 2012-09-30")]
    [TestCase(DatePeriod.Quarterly, "2012-04-30 2012-07-31 2012-10-31 2013-01-31")]
    [TestCase(DatePeriod.Yearly, "2013-01-31 2014-01-31 2015-01-31 2016-01-31")]
    [TestCase(DatePeriod.SemiMonthly, "2012-02-15 2012-02-29 2012-03-15 2012-03-31")]
    [TestCase(DatePeriod.Weekly, "2012-02-07 2012-02-14 2012-02-21 2012-02-28")]
    [TestCase(DatePeriod.Daily, "2012-02-01 2012-02-02 2012-02-03 2012-02-04")]
    public void GetNextTime_EachRecurrence_IsRelativeToFirst(DatePeriod period, string dates)
    {
        var subscription = Of(price: 5, new Subscription { Type = SubscriptionTypes.Google, Period = period });

        var times = Enumerable.Range(0, 4).Select(made => (subscription with { Recurrences = made }).GetNextTime(Purchase)).ToList();

        Assert.That(times.Select(time => time.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)), Is.EqualTo(dates.Split(' ')));
        Assert.That(times.Select(time => time.TimeOfDay), Is.All.EqualTo(Purchase.TimeOfDay));
    }

    [Test]
    public void GetNextTime_StartDateInPast_IsPurchaseTime()
    {
        var subscription = Of(price: 0, new Subscription { Type = SubscriptionTypes.Google, Period = DatePeriod.Monthly, StartDate = Purchase.AddYears(-1) });

        Assert.That(subscription.GetNextTime(Purchase), Is.EqualTo(Purchase));
    }

    private static SubscriptionSchedule Of(decimal price, Subscription subscription) => new(new Item
    {
        ItemName = "Club",
        ItemDescription = "Membership",
        UnitPrice = new Money(price, "USD"),
        Quantity = 1,
        Subscription = subscription,
    });
}
