using System.Globalization;
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

    /// <summary>The name of the filter in the address.</summary>
    public string FilterName => NameOf(Filter);

    /// <summary>The address of the page.</summary>
    public string Url => PageUrls.Inbox + QueryString.Create(
        new Dictionary<string, string?>
        {
            [FilterParameter] = Filter == InboxFilter.Inbox ? null : FilterName,
            [TextParameter] = Text.Length > 0 ? Text : null,
            [PageParameter] = Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null,
        }.Where(parameter => parameter.Value is not null));

    /// <summary>Returns the type only: the text may be a buyer's name.</summary>
    public override string ToString() => nameof(InboxQuery);

    /// <summary>Reads the query; what is unknown has its default.</summary>
    public static InboxQuery Read(IQueryCollection query) => new(
        Enum.GetValues<InboxFilter>().FirstOrDefault(filter => NameOf(filter) == query[FilterParameter]),
        query[TextParameter].ToString().Trim(),
        int.TryParse(query[PageParameter], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Max(page, 1) : 1);

    private static string NameOf(InboxFilter filter) => filter.ToString().ToLowerInvariant();
}
