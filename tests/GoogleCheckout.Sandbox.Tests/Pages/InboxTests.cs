using GoogleCheckout.Orders;
using GoogleCheckout.Sandbox.Pages.MerchantCenter;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Pages;

/// <summary>The inbox of the Merchant Center, without script.</summary>
public sealed class InboxTests : MerchantCenterFixture
{
    [Test]
    public async Task Inbox_NoOrders_SaysWhatToDo()
    {
        await SignInAsync();

        Assert.That(Merchant.Text, Does.Contain("There are no orders yet.").And.Contain("Check out in your shop"));
        Assert.That(Merchant.Html, Does.Not.Contain("<table"));
    }

    [Test]
    public async Task Inbox_OrdersInEachState_ShowsPicturesAndTheNextAction()
    {
        var charged = await PlaceAsync();
        var shipped = await PlaceAsync();
        var some = await PlaceAsync();
        var declined = await PlaceAsync(buyer => buyer.Card = TestCard.DeclinedAtReview);
        var canceled = await PlaceAsync();
        var chargeable = await PlaceAsync();
        await Client.ChargeOrderAsync(charged);
        await Client.ChargeOrderAsync(shipped);
        await Client.DeliverOrderAsync(shipped);
        await Client.ChargeOrderAsync(some, new Money(5m, "USD"));
        await Client.ShipItemsAsync(new ShipItemsRequest { GoogleOrderNumber = some, ItemShippingInformationList = [new ItemShippingInformation { ItemId = new ItemId { MerchantItemId = "book" } }] });
        await Client.CancelOrderAsync(canceled, "Other");
        await Client.AddMerchantOrderNumberAsync(chargeable, "shop 4711");
        var reviewing = (await Sandbox.PlaceOrderAsync(await Client.CheckoutAsync(SampleCarts.Books))).GoogleOrderNumber;

        await SignInAsync();

        var name = new SandboxBuyer().ShippingAddress.ContactName;
        foreach (var (number, row) in new[]
        {
            (reviewing, "Under review Under review {0} {1} 50.00 USD Under review"),
            (chargeable, "Not charged None shipped {0} {1} shop 4711 50.00 USD Charge"),
            (canceled, "Canceled Canceled {0} {1} 50.00 USD Archive"),
            (declined, "Card declined None shipped {0} {1} 50.00 USD Buyer enters another card"),
            (some, "Partially charged Some shipped {0} {1} 50.00 USD Charge"),
            (shipped, "Fully charged All shipped {0} {1} 50.00 USD Archive"),
            (charged, "Fully charged None shipped {0} {1} 50.00 USD Ship"),
        })
        {
            Assert.That(WithoutDates(Merchant.Text), Does.Contain(string.Format(null, row, number, name)));
        }

        Assert.That(Merchant.Text, Does.Contain("Inbox 7").And.Contain("To charge 2").And.Contain("To ship 3").And.Contain("Archived 0"));
        Assert.That(Merchant.Html.IndexOf(reviewing, StringComparison.Ordinal), Is.LessThan(Merchant.Html.IndexOf(charged, StringComparison.Ordinal)), "newest first");
        Assert.That(Merchant.Html, Does.Contain($"href=\"/sell/order?t={charged}#deliver\""));
    }

    [Test]
    public async Task Archived_IsHiddenElsewhere()
    {
        var kept = await PlaceAsync();
        var archived = await PlaceAsync();
        await Client.ArchiveOrderAsync(archived);

        await SignInAsync();
        Assert.That(Merchant.Text, Does.Contain(kept).And.Not.Contain(archived).And.Contain("1–1 of 1"));
        await Merchant.OpenAsync("/sell/orders?show=archived");

        Assert.That(Merchant.Text, Does.Contain(archived).And.Not.Contain(kept));
    }

    [Test]
    public async Task Search_NumberBuyerOrShopsNumber_FindsTheOrder()
    {
        await PlaceAsync();
        var number = await PlaceAsync(buyer => buyer.ShippingAddress = buyer.ShippingAddress with { ContactName = "Zoë <Example>", Email = "zoe@shop.example" });
        await Client.AddMerchantOrderNumberAsync(number, "A&B 12");
        await SignInAsync();

        foreach (var text in new[] { number[3..], "zoë <", "ZOE@SHOP", "a&b" })
        {
            await Merchant.OpenAsync(new InboxQuery(InboxFilter.Inbox, text, 1).Url);
            Assert.That(Merchant.Text, Does.Contain(number).And.Contain("1–1 of 1").And.Contain("Zoë <Example>"), text);
        }

        await Merchant.OpenAsync(new InboxQuery(InboxFilter.Ship, "nobody", 1).Url);
        Assert.That(Merchant.Text, Does.Contain("No order here has “nobody” in its number"));
    }

    [Test]
    public async Task Pages_Of50_LeadToTheOldest()
    {
        var oldest = await PlaceAsync();
        for (var i = 0; i < InboxModel.PageSize; i++)
        {
            await Sandbox.PlaceOrderAsync(await Client.CheckoutAsync(SampleCarts.Books));
        }

        await SignInAsync();
        Assert.That(Merchant.Text, Does.Contain("1–50 of 51").And.Contain("Older").And.Not.Contain("Newer").And.Not.Contain(oldest));
        await Merchant.OpenAsync("/sell/orders?page=2");
        Assert.That(Merchant.Text, Does.Contain("51–51 of 51").And.Contain("Newer").And.Not.Contain("Older").And.Contain(oldest));
        await Merchant.OpenAsync("/sell/orders?page=99");
        Assert.That(Merchant.Text, Does.Contain("51–51 of 51"), "the last page");
        await Merchant.OpenAsync("/sell/orders?page=x&show=y");
        Assert.That(Merchant.Text, Does.Contain("1–50 of 51"));
    }

    [Test]
    public async Task Csv_OfFilterAndSearch_HasTheRowsOfTheOrderList()
    {
        var charged = await PlaceAsync();
        await Client.ChargeOrderAsync(charged);
        var other = await PlaceAsync();
        await Client.AddMerchantOrderNumberAsync(other, "A \"1\", B");
        await SignInAsync();
        Assert.That(Merchant.Html, Does.Contain("<a href=\"/sell/orders/csv\" class=\"other\" download=\"download\">Download as CSV</a>").Or.Contain("<a href=\"/sell/orders/csv\" class=\"other\" download>Download as CSV</a>"));

        await Merchant.OpenAsync(PageUrls.OrderFile);

        var rows = Reports.OrderListReader.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Merchant.Html))).Select(row => row.Entry!).ToList();
        Assert.That(Merchant.ContentHeader("Content-Type"), Is.EqualTo("text/csv; charset=utf-8"));
        Assert.That(Merchant.ContentHeader("Content-Disposition"), Is.EqualTo("attachment; filename=orders.csv"));
        Assert.That(rows.Select(row => (row.GoogleOrderNumber, row.MerchantOrderNumber, row.AmountCharged)), Is.EqualTo(new[] { (charged, charged, new Money(50m, "USD")), (other, "A \"1\", B", new Money(0m, "USD")) }));
        await Merchant.OpenAsync(new InboxQuery(InboxFilter.Charge, "a \"1", 1).FileUrl);
        Assert.That(Merchant.Html.Split('\n', StringSplitOptions.RemoveEmptyEntries), Has.Length.EqualTo(2).And.Some.StartsWith(other));
    }

    [Test]
    public async Task Csv_ManyOrders_HasTheLatest500AndThePageSaysSo()
    {
        var order = await PlaceAsync();
        var first = Sandbox.Accounts.First.Service.FindFullOrder(order)!;
        var many = Enumerable.Range(0, InboxPage.MaxFileOrders + 1).Select(number => first with { GoogleOrderNumber = $"{number}" }).ToList();

        Assert.That(InboxPage.SelectForFile(many, new InboxQuery(InboxFilter.Inbox, string.Empty, 1)).Select(selected => selected.GoogleOrderNumber), Is.EqualTo(many.Skip(1).Select(selected => selected.GoogleOrderNumber)));
        Assert.That(InboxPage.GetFileText(many.Count), Is.EqualTo("Download as CSV (the latest 500)"));
    }

    [Test]
    public async Task Csv_WithoutLogin_IsRefused()
    {
        await Merchant.OpenAsync(PageUrls.OrderFile);

        Assert.That(Merchant.Address.AbsolutePath, Is.EqualTo(PageUrls.SignIn));
    }

    private static string WithoutDates(string text) => System.Text.RegularExpressions.Regex.Replace(text, @" \d{4}-\d\d-\d\d \d\d:\d\d UTC", string.Empty);
}
