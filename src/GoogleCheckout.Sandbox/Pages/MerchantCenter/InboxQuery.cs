using System.Globalization;
using GoogleCheckout.Sandbox.Orders;
using Microsoft.AspNetCore.Http;

namespace GoogleCheckout.Sandbox.Pages.MerchantCenter;

/// <summary>The part of the orders that the inbox shows.</summary>
/// <param name="Filter">The filter.</param>
/// <param name="Text">A part of an order number, of the shop's number, or of the buyer's name or e-mail address; empty for all orders.</param>
/// <param name="Page">The number of the page; the first is 1.</param>
internal sealed record InboxQuery(InboxFilter Filter, string Text, int Page)
{
    /// <summary>The parameter with the <see cref="Text"/>.</summary>
    public const string TextParameter = "q";

    /// <summary>The parameter with the <see cref="Filter"/>.</summary>
    public const string FilterParameter = "show";

    private const string PageParameter = "page";

    /// <summary>Whether the page renews itself.</summary>
    public bool Renews { get; init; }

    /// <summary>The links with which the page renews itself, or stops to.</summary>
    public PageRenewal Renewal => new(Renews, (this with { Renews = false }).Url, (this with { Renews = true }).Url);

    /// <summary>The name of the filter in the address.</summary>
    public string FilterName => NameOf(Filter);

    /// <summary>The address of the page.</summary>
    public string Url => PageUrls.Inbox + CreateQuery(
        (PageParameter, Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null),
        (PageRenewal.Parameter, Renews ? PageRenewal.On : null));

    /// <summary>The address of the file with the orders of all pages.</summary>
    public string FileUrl => PageUrls.OrderFile + CreateQuery();

    /// <summary>Returns the type only: the text may be a buyer's name.</summary>
    public override string ToString() => nameof(InboxQuery);

    /// <summary>Reads the query; what is unknown has its default.</summary>
    public static InboxQuery Read(HttpRequest request)
    {
        var query = request.Query;
        return new InboxQuery(
            Enum.GetValues<InboxFilter>().FirstOrDefault(filter => NameOf(filter) == query[FilterParameter]),
            query[TextParameter].ToString().Trim(),
            int.TryParse(query[PageParameter], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Max(page, 1) : 1)
        {
            Renews = PageRenewal.IsRequested(request),
        };
    }

    /// <summary>Returns whether the order has the <see cref="Text"/>.</summary>
    public bool HasText(Order order) => Text.Length == 0
        || Contains(order.GoogleOrderNumber)
        || Contains(order.MerchantOrderNumber)
        || Contains(order.Buyer.ShippingAddress.ContactName)
        || Contains(order.Buyer.ShippingAddress.Email);

    private bool Contains(string? value) => value?.Contains(Text, StringComparison.OrdinalIgnoreCase) == true;

    private QueryString CreateQuery(params ReadOnlySpan<(string Name, string? Value)> more)
    {
        (string Name, string? Value)[] parameters = [(FilterParameter, Filter == InboxFilter.Inbox ? null : FilterName), (TextParameter, Text.Length > 0 ? Text : null), .. more];
        return QueryString.Create(parameters.Where(parameter => parameter.Value is not null).Select(parameter => KeyValuePair.Create(parameter.Name, parameter.Value)));
    }

    private static string NameOf(InboxFilter filter) => filter.ToString().ToLowerInvariant();
}
