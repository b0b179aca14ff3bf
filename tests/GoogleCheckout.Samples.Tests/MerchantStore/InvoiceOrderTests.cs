using System.Net;
using MerchantStore.Data;
using NUnit.Framework;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>Orders on invoice: the buyer sees the whole price first, and pays that one.</summary>
[TestFixture(StoreEngine.Sqlite)]
[TestFixture(StoreEngine.PostgreSql)]
public sealed class InvoiceOrderTests(StoreEngine engine) : MerchantStoreTestBase(engine)
{
    private const string Changed = "The price is not the one that you saw. Nothing was ordered.";

    private static readonly (string, string)[] Ada =
    [
        ("Buyer.Name", "Ada Example"), ("Buyer.Email", "ada@example.com"), ("Buyer.Street", "12 Sample Street"),
        ("Buyer.City", "Oakland"), ("Buyer.Region", "ca"), ("Buyer.PostalCode", "94601"), ("Buyer.Country", "US"),
    ];

    [Test]
    public async Task Order_OnInvoice_IsTaxedAndShippedByTheTablesAndInTheOwnersList()
    {
        await AddAsync("Teapot", "Plum wine");
        await ShowTotalAsync([.. Ada, ("ShippingName", "Ground")]);

        // 60.50 with 11.50 for 5.5 pounds; California taxes the goods.
        Assert.That(Browser.Element("invoice-total"), Is.EqualTo("76.99 USD"));
        Assert.That(Browser.Text, Does.Contain("Check your order").And.Contains("4.99").And.Contains("11.50").And.Contains("Oakland, CA 94601"));
        Assert.That(await ReadOrdersAsync(), Is.Empty, "nothing is ordered yet");

        await Browser.PressAsync("Order now");
        Assert.That((Browser.Element("invoice-total"), Browser.Element("invoice")), Is.EqualTo(("76.99 USD", "Invoice T-1001")));
        await Browser.GoAsync("/Cart");
        Assert.That(Browser.Text, Does.Contain("Your cart is empty."));

        var order = (await ReadOrdersAsync()).Single();
        Assert.That((order.PaymentMethod, order.Number, order.Total), Is.EqualTo((PaymentMethod.Invoice, "T-1001", 76.99m)));
        await Browser.GoAsync($"/MyOrder/{order.BuyerKey}");
        Assert.That((Browser.Element("payment"), Browser.Element("delivery")), Is.EqualTo(("on invoice", "not shipped")));
        await SignInAsync();
        Assert.That(Browser.Text, Does.Contain("T-1001").And.Contains("76.99"));
        Assert.That(Sandbox.Requests, Is.Empty, "Google Checkout has nothing to do with it");
    }

    [Test]
    public async Task Order_AtAnotherPriceThanTheBuyerSaw_IsShownAgainAndOrderedAtThatOne()
    {
        await AddAsync("Teapot");
        await ShowTotalAsync([.. Ada, ("ShippingName", "Ground")]);
        Assert.That(Browser.Element("invoice-total"), Is.EqualTo("47.76 USD"));

        // The address that the page remembers is another one when it comes back.
        await Browser.PressAsync("Order now", ("Buyer.Region", "HI"));
        Assert.That(Browser.Text, Does.Contain(Changed));
        Assert.That(Browser.Element("invoice-total"), Is.EqualTo("48.50 USD"));
        Assert.That(await ReadOrdersAsync(), Is.Empty);

        await Browser.PressAsync("Change the address");
        Assert.That(Browser.Page, Does.Contain("value=\"12 Sample Street\"").And.Contains("value=\"HI\""), "the form keeps what was entered");
        await Browser.PressAsync("Show the total", ("Buyer.Region", "IL"));
        Assert.That(Browser.Text, Does.Not.Contain(Changed));
        await Browser.PressAsync("Order now");

        Assert.That((await ReadOrdersAsync()).Single().Total, Is.EqualTo(44.50m));
    }

    [Test]
    public async Task Order_WhoseGiftCertificateIsUsedMeanwhile_IsShownAgainAtTheFullPrice()
    {
        await AddAsync("Teapot");
        await Browser.PressAsync("Apply", ("code", "GIFT-25-TEA"));
        await ShowTotalAsync([.. Ada, ("Buyer.Region", "IL")]);
        Assert.That(Browser.Element("invoice-total"), Is.EqualTo("19.50 USD"));
        using (var other = new StoreVisitor(Store.Address))
        {
            await other.GoAsync("/");
            await other.PressAsync("Add Teapot to the cart");
            await other.PressAsync("Apply", ("code", "GIFT-25-TEA"));
            await other.GoAsync("/Invoice");
            await other.PressAsync("Show the total", [.. Ada, ("Buyer.Region", "IL")]);
            await other.PressAsync("Order now");
        }

        await Browser.PressAsync("Order now");
        Assert.That(Browser.Text, Does.Contain(Changed));
        Assert.That(Browser.Element("invoice-total"), Is.EqualTo("44.50 USD"));
        await Browser.PressAsync("Order now");

        Assert.That((await ReadOrdersAsync()).Select(order => (order.Total, order.OnHold)), Is.EquivalentTo(new[] { (19.50m, false), (44.50m, false) }));
    }

    [Test]
    public async Task Order_ButtonPressedTwiceAtOnce_IsOneOrder()
    {
        await AddAsync("Teapot");
        await ShowTotalAsync([.. Ada]);
        var cookies = Browser.Cookies.GetCookieHeader(Store.Address);
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        var forms = new[] { Browser.FormOf("Order now"), Browser.FormOf("Order now"), Browser.FormOf("Order now") };
        var responses = await Task.WhenAll(forms.Select(async form =>
        {
            form.Headers.Add("Cookie", cookies);
            using var response = await http.SendAsync(form);
            return response.StatusCode;
        }));

        Assert.That(responses, Has.All.EqualTo(HttpStatusCode.Redirect));
        Assert.That(await ReadOrdersAsync(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Form_ThatCannotBeAnAddress_SaysWhatToEnterAndOrdersNothing()
    {
        await AddAsync("Tea stove");
        await ShowTotalAsync([.. Ada, ("Buyer.Name", string.Empty), ("Buyer.Email", "nobody")]);
        Assert.That(Browser.Text, Does.Contain("Enter your name.").And.Contains("This e-mail address is not complete."));

        var long1000 = new string('x', 1000);
        await Browser.PressAsync("Show the total", [.. Ada, ("Buyer.Name", long1000), ("Buyer.Street", "12\u0007 Street"), ("Buyer.City", "a\r\nBcc: x"), ("Buyer.PostalCode", long1000)]);
        Assert.That(Browser.Text, Does.Contain("The name has at most 100 characters.").And.Contains("The postal code has at most 20 characters.")
            .And.Contains("The street has characters that cannot be printed.").And.Contains("The city has characters that cannot be printed."));

        await Browser.PressAsync("Show the total", [.. Ada, ("Buyer.Region", "California")]);
        Assert.That(Browser.Text, Does.Contain("Enter the state as two letters, for example CA."));
        await Browser.PressAsync("Show the total", [.. Ada, ("Buyer.Country", "<b>")]);
        Assert.That(Browser.Text, Does.Contain("Enter the country as two letters"));
        await Browser.PressAsync("Show the total", [.. Ada, ("ShippingName", $"<script>{long1000}")]);
        Assert.That(Browser.Text, Does.Contain("This method does not ship this cart to the address."));
        Assert.That(Browser.Page, Does.Not.Contain("<script>"));
        await Browser.PressAsync("Show the total", [.. Ada, ("Buyer.Region", "HI"), ("ShippingName", "Ground")]);
        Assert.That(Browser.Text, Does.Contain("Ground does not ship this cart to the address."));
        await Browser.PressAsync("Show the total", [.. Ada, ("Buyer.Country", "PR"), ("Buyer.Region", string.Empty)]);
        Assert.That(Browser.Text, Does.Contain("does not ship this cart to the address."), "the stove is too heavy for the islands");
        Assert.That(await ReadOrdersAsync(), Is.Empty);

        await Browser.PressAsync("Show the total", [.. Ada, ("Buyer.Name", "吉田 😀 <b>"), ("Buyer.Email", " ada@example.com ")]);
        await Browser.PressAsync("Order now");
        var order = (await ReadOrdersAsync()).Single();
        Assert.That((order.BuyerName, order.BuyerEmail), Is.EqualTo(("吉田 😀 <b>", "ada@example.com")));
        Assert.That(Browser.Page, Does.Contain("&lt;b&gt;").And.Not.Contains("<b>"));
    }

    [Test]
    public async Task Cart_WithADownload_CannotBeOrderedOnInvoice()
    {
        await AddAsync("Teapot", "The tea handbook");
        Assert.That(Browser.Text, Does.Contain("The tea handbook cannot be ordered on invoice."));
        await Browser.GoAsync("/Invoice");
        Assert.That(Browser.Address.AbsolutePath, Is.EqualTo("/Cart"));

        await AddAsync("Plum wine");
        Assert.That(Browser.Text, Does.Contain("Plum wine cannot be paid with Google Checkout. Remove it and order it separately."));
    }

    private async Task ShowTotalAsync(params (string Name, string Value)[] filledIn)
    {
        await Browser.GoAsync("/Invoice");
        await Browser.PressAsync("Show the total", filledIn);
    }
}
