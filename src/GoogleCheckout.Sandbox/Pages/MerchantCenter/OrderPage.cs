using System.Net;
using AspNetCoreGeneratedDocument;
using GoogleCheckout.Sandbox.Orders;

namespace GoogleCheckout.Sandbox.Pages.MerchantCenter;

/// <summary>The page of one order. Each form is a command: it has the result and the notifications of the same command from a shop.</summary>
internal static class OrderPage
{
    private const string DoneParameter = "done";

    public static Page Show(MerchantRequest request) => FindOrder(request) is { } order
        ? Show(request, order) with { Status = HttpStatusCode.OK }
        : NoOrder;

    public static Page Submit(MerchantRequest request)
    {
        if (FindOrder(request) is not { } order)
        {
            return NoOrder;
        }

        if (OrderForm.Read(request.Fields) is not { } form)
        {
            return Show(request, order, error: "The form is not one of this page.");
        }

        try
        {
            return request.Account.Service.Execute(form.ToCommand(order), form.GetRefusal) is ErrorResponse error
                ? Show(request, FindOrder(request)!, form, $"{error.ErrorMessage.TrimEnd('.')}.")
                : Page.Redirect($"{PageUrls.OfOrder(PageUrls.Order, order.GoogleOrderNumber)}&{DoneParameter}={OrderForm.IdOf(form.Kind)}");
        }
        catch (FormatException e)
        {
            return Show(request, order, form, e.Message);
        }
    }

    private static Page NoOrder => Page.CreateMessage("There is no such order", "This merchant has no order with this number.", HttpStatusCode.NotFound, "See the orders", PageUrls.Inbox);

    private static Page Show(MerchantRequest request, Order order, OrderForm? failed = null, string? error = null)
    {
        var service = request.Account.Service;
        var done = request.Request.Query[DoneParameter];
        var notifications = service.GetNotifications(order.GoogleOrderNumber);
        var model = new OrderModel
        {
            Order = order,
            Token = request.Token,
            Errors = Enum.GetValues<OrderFormKind>().ToDictionary(kind => kind, kind => service.GetError(OrderModel.CreateProbe(kind, order))),
            History = [.. notifications.Select(HistoryEntry.Of)],
            Life = OrderLife.From(notifications),
            Renewal = PageRenewal.OfOrder(PageUrls.Order, order.GoogleOrderNumber, request.Request),
            Done = error is null ? Enum.GetValues<OrderFormKind>().Where(kind => OrderForm.IdOf(kind) == done).Select(kind => (OrderFormKind?)kind).FirstOrDefault() : null,
            Failed = failed,
            Error = error,
        };
        return new Page($"Order {order.GoogleOrderNumber}", new Pages_MerchantCenter_Order { Model = model }, HttpStatusCode.UnprocessableEntity) { RenewAfter = model.Renewal.After };
    }

    private static Order? FindOrder(MerchantRequest request) => request.Account.Service.FindFullOrder(request.Request.Query[PageUrls.OrderParameter].ToString());
}
