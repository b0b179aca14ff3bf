using GoogleCheckout.Orders;
using GoogleCheckout.Sandbox;
using MimeKit;
using NUnit.Framework;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>The mails about orders, as files.</summary>
[TestFixture(StoreEngine.Sqlite)]
[TestFixture(StoreEngine.PostgreSql)]
public sealed class OrderMailTests(StoreEngine engine) : MerchantStoreTestBase(engine)
{
    private DirectoryInfo Mails => new(Path.Combine(Folder.FullName, "mails"));

    [Test]
    public async Task Order_PlacedAndCanceled_IsMailedToTheBuyerAndTheShopOnce()
    {
        await RestartAsync(("Mail:Folder", Mails.FullName));
        var placed = await BuyAsync();
        await Client.SendAsync(new CancelOrderRequest { GoogleOrderNumber = placed.GoogleOrderNumber, Reason = "Out of stock" });
        await Sandbox.DeliverAsync();

        await Eventually.Async(() => Task.FromResult(Mails.GetFiles("*.eml").Length), Is.EqualTo(4));
        var mails = Mails.GetFiles("*.eml").Select(file => MimeMessage.Load(file.FullName)).ToList();
        var thanks = mails.Single(mail => mail.Subject == "Your order T-1001 at Leaf & Kettle");
        Assert.Multiple(() =>
        {
            Assert.That(mails.Select(mail => mail.Subject), Is.EquivalentTo(new[]
            {
                "Your order T-1001 at Leaf & Kettle", "New order T-1001 for 57.00 USD", "Your order T-1001 is canceled", "Order T-1001 is canceled",
            }));
            Assert.That(thanks.To.Mailboxes.Single().Address, Is.EqualTo(placed.BuyerBillingAddress!.Email));
            Assert.That(thanks.TextBody, Does.Contain("2 x Sencha").And.Contains("57.00 USD").And.Contains(new Uri(Store.Address, "/MyOrder/").ToString()));
            Assert.That(mails.Single(mail => mail.Subject!.StartsWith("New order", StringComparison.Ordinal)).TextBody, Does.Contain(new Uri(Store.Address, $"/Orders/{placed.GoogleOrderNumber}").ToString()));
        });
    }

    [Test]
    public async Task Card_Declined_IsMailedToTheShopOnly()
    {
        await RestartAsync(("Mail:Folder", Mails.FullName));
        var placed = await BuyAsync(TestCard.DeclinedAtCharge);
        await Client.SendAsync(new ChargeOrderRequest { GoogleOrderNumber = placed.GoogleOrderNumber });
        await Sandbox.DeliverAsync();

        await Eventually.Async(() => Task.FromResult(Mails.GetFiles("*.eml").Length), Is.EqualTo(3));
        var mail = Mails.GetFiles("*.eml").Select(file => MimeMessage.Load(file.FullName)).Single(mail => mail.Subject!.Contains("declined", StringComparison.Ordinal));
        Assert.That(mail.To.Mailboxes.Single().Address, Is.EqualTo("orders@leaf-and-kettle.example"));
    }

    [Test]
    public async Task Order_WithoutAFolder_WritesNoMail()
    {
        await BuyAsync();

        Assert.That(Folder.GetFiles("*.eml", SearchOption.AllDirectories), Is.Empty);
    }
}
