using System.Globalization;
using GoogleCheckout.Orders;
using GoogleCheckout.Sandbox.Orders;
using GoogleCheckout.Sandbox.Service;

namespace GoogleCheckout.Sandbox.Journal;

/// <summary>Describes entries for a person, without the buyer's data.</summary>
internal static class EntryDescription
{
    public static string Of(JournalLine line, ServiceInput? input) => input switch
    {
        null => OfShared(line),
        ServiceInput.CartAccepted accepted => Format(
            $"cart {GetNumber(line)}: items {accepted.Cart.ShoppingCart.Items.Count}{(accepted.IsDonation ? ", a donation" : string.Empty)}{(accepted.IsFromMerchant ? string.Empty : ", posted by a browser without a signature")}"),
        ServiceInput.OrderPlaced placed => $"order {GetNumber(line)} of cart {QuotedText.OfIdentifier(placed.CartId)}: {placed.Order.OrderTotal}, {placed.Card}",
        ServiceInput.CommandReceived received => $"{received.Command.GetType().Name} of order {QuotedText.OfIdentifier(received.Command.GoogleOrderNumber)}{OfAmount(received.Command)}",
        ServiceInput.EventRaised raised => $"{line.Kind} of order {QuotedText.OfIdentifier(raised.GoogleOrderNumber)}{Of(raised.Event)}",
        ServiceInput.ReportRequested requested => $"{requested.Request.GetType().Name}: token {GetNumber(line)}",
        ServiceInput.TimePassed => "an event was due that created an order",
        ServiceInput.SettingsChanged changed => $"settings of the account; notifications are {(changed.Settings.CallbackUrl is { } url ? $"sent to {Quote(url.ToString())}" : "not sent")}",
        ServiceInput.DeliveryAttempted attempted => Format(
            $"delivery of {QuotedText.OfIdentifier(attempted.SerialNumber)}, attempt {attempted.Attempt}: {(attempted.Error is { } error ? Quote(error) : "acknowledged")}"),
        _ => line.Kind,
    };

    private static string OfShared(JournalLine line) => line.Kind switch
    {
        JournalKinds.Header => "journal of a sandbox",
        JournalKinds.Start => line.Removed is null ? "the sandbox was started" : "the sandbox was started; an incomplete last line was removed",
        JournalKinds.Options => "options of the account at the start",
        _ => Format($"the clock was moved by {line.Advance}"),
    };

    private static string OfAmount(OrderCommand command) => command switch
    {
        ChargeOrderRequest { Amount: { } amount } => $": {amount}",
        ChargeAndShipOrderRequest { Amount: { } amount } => $": {amount}",
        RefundOrderRequest { Amount: { } amount } => $": {amount}",
        _ => string.Empty,
    };

    private static string Of(OrderEvent orderEvent) => orderEvent switch
    {
        OrderEvent.ChargedBack { Amount: { } amount } => $": {amount}",
        OrderEvent.CardReplaced replaced => $": {replaced.Card}",
        OrderEvent.CancelledByService cancelled => $": {Quote(cancelled.Reason)}",
        _ => string.Empty,
    };

    private static string GetNumber(JournalLine line) => line.Numbers is [var number, ..] ? QuotedText.OfIdentifier(number) : "without a number";

    private static string Quote(string text) => QuotedText.Of(text, QuotedText.LineLength);

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
