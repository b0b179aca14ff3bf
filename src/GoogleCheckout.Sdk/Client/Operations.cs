using GoogleCheckout.Carts;
using GoogleCheckout.Http;
using GoogleCheckout.Orders;
using GoogleCheckout.Reports;
using GoogleCheckout.Xml;

namespace GoogleCheckout.Client;

/// <summary>Determines the API service to which each message is sent, and whether it is a command or a query.</summary>
internal static class Operations
{
    private static readonly Operation Checkout = new(Elements.CheckoutShoppingCart.LocalName, "merchantCheckout", IsCommand: true);

    /// <exception cref="ArgumentException">The message is one that the service sends.</exception>
    public static Operation Of(CheckoutMessage message, string parameter) => message switch
    {
        null => throw new ArgumentNullException(parameter),
        OrderCommand command => Request(command, isCommand: true, command.GoogleOrderNumber),
        Hello => Request(message, isCommand: false),
        CheckoutShoppingCart => Checkout,
        NotificationHistoryRequest or NotificationDataRequest or NotificationDataTokenRequest or OrderSummaryRequest or OrderListRequest =>
            new Operation(MessageCodecs.RootName(message), "reports", IsCommand: false),
        _ => throw new ArgumentException($"A {message.GetType().Name} cannot be sent to the service: merchants do not send this message.", parameter),
    };

    private static Operation Request(CheckoutMessage message, bool isCommand, string? orderNumber = null) =>
        new(MessageCodecs.RootName(message), "request", isCommand, orderNumber);
}
