using System.Net;
using AspNetCoreGeneratedDocument;
using GoogleCheckout.Sandbox.Accounts;
using GoogleCheckout.Sandbox.Orders;
using Microsoft.AspNetCore.Http;

namespace GoogleCheckout.Sandbox.Pages;

/// <summary>The pages of a buyer's order: the confirmation, the receipt with its forms, and the list of purchases.</summary>
/// <param name="accounts">The accounts of the merchants. A buyer orders from any of them.</param>
internal sealed class PurchasePages(MerchantAccounts accounts)
{
    // A buyer has few purchases. A test may create thousands.
    private const int PurchasesOnPage = 50;

    public Page ShowPurchases(HttpRequest request)
    {
        var seller = accounts.Find(request.Query[PageUrls.SellerParameter].ToString());
        var purchases = accounts.Where(account => seller is null || account == seller)
            .SelectMany(account => account.Service.GetOrders(), (account, order) => (account.Id, order))
            .OrderBy(purchase => purchase.order.PurchaseDate).Reverse().Take(PurchasesOnPage);
        return new Page("Purchases", new Pages_Purchases { Model = new PurchasesModel([.. purchases], [.. accounts.Select(account => account.Id)], seller?.Id) });
    }

    public Page ShowConfirmation(HttpRequest request) => FindOrder(request) is var (_, order)
        ? new Page("Thank you", new Pages_Confirmation { Model = order })
        : NoOrder;

    public Page ShowReceipt(HttpRequest request, FormToken token) => FindOrder(request) is var (account, order) ? Show(request, account, order, token) : NoOrder;

    /// <summary>Cancels the order, as its buyer.</summary>
    public Page Cancel(HttpRequest request, FormToken token) => Raise(request, token, new OrderEvent.CancelledByBuyer());

    /// <summary>Replaces the card that was declined.</summary>
    public Page ReplaceCard(HttpRequest request, FormToken token, IFormCollection fields) => TestCard.All.FirstOrDefault(card => card.Number == fields["card"]) is { } card
        ? Raise(request, token, new OrderEvent.CardReplaced(card))
        : FindOrder(request) is var (account, order) ? Show(request, account, order, token, "Select one of the test cards.") : NoOrder;

    private static Page NoOrder => Page.CreateMessage("There is no such order", "Without a data file, the sandbox forgets its orders when it stops.", HttpStatusCode.NotFound);

    private Page Raise(HttpRequest request, FormToken token, OrderEvent orderEvent)
    {
        if (FindOrder(request) is not var (account, order))
        {
            return NoOrder;
        }

        try
        {
            account.Service.RaiseEvent(order.GoogleOrderNumber, orderEvent);
            return Page.Redirect(PageUrls.OfOrder(PageUrls.Receipt, order.GoogleOrderNumber));
        }
        catch (InvalidOperationException e)
        {
            return Show(request, account, order, token, e.Message);
        }
    }

    private static Page Show(HttpRequest request, MerchantAccount account, Order order, FormToken token, string? error = null)
    {
        var model = new ReceiptModel
        {
            Order = order,
            Token = token,
            CancelError = account.Service.GetEventError(order.GoogleOrderNumber, new OrderEvent.CancelledByBuyer()),
            NeedsCard = account.Service.GetEventError(order.GoogleOrderNumber, new OrderEvent.CardReplaced(TestCard.Accepted)) is null,
            Life = OrderLife.From(account.Service.GetNotifications(order.GoogleOrderNumber)),
            Renewal = PageRenewal.OfOrder(PageUrls.Receipt, order.GoogleOrderNumber, request),
            Error = error,
        };
        return new Page($"Order {order.GoogleOrderNumber}", new Pages_Receipt { Model = model }, error is null ? HttpStatusCode.OK : HttpStatusCode.UnprocessableEntity) { RenewAfter = model.Renewal.After };
    }

    private (MerchantAccount Account, Order Order)? FindOrder(HttpRequest request)
    {
        var number = request.Query[PageUrls.OrderParameter].ToString();
        foreach (var account in accounts)
        {
            if (account.Service.FindFullOrder(number) is { } order)
            {
                return (account, order);
            }
        }

        return null;
    }
}
