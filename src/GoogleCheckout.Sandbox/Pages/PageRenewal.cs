using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace GoogleCheckout.Sandbox.Pages;

/// <summary>The links with which a person chooses whether a page renews itself. They need no script.</summary>
/// <param name="IsOn">Whether the page renews itself.</param>
/// <param name="Url">The address of the page that does not renew itself.</param>
/// <param name="RenewingUrl">The address of the page that does.</param>
internal sealed record PageRenewal(bool IsOn, string Url, string RenewingUrl)
{
    /// <summary>The parameter of a page that renews itself.</summary>
    public const string Parameter = "renew";

    /// <summary>The value of <see cref="Parameter"/>.</summary>
    public const string On = "1";

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <summary>The interval in words.</summary>
    public static string IntervalText => string.Create(CultureInfo.InvariantCulture, $"{Interval.TotalSeconds} seconds");

    /// <summary>The time after which the browser loads the page again; null for never.</summary>
    public TimeSpan? After => IsOn ? Interval : null;

    /// <summary>Returns whether the page of the request renews itself. One with the error of a form does not: it has what the person typed.</summary>
    public static bool IsRequested(HttpRequest request) => !HttpMethods.IsPost(request.Method) && request.Query.ContainsKey(Parameter);

    /// <summary>Returns the links of the page of an order.</summary>
    public static PageRenewal OfOrder(string page, string googleOrderNumber, HttpRequest request)
    {
        var url = PageUrls.OfOrder(page, googleOrderNumber);
        return new PageRenewal(IsRequested(request), url, $"{url}&{Parameter}={On}");
    }
}
