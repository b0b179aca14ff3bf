using System.Globalization;
using AspNetCoreGeneratedDocument;
using GoogleCheckout.Sandbox.Orders;
using GoogleCheckout.Sandbox.Service;

namespace GoogleCheckout.Sandbox.Pages.MerchantCenter;

/// <summary>The inbox: the merchant's orders, with the next expected action of each.</summary>
internal static class InboxPage
{
    /// <summary>The maximum number of orders in a file, as in the service.</summary>
    public const int MaxFileOrders = 500;

    public static Page Show(MerchantRequest request)
    {
        var query = InboxQuery.Read(request.Request);

        // The search needs no lock: orders do not change, they are replaced.
        var model = InboxModel.Create(request.Account.Service.GetFullOrders(), query);
        return new Page("Orders", new Pages_MerchantCenter_Inbox { Model = model }) { RenewAfter = query.Renewal.After };
    }

    /// <summary>Returns the latest orders of the filter and the search as a file, in the format of an order-list response.</summary>
    public static Page Download(MerchantRequest request)
    {
        var orders = SelectForFile(request.Account.Service.GetFullOrders(), InboxQuery.Read(request.Request));
        return Page.CreateFile("orders.csv", "text/csv; charset=utf-8", OrderListCsv.Create(orders.Select(order => (order, order.PurchaseDate.UtcDateTime))));
    }

    /// <summary>Returns the orders of the file, the oldest first.</summary>
    /// <param name="orders">All orders, the oldest first.</param>
    /// <param name="query">The filter and the search.</param>
    public static IEnumerable<Order> SelectForFile(IEnumerable<Order> orders, InboxQuery query) =>
        orders.Where(order => NextStep.IsIn(order, query.Filter) && query.HasText(order)).TakeLast(MaxFileOrders);

    /// <summary>Returns the text of the link to the file.</summary>
    /// <param name="count">The number of orders on all pages.</param>
    public static string GetFileText(int count) =>
        count > MaxFileOrders ? string.Create(CultureInfo.InvariantCulture, $"Download as CSV (the latest {MaxFileOrders})") : "Download as CSV";
}
