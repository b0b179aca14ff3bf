using GoogleCheckout.Orders;
using MerchantStore.Data;
using MerchantStore.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>Which mails there are is up to the settings.</summary>
public sealed class MailSettingsTests(StoreEngine engine) : CommandTestBase(engine)
{
    private const string Buyer = "buyer-1@example.com";
    private const string Shop = "desk@example.com";

    private protected override (string Name, string Value)[] Settings => [("Mail:Shop", Shop)];

    [Test]
    public async Task Mail_OfANewOrder_GoesToWhomTheSettingNamesWithoutARestart()
    {
        Assert.That(await PlaceAsync(), Is.Empty, "no folder, no mails");

        await Store.SetAsync("Mail:Folder", "mails");
        Assert.That(await PlaceAsync(), Is.EquivalentTo(new[] { Buyer, Shop }));

        await Store.SetAsync("Mail:Placed", "Buyer");
        Assert.That(await PlaceAsync(), Is.EqualTo(new[] { Buyer }));

        await Store.SetAsync("Mail:Placed", "Shop");
        Assert.That(await PlaceAsync(), Is.EqualTo(new[] { Shop }));

        await Store.SetAsync("Mail:Placed", "None");
        Assert.That(await PlaceAsync(), Is.Empty);
    }

    /// <summary>Records the mails about a new order.</summary>
    /// <returns>Their recipients.</returns>
    private Task<List<string>> PlaceAsync() => Store.WithAsync<IServiceProvider, List<string>>(async services =>
    {
        services.GetRequiredService<OrderMails>().AddPlaced(SampleOrders.New(1, FinancialOrderState.Reviewing));
        var store = services.GetRequiredService<StoreContext>();
        await store.SaveChangesAsync();
        var recipients = await store.WaitingMails.Select(mail => mail.Recipient).ToListAsync();
        await store.WaitingMails.ExecuteDeleteAsync();
        return recipients;
    });
}
