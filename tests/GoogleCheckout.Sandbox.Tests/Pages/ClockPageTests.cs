using System.Net;
using GoogleCheckout.Orders;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Pages;

/// <summary>The page of the clock.</summary>
public sealed class ClockPageTests : ShopFixture
{
    [Test]
    public async Task Clock_OrderUnderReview_ShowsItAndAdvancesToIt()
    {
        var order = await Sandbox.PlaceOrderAsync(await Client.CheckoutAsync(SampleCarts.Books));
        await Sandbox.DeliverAsync();
        await SignInAsync();
        await Merchant.OpenAsync(PageUrls.Clock);
        Assert.That(Merchant.Text, Does.Match($"The review ends: the bank authorizes the amount {order.GoogleOrderNumber}"));

        await Merchant.SubmitAsync(PageUrls.Clock, ("number", "1"), ("unit", "minute"));

        Assert.That(Merchant.Text, Does.Contain("The clock was advanced by 1 minute.").And.Contain("Nothing is due."));
        Assert.That(Sandbox.Accounts.First.Service.FindOrder(order.GoogleOrderNumber)!.FinancialOrderState, Is.EqualTo(FinancialOrderState.Chargeable));
        Assert.That(Shop.Posts.Select(post => post.Body).Where(body => body.Contains("<order-state-change-notification", StringComparison.Ordinal)), Is.Not.Empty, "what fell due was sent");
    }

    [Test]
    public async Task Clock_FailedNotification_ShowsItsNextAttempt()
    {
        Shop.AnswerWith(500, "no");
        await PlaceAsync();
        await SignInAsync();

        await Merchant.OpenAsync(PageUrls.Clock);

        Assert.That(Merchant.Text, Does.Match("new-order-notification is sent again, after \\d+ failed attempt"));
    }

    [TestCase("0", "minute")]
    [TestCase("-1", "day")]
    [TestCase("1.5", "hour")]
    [TestCase("100001", "day")]
    [TestCase("1", "year")]
    [TestCase("", "")]
    public async Task Advance_NoNumberOfUnits_IsRefused(string number, string unit)
    {
        await SignInAsync();
        await Merchant.OpenAsync(PageUrls.Clock);
        var now = Sandbox.Accounts.Now;

        await Merchant.SubmitAsync(PageUrls.Clock, ("number", number), ("unit", unit));

        Assert.That(Merchant.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(Merchant.Text, Does.Contain("Enter a whole number"));
        Assert.That(Sandbox.Accounts.Now - now, Is.LessThan(TimeSpan.FromMinutes(1)));
    }

    [Test]
    public async Task Advance_BeyondTheCalendar_IsRefused()
    {
        await SignInAsync();
        await Merchant.OpenAsync(PageUrls.Clock);
        await Sandbox.AdvanceAsync(new DateTimeOffset(9899, 1, 1, 0, 0, 0, TimeSpan.Zero) - Sandbox.Accounts.Now);

        await Merchant.SubmitAsync(PageUrls.Clock, ("number", "100000"), ("unit", "day"));

        Assert.That(Merchant.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(Merchant.Text, Does.Contain("The time is too long"));
    }
}
