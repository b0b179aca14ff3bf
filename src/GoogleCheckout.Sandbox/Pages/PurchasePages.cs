using System.Net;
using AspNetCoreGeneratedDocument;
using GoogleCheckout.Sandbox.Orders;
using GoogleCheckout.Sandbox.Service;
using Microsoft.AspNetCore.Http;

namespace GoogleCheckout.Sandbox.Pages;

/// <summary>The pages of a buyer's order: the confirmation, the receipt with its forms, and the list of purchases.</summary>
/// <param name="service">Has the orders.</param>
internal sealed class PurchasePages(CheckoutService service)
{
    // A buyer has few purchases. A test may create thousands.
    private const int PurchasesOnPage = 50;

    public Page ShowPurchases() => new("Purchases", new Pages_Purchases { Model = [.. service.GetOrders().Reverse().Take(PurchasesOnPage)] });

    public Page ShowConfirmation(HttpRequest request) => FindOrder(request) is { } order
        ? new Page("Thank you", new Pages_Confirmation { Model = order })
        : NoOrder;

    public Page ShowReceipt(HttpRequest request, FormToken token) => FindOrder(request) is { } order ? Show(order, token) : NoOrder;

    /// <summary>Cancels the order, as its buyer.</summary>
    public Page Cancel(HttpRequest request, FormToken token) => Raise(request, token, new OrderEvent.CancelledByBuyer());

    /// <summary>Replaces the card that was declined.</summary>
    public Page ReplaceCard(HttpRequest request, FormToken token, IFormCollection fields) => TestCard.All.FirstOrDefault(card => card.Number == fields["card"]) is { } card
        ? Raise(request, token, new OrderEvent.CardReplaced(card))
        : FindOrder(request) is { } order ? Show(order, token, "Select one of the test cards.") : NoOrder;

    private static Page NoOrder => Page.CreateMessage("There is no such order", "The sandbox forgets its orders when it stops.", HttpStatusCode.NotFound);

    private Page Raise(HttpRequest request, FormToken token, OrderEvent orderEvent)
    {
        if (FindOrder(request) is not { } order)
        {
            return NoOrder;
        }

        try
        {
            service.RaiseEvent(order.GoogleOrderNumber, orderEvent);
            return Page.Redirect(PageUrls.OfOrder(PageUrls.Receipt, order.GoogleOrderNumber));
        }
        catch (InvalidOperationException e)
        {
            return Show(order, token, e.Message);
        }
    }

    private Page Show(Order order, FormToken token, string? error = null)
    {
        var model = new ReceiptModel
        {
            Order = order,
            Token = token,
            CancelError = service.GetEventError(order.GoogleOrderNumber, new OrderEvent.CancelledByBuyer()),
            NeedsCard = service.GetEventError(order.GoogleOrderNumber, new OrderEvent.CardReplaced(TestCard.Accepted)) is null,
            Error = error,
        };
        return new Page($"Order {order.GoogleOrderNumber}", new Pages_Receipt { Model = model }, error is null ? HttpStatusCode.OK : HttpStatusCode.UnprocessableEntity);
    }

    private Order? FindOrder(HttpRequest request) => service.FindFullOrder(request.Query[PageUrls.OrderParameter].ToString());
}
