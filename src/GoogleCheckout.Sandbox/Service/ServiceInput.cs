using System.Net;
using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using GoogleCheckout.Sandbox.Orders;

namespace GoogleCheckout.Sandbox.Service;

/// <summary>An input of the service. The inputs, each with its time and the numbers that were assigned for it, determine the state.</summary>
internal abstract record ServiceInput
{
    private ServiceInput()
    {
    }

    /// <summary>A cart was accepted.</summary>
    public sealed record CartAccepted(CheckoutShoppingCart Cart, bool IsDonation, bool IsFromMerchant) : ServiceInput;

    /// <summary>A buyer placed an order.</summary>
    /// <param name="CartId">The id of the cart.</param>
    /// <param name="Order">The notification of the order. It contains the choices of the buyer and the price, also the part that the merchant calculated.</param>
    /// <param name="Card">The card.</param>
    public sealed record OrderPlaced(string CartId, NewOrderNotification Order, TestCard Card) : ServiceInput;

    /// <summary>The merchant sent a command for an order. It may have been rejected.</summary>
    public sealed record CommandReceived(OrderCommand Command) : ServiceInput;

    /// <summary>The buyer, the bank or the service acted on an order. The event may have been rejected.</summary>
    public sealed record EventRaised(string GoogleOrderNumber, OrderEvent Event) : ServiceInput;

    /// <summary>The merchant requested a report whose response contains a new token.</summary>
    public sealed record ReportRequested(CheckoutMessage Request) : ServiceInput;

    /// <summary>An event was due that created an order. Other events that are due need no input: they follow from the time of the next one.</summary>
    public sealed record TimePassed : ServiceInput;

    /// <summary>The merchant changed settings.</summary>
    /// <param name="Settings">All settings, also those that did not change.</param>
    public sealed record SettingsChanged(MerchantSettings Settings) : ServiceInput;

    /// <summary>A delivery of a notification was attempted.</summary>
    /// <param name="GoogleOrderNumber">The order number.</param>
    /// <param name="SerialNumber">The serial number of the notification.</param>
    /// <param name="Attempt">The number of the attempt, from 1.</param>
    /// <param name="StatusCode">The status of the merchant's response; null if there was none.</param>
    /// <param name="Error">The reason why the notification is sent again; null if it was acknowledged.</param>
    /// <param name="MoreTimes">The number of further deliveries that a fault requests after the acknowledgment.</param>
    /// <param name="EndsWaiting">Null for an attempt of the queue; for one that a person sent, whether the notification no longer waits because of it.</param>
    public sealed record DeliveryAttempted(
        string GoogleOrderNumber, string SerialNumber, int Attempt, HttpStatusCode? StatusCode, string? Error, long MoreTimes = 0, bool? EndsWaiting = null) : ServiceInput;
}
