using System.Net;
using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using GoogleCheckout.Sandbox.Orders;
using GoogleCheckout.Sandbox.Service;

namespace GoogleCheckout.Sandbox.Journal;

/// <summary>Converts the inputs of a service to lines of a journal and back.</summary>
internal static class InputLines
{
    /// <summary>Returns the line of an input.</summary>
    /// <exception cref="ArgumentException">XML cannot contain the message of the input.</exception>
    public static JournalLine Write(DateTimeOffset at, string merchantId, ServiceInput input, IReadOnlyList<string> numbers)
    {
        var line = new JournalLine { At = at, Kind = JournalKinds.Due, Merchant = merchantId, Numbers = numbers.Count == 0 ? null : numbers };
        return input switch
        {
            ServiceInput.CartAccepted accepted => line with
            {
                Kind = JournalKinds.Cart,
                Donation = accepted.IsDonation ? true : null,
                Unsigned = accepted.IsFromMerchant ? null : true,
                Xml = GetXml(accepted.Cart),
            },
            ServiceInput.OrderPlaced placed => line with { Kind = JournalKinds.Order, Cart = placed.CartId, Card = placed.Card.Number, Xml = GetXml(placed.Order) },
            ServiceInput.CommandReceived received => line with { Kind = JournalKinds.Command, Xml = GetXml(received.Command) },
            ServiceInput.EventRaised raised => Write(line with { Order = raised.GoogleOrderNumber }, raised.Event),
            ServiceInput.ReportRequested requested => line with { Kind = JournalKinds.Report, Xml = GetXml(requested.Request) },
            ServiceInput.TimePassed => line,
            ServiceInput.SettingsChanged changed => line with { Kind = JournalKinds.Settings, Settings = JournalSettings.Write(changed.Settings) },
            ServiceInput.DeliveryAttempted attempted => line with
            {
                Kind = JournalKinds.Delivery,
                Order = attempted.GoogleOrderNumber,
                SerialNumber = attempted.SerialNumber,
                Attempt = attempted.Attempt,
                Status = (int?)attempted.StatusCode,
                Error = attempted.Error,
                MoreTimes = attempted.MoreTimes > 0 ? attempted.MoreTimes : null,
                EndsWaiting = attempted.EndsWaiting,
            },
            _ => throw new ArgumentException($"A journal has no line for {input.GetType().Name}.", nameof(input)),
        };
    }

    /// <summary>Returns the input of a line; null if the line is no input of a service.</summary>
    /// <exception cref="ArgumentException">A member of the line is missing or wrong.</exception>
    /// <exception cref="CheckoutXmlException">The XML is damaged.</exception>
    public static ServiceInput? Read(JournalLine line) => line.Kind switch
    {
        JournalKinds.Header or JournalKinds.Start or JournalKinds.Clock or JournalKinds.Options => null,
        JournalKinds.Cart => new ServiceInput.CartAccepted(Parse<CheckoutShoppingCart>(line), line.Donation == true, line.Unsigned != true),
        JournalKinds.Order => new ServiceInput.OrderPlaced(Require(line.Cart, "cart"), Parse<NewOrderNotification>(line), FindCard(line)),
        JournalKinds.Command => new ServiceInput.CommandReceived(Parse<OrderCommand>(line)),
        JournalKinds.Report => new ServiceInput.ReportRequested(Parse<CheckoutMessage>(line)),
        JournalKinds.Due => new ServiceInput.TimePassed(),
        JournalKinds.Settings => new ServiceInput.SettingsChanged(JournalSettings.Read(Require(line.Settings, "settings"))),
        JournalKinds.Delivery => new ServiceInput.DeliveryAttempted(
            Require(line.Order, "order"), Require(line.SerialNumber, "serialNumber"), line.Attempt ?? throw Missing("attempt"), (HttpStatusCode?)line.Status, line.Error, line.MoreTimes ?? 0, line.EndsWaiting),
        _ => new ServiceInput.EventRaised(Require(line.Order, "order"), ReadEvent(line)),
    };

    private static JournalLine Write(JournalLine line, OrderEvent orderEvent) => orderEvent switch
    {
        OrderEvent.ChargedBack chargeback => line with { Kind = JournalKinds.Chargeback, Amount = chargeback.Amount?.Amount, Currency = chargeback.Amount?.Currency },
        OrderEvent.CancelledByService cancelled => line with { Kind = JournalKinds.CancelByGoogle, Reason = cancelled.Reason },
        OrderEvent.CancelledByBuyer => line with { Kind = JournalKinds.CancelByBuyer },
        OrderEvent.SubscriptionCancelled cancelled => line with { Kind = JournalKinds.CancelSubscription, Item = cancelled.MerchantItemId, Reason = cancelled.Reason },
        OrderEvent.CardReplaced replaced => line with { Kind = JournalKinds.ReplaceCard, Card = replaced.Card.Number },
        _ => throw new ArgumentException($"A journal has no line for {orderEvent.GetType().Name}.", nameof(orderEvent)),
    };

    private static OrderEvent ReadEvent(JournalLine line) => line.Kind switch
    {
        JournalKinds.Chargeback => new OrderEvent.ChargedBack(line.Amount is { } amount ? new Money(amount, Require(line.Currency, "currency")) : null),
        JournalKinds.CancelByGoogle => new OrderEvent.CancelledByService(Require(line.Reason, "reason")),
        JournalKinds.CancelByBuyer => new OrderEvent.CancelledByBuyer(),
        JournalKinds.CancelSubscription => new OrderEvent.SubscriptionCancelled(line.Item, Require(line.Reason, "reason")),
        JournalKinds.ReplaceCard => new OrderEvent.CardReplaced(FindCard(line)),
        _ => throw new ArgumentException($"The kind {QuotedText.OfIdentifier(line.Kind)} is unknown"),
    };

    // A message that was not received, or changed since, has no original.
    private static string GetXml(CheckoutMessage message) => message.OriginalXml.IsEmpty ? message.ToXmlString() : message.GetOriginalText();

    private static T Parse<T>(JournalLine line)
        where T : CheckoutMessage => CheckoutXml.Parse<T>(Require(line.Xml, "xml"));

    private static TestCard FindCard(JournalLine line) =>
        TestCard.All.FirstOrDefault(card => card.Number == line.Card) ?? throw new ArgumentException("The card is not a test card");

    private static T Require<T>(T? value, string name)
        where T : class => value ?? throw Missing(name);

    private static ArgumentException Missing(string name) => new($"The member {name} is missing");
}
