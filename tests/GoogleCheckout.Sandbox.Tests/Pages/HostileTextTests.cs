using System.Net;
using System.Text.RegularExpressions;
using GoogleCheckout.Carts;
using GoogleCheckout.Sandbox.Pages.MerchantCenter;
using Microsoft.AspNetCore.Http;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Pages;

/// <summary>Markup and scripts in each field of each form of the Merchant Center, and in each text of a cart.</summary>
public sealed partial class HostileTextTests : MerchantCenterFixture
{
    private const string Markup = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>";
    private const int MaxPages = 300;

    [Test]
    public async Task EachPage_MarkupInEachTextAndField_IsEncoded()
    {
        Sandbox.CallbackUrl = new Uri("http://127.0.0.1:1/" + Uri.EscapeDataString(Markup));
        var order = await PlaceAsync(SampleCarts.WithTexts(Markup));
        await SignInAsync();
        await Merchant.OpenAsync(PageUrls.Faults);
        await Merchant.SubmitAsync("value=\"drop-after\"", ("fault", "refuse"), ("reason", Markup), ("times", "1"));
        var pages = new Queue<string>(new MerchantRoutes(Sandbox.Accounts).ToPageRoutes().Where(route => HttpMethods.IsGet(route.Method)).Select(route => PageUrls.OfOrder(route.Path, order)));
        var visited = new HashSet<string>();
        var submitted = new HashSet<string>();
        while (pages.TryDequeue(out var page) && visited.Count < MaxPages)
        {
            if (!visited.Add(page))
            {
                continue;
            }

            await OpenAsync(page);
            Merchant.Links.ToList().ForEach(pages.Enqueue);
            var forms = Merchant.Forms.Count;
            for (var i = 0; i < forms; i++)
            {
                await SubmitAsync(page, i, submitted);
            }
        }

        Assert.That(visited, Does.Contain(PageUrls.OfOrder(PageUrls.Receipt, order)).And.Contain(PageUrls.Purchases));
        Assert.That(submitted.Select(form => form.Split(' ')[0].Split('?')[0]).Distinct(), Is.SupersetOf(new MerchantRoutes(Sandbox.Accounts).ToPageRoutes()
            .Where(route => HttpMethods.IsPost(route.Method) && route.Path != PageUrls.SignOut).Select(route => route.Path)), "each form");
    }

    [Test]
    public async Task OrderPage_FormsWithMarkup_AreAcceptedAndEncoded()
    {
        var order = await PlaceAsync(SampleCarts.WithTexts(Markup));
        await SignInAsync();
        (string Form, (string, string)[] Fields)[] forms =
        [
            ("charge", [("amount", "10")]),
            ("refund", [("amount", "10"), ("reason", Markup), ("comment", Markup)]),
            ("message", [("message", Markup)]),
            ("number", [("number", Markup)]),
            ("track", [("carrier", Markup), ("tracking", Markup)]),
            ("shipitems", [("action", "shipitems"), ("item", Markup), ("carrier", Markup), ("tracking", Markup)]),
            ("shipitems", [("action", "cancelitems"), ("item", Markup), ("reason", Markup)]),
            ("cancel", [("reason", Markup), ("comment", Markup)]),
        ];
        foreach (var (form, fields) in forms)
        {
            await OpenAsync(PageUrls.OfOrder(PageUrls.Order, order));
            await Merchant.SubmitAsync($"id=\"{form}\"", fields);
            Assert.That(Merchant.Html, Does.Contain("class=\"done\""), form);
            AssertNoMarkup();
        }

        foreach (var page in new[] { PageUrls.Inbox, $"{PageUrls.Inbox}?q={Uri.EscapeDataString(Markup)}", PageUrls.OfOrder(PageUrls.Order, order), PageUrls.OfOrder(PageUrls.Receipt, order), PageUrls.OfOrder(PageUrls.Confirmation, order) })
        {
            await OpenAsync(page);
            Assert.That(Merchant.Text, Does.Contain(Markup), page);
        }
    }

    // Sends a form with markup in each of its fields that a person can change, once for each of its buttons.
    private async Task SubmitAsync(string page, int index, HashSet<string> submitted)
    {
        await OpenAsync(page);
        if (index >= Merchant.Forms.Count || GetKey(Merchant.Forms[index]) is not { } key || !submitted.Add(key))
        {
            return;
        }

        var form = Merchant.Forms[index];
        foreach (var button in Button().Matches(form).Select(match => new[] { (match.Groups[1].Value, WebUtility.HtmlDecode(match.Groups[2].Value)) }).DefaultIfEmpty([]))
        {
            await OpenAsync(page);
            if (index < Merchant.Forms.Count && GetKey(Merchant.Forms[index]) == key)
            {
                await Merchant.SubmitAsync(Merchant.Forms[index], [.. FieldName().Matches(form).Select(match => (match.Groups[1].Value, Markup)).Distinct(), .. button]);
                Assert.That((int)Merchant.Status, Is.LessThan(500), key);
                AssertNoMarkup();
            }
        }
    }

    // A form by its address without values, and its fields; null for that which signs out. Each such form is sent once.
    private static string? GetKey(string form)
    {
        var address = Address().Match(form).Groups[1].Value;
        return address == PageUrls.SignOut ? null : string.Join(' ', [address.Split('?')[0], .. Id().Matches(form).Select(match => match.Value), .. FieldName().Matches(form).Select(match => match.Groups[1].Value)]);
    }

    private async Task OpenAsync(string page)
    {
        await Merchant.OpenAsync(page);
        Assert.That((int)Merchant.Status, Is.LessThan(500), page);
        if (Merchant.Address.AbsolutePath == PageUrls.OrderFile)
        {
            AssertNotShown();
        }
        else
        {
            AssertNoMarkup();
        }
    }

    private async Task<string> PlaceAsync(CheckoutShoppingCart cart)
    {
        var address = new Address
        {
            ContactName = Markup,
            CompanyName = Markup,
            Email = Markup,
            Phone = Markup,
            Fax = Markup,
            Address1 = Markup,
            Address2 = Markup,
            City = Markup,
            Region = Markup,
            PostalCode = Markup,
            CountryCode = "US",
        };
        var order = await Sandbox.PlaceOrderAsync(await Client.CheckoutAsync(cart), buyer => (buyer.ShippingAddress, buyer.BillingAddress) = (address, address));
        await Sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
        return order.GoogleOrderNumber;
    }

    // A browser saves the file, and does not look for markup in it.
    private void AssertNotShown() => Assert.That(
        (Merchant.ContentHeader("Content-Type"), Merchant.ContentHeader("Content-Disposition"), Merchant.Header("X-Content-Type-Options")),
        Is.EqualTo(("text/csv; charset=utf-8", "attachment; filename=orders.csv", "nosniff")));

    private void AssertNoMarkup() => Assert.That(Merchant.Html, Does.Not.Contain("<script").And.Not.Contain("<img").And.Not.Contain("\"'>"), Merchant.Address.ToString());

    [GeneratedRegex("action=\"([^\"]*)\"")]
    private static partial Regex Address();

    [GeneratedRegex("(?<=<form [^>]*)id=\"[^\"]*\"")]
    private static partial Regex Id();

    [GeneratedRegex("<button[^>]* name=\"([^\"]*)\" value=\"([^\"]*)\"")]
    private static partial Regex Button();

    [GeneratedRegex("<(?:input|select|textarea)(?![^>]*type=\"hidden\")[^>]* name=\"([^\"]*)\"")]
    private static partial Regex FieldName();
}
