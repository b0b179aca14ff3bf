using System.Text.RegularExpressions;
using GoogleCheckout.Carts;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Pages;

/// <summary>Markup and scripts in each field of each form of the Merchant Center, and in each text of a cart.</summary>
public sealed partial class HostileTextTests : MerchantCenterFixture
{
    private const string Markup = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>";

    [Test]
    public async Task EachField_Markup_IsEncodedOnEachPage()
    {
        var number = await PlaceHostileAsync();
        await Merchant.OpenAsync($"/sell/orders?show={Uri.EscapeDataString(Markup)}&q={Uri.EscapeDataString(Markup)}&page={Uri.EscapeDataString(Markup)}");
        AssertNoMarkup();
        await Merchant.SubmitAsync(PageUrls.SignIn, ("merchant-id", Markup), ("merchant-key", Markup), ("return", Markup));
        AssertNoMarkup();
        await SignInAsync();
        AssertNoMarkup();
        await Merchant.OpenAsync($"/sell/orders?q={Uri.EscapeDataString(Markup)}");
        Assert.That(Merchant.Text, Does.Contain("1–1 of 1"), "the buyer's name");
        AssertNoMarkup();

        var charged = await PlaceHostileAsync();
        await Client.ChargeOrderAsync(charged, new Money(10m, "USD"));
        var sent = (await SubmitEachFormAsync(charged)).Concat(await SubmitEachFormAsync(number)).Concat(await SubmitEachFormAsync(await PlaceHostileAsync(), "cancel")).ToHashSet();

        Assert.That(sent, Is.SupersetOf(new[] { "charge", "refund", "message", "cancel", "track", "deliver", "number", "shipitems" }));
        var order = Sandbox.Accounts.Default.Service.FindFullOrder(number)!;
        Assert.That((order.MessagesToBuyer.Contains(Markup), order.Parcels.Exists(parcel => parcel.TrackingNumber == Markup), order.MerchantOrderNumber), Is.EqualTo((true, true, Markup)), "the text arrived");
        foreach (var page in new[] { PageUrls.Inbox, PageUrls.OfOrder(PageUrls.Order, number), PageUrls.OfOrder(PageUrls.Receipt, number), PageUrls.OfOrder(PageUrls.Confirmation, number), PageUrls.Purchases })
        {
            await Merchant.OpenAsync(page);
            AssertNoMarkup();
        }
    }

    private async Task<IReadOnlyList<string>> SubmitEachFormAsync(string number, string? only = null)
    {
        var url = PageUrls.OfOrder(PageUrls.Order, number);
        await Merchant.OpenAsync($"{url}&done={Uri.EscapeDataString(Markup)}");
        AssertNoMarkup();

        // With an amount, a form with markup in its other fields is accepted.
        var sent = new List<string>();
        foreach (var form in FormId().Matches(Merchant.Html).Select(match => match.Groups[1].Value).Except(["archive"]).Where(form => only is null || form == only).ToList())
        {
            foreach (var amount in new[] { Markup, "1" })
            {
                await Merchant.OpenAsync(url);
                if (Merchant.Html.Contains($"id=\"{form}\"", StringComparison.Ordinal))
                {
                    await SubmitAsync(form, field => field == "amount" ? amount : Markup);
                    AssertNoMarkup();
                    sent.Add(form);
                }
            }
        }

        return sent;
    }

    // Fills the fields of the form that are not hidden.
    private Task SubmitAsync(string form, Func<string, string> getValue)
    {
        var markup = Form().Matches(Merchant.Html).First(match => match.Value.Contains($"id=\"{form}\"", StringComparison.Ordinal)).Value;
        var fields = FieldName().Matches(markup).Select(match => match.Groups[1].Value).Distinct().Select(name => (name, getValue(name)));
        return Merchant.SubmitAsync($"id=\"{form}\"", [.. fields, .. form == "shipitems" ? [("action", "shipitems")] : Array.Empty<(string, string)>()]);
    }

    private async Task<string> PlaceHostileAsync()
    {
        var cart = SampleCarts.Books;
        var hostile = cart with
        {
            ShoppingCart = cart.ShoppingCart with
            {
                Items =
                [
                    cart.ShoppingCart.Items[0] with
                    {
                        ItemName = Markup,
                        ItemDescription = Markup,
                        MerchantItemId = Markup,
                        DigitalContent = new DigitalContent { Description = Markup, Key = Markup, Url = "https://example.com/?" + Markup },
                        MerchantPrivateItemData = PrivateData.FromText(Markup),
                    },
                    cart.ShoppingCart.Items[1],
                ],
                MerchantPrivateData = PrivateData.FromText(Markup),
            },
            CheckoutFlowSupport = cart.CheckoutFlowSupport! with
            {
                ShippingMethods = [new FlatRateShipping { Name = Markup, Price = new Money(1m, "USD") }],
                EditCartUrl = "https://example.com/?" + Markup,
                ContinueShoppingUrl = "https://example.com/?" + Markup,
                PlatformId = 1,
            },
        };
        var order = await Sandbox.PlaceOrderAsync(await Client.CheckoutAsync(hostile), buyer =>
        {
            buyer.ShippingAddress = new Address
            {
                ContactName = Markup, CompanyName = Markup, Email = Markup, Phone = Markup, Fax = Markup, Address1 = Markup, Address2 = Markup, City = Markup, Region = Markup, PostalCode = Markup,
                CountryCode = "US",
            };
            buyer.BillingAddress = buyer.ShippingAddress;
        });
        await Sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
        return order.GoogleOrderNumber;
    }

    private void AssertNoMarkup() => Assert.That(Merchant.Html, Does.Not.Contain("<script").And.Not.Contain("<img").And.Not.Contain("\"'>"), Merchant.Address.ToString());

    [GeneratedRegex("<form method=\"post\"[^>]* id=\"([^\"]*)\"")]
    private static partial Regex FormId();

    [GeneratedRegex("<form method=\"post\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<(?:input|select|textarea)(?![^>]*type=\"hidden\")[^>]* name=\"([^\"]*)\"")]
    private static partial Regex FieldName();
}
