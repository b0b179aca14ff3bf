using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace GoogleCheckout.Sandbox.Pages.MerchantCenter;

/// <summary>The filter and the page of the integration console.</summary>
internal sealed record ConsoleQuery
{
    public const string OrderParameter = "order";
    public const string KindParameter = "kind";
    public const string PageParameter = "page";

    /// <summary>The number of an order, or its beginning; empty for all.</summary>
    public string Order { get; init; } = string.Empty;

    /// <summary>The kind of message; empty for all.</summary>
    public string Kind { get; init; } = string.Empty;

    /// <summary>The page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Whether the page renews itself.</summary>
    public bool Renews { get; init; }

    /// <summary>The links with which the page renews itself, or stops to.</summary>
    public PageRenewal Renewal => new(Renews, (this with { Renews = false }).Url, (this with { Renews = true }).Url);

    public string Url => PageUrls.Console + new QueryBuilder(GetParameters());

    public static ConsoleQuery Read(HttpRequest request) => new()
    {
        Order = request.Query[OrderParameter].ToString().Trim(),
        Kind = request.Query[KindParameter].ToString().Trim(),
        Page = int.TryParse(request.Query[PageParameter], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1,
        Renews = PageRenewal.IsRequested(request),
    };

    public bool Matches(ConsoleMessage message) =>
        (Kind.Length == 0 || message.Kind == Kind) && (Order.Length == 0 || message.OrderNumbers.Any(number => number.StartsWith(Order, StringComparison.Ordinal)));

    private Dictionary<string, string> GetParameters()
    {
        var parameters = new Dictionary<string, string>();
        Add(OrderParameter, Order);
        Add(KindParameter, Kind);
        Add(PageParameter, Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : string.Empty);
        Add(PageRenewal.Parameter, Renews ? PageRenewal.On : string.Empty);
        return parameters;

        void Add(string name, string value)
        {
            if (value.Length > 0)
            {
                parameters.Add(name, value);
            }
        }
    }
}
