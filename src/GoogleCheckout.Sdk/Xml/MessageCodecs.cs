using System.Text;
using System.Xml.Linq;
using GoogleCheckout.Xml.Calculations;
using GoogleCheckout.Xml.Carts;
using GoogleCheckout.Xml.Notifications;
using GoogleCheckout.Xml.Orders;
using GoogleCheckout.Xml.Reports;

namespace GoogleCheckout.Xml;

/// <summary>The root elements of the protocol, each with its record and its codec.</summary>
internal static class MessageCodecs
{
    public static IReadOnlyList<Root> Roots { get; } =
    [
        Of(Elements.Hello, HelloXml.Read, HelloXml.Write),
        Of(Elements.Bye, ByeXml.Read, ByeXml.Write),
        Of(Elements.DemoFailure, DemoFailureXml.Read, DemoFailureXml.Write),
        Of(Elements.Error, ErrorResponseXml.Read, ErrorResponseXml.Write),
        Of(Elements.Diagnosis, DiagnoseResponseXml.Read, DiagnoseResponseXml.Write),
        Of(Elements.RequestReceived, RequestReceivedResponseXml.Read, RequestReceivedResponseXml.Write),
        Of(Elements.CheckoutShoppingCart, CheckoutShoppingCartXml.Read, CheckoutShoppingCartXml.Write),
        Of(Elements.CheckoutRedirect, CheckoutRedirectXml.Read, CheckoutRedirectXml.Write),
        Of(Elements.MerchantCalculationCallback, MerchantCalculationCallbackXml.Read, MerchantCalculationCallbackXml.Write),
        Of(Elements.MerchantCalculationResults, MerchantCalculationResultsXml.Read, MerchantCalculationResultsXml.Write),
        Of(Elements.ChargeOrder, ChargeOrderRequestXml.Read, ChargeOrderRequestXml.Write),
        Of(Elements.ChargeAndShipOrder, ChargeAndShipOrderRequestXml.Read, ChargeAndShipOrderRequestXml.Write),
        Of(Elements.RefundOrder, RefundOrderRequestXml.Read, RefundOrderRequestXml.Write),
        Of(Elements.CancelOrder, CancelOrderRequestXml.Read, CancelOrderRequestXml.Write),
        Of(Elements.AuthorizeOrder, AuthorizeOrderRequestXml.Read, AuthorizeOrderRequestXml.Write),
        Of(Elements.ProcessOrder, ProcessOrderRequestXml.Read, ProcessOrderRequestXml.Write),
        Of(Elements.DeliverOrder, DeliverOrderRequestXml.Read, DeliverOrderRequestXml.Write),
        Of(Elements.AddTrackingData, AddTrackingDataRequestXml.Read, AddTrackingDataRequestXml.Write),
        Of(Elements.SendBuyerMessage, SendBuyerMessageRequestXml.Read, SendBuyerMessageRequestXml.Write),
        Of(Elements.ArchiveOrder, ArchiveOrderRequestXml.Read, ArchiveOrderRequestXml.Write),
        Of(Elements.UnarchiveOrder, UnarchiveOrderRequestXml.Read, UnarchiveOrderRequestXml.Write),
        Of(Elements.AddMerchantOrderNumber, AddMerchantOrderNumberRequestXml.Read, AddMerchantOrderNumberRequestXml.Write),
        Of(Elements.ShipItems, ShipItemsRequestXml.Read, ShipItemsRequestXml.Write),
        Of(Elements.BackorderItems, BackorderItemsRequestXml.Read, BackorderItemsRequestXml.Write),
        Of(Elements.ReturnItems, ReturnItemsRequestXml.Read, ReturnItemsRequestXml.Write),
        Of(Elements.CancelItems, CancelItemsRequestXml.Read, CancelItemsRequestXml.Write),
        Of(Elements.ResetItemsShippingInformation, ResetItemsShippingInformationRequestXml.Read, ResetItemsShippingInformationRequestXml.Write),
        Of(Elements.CreateOrderRecurrenceRequest, CreateOrderRecurrenceRequestXml.Read, CreateOrderRecurrenceRequestXml.Write),
        Of(Elements.OrderSummary, OrderSummaryXml.Read, OrderSummaryXml.Write),
        Of(Elements.BuyerMarketingPreferences, BuyerMarketingPreferencesXml.Read, BuyerMarketingPreferencesXml.Write),
        Of(Elements.NewOrderNotification, NewOrderNotificationXml.Read, NewOrderNotificationXml.Write),
        Of(Elements.OrderStateChangeNotification, OrderStateChangeNotificationXml.Read, OrderStateChangeNotificationXml.Write),
        Of(Elements.RiskInformationNotification, RiskInformationNotificationXml.Read, RiskInformationNotificationXml.Write),
        Of(Elements.AuthorizationAmountNotification, AuthorizationAmountNotificationXml.Read, AuthorizationAmountNotificationXml.Write),
        Of(Elements.ChargeAmountNotification, ChargeAmountNotificationXml.Read, ChargeAmountNotificationXml.Write),
        Of(Elements.RefundAmountNotification, RefundAmountNotificationXml.Read, RefundAmountNotificationXml.Write),
        Of(Elements.ChargebackAmountNotification, ChargebackAmountNotificationXml.Read, ChargebackAmountNotificationXml.Write),
        Of(Elements.CancelledSubscriptionNotification, CancelledSubscriptionNotificationXml.Read, CancelledSubscriptionNotificationXml.Write),
        Of(Elements.NotificationAcknowledgment, NotificationAcknowledgmentXml.Read, NotificationAcknowledgmentXml.Write),
        Of(Elements.NotificationHistoryRequest, NotificationHistoryRequestXml.Read, NotificationHistoryRequestXml.Write),
        Of(Elements.NotificationHistoryResponse, NotificationHistoryResponseXml.Read, NotificationHistoryResponseXml.Write),
        Of(Elements.NotificationDataTokenRequest, NotificationDataTokenRequestXml.Read, NotificationDataTokenRequestXml.Write),
        Of(Elements.NotificationDataTokenResponse, NotificationDataTokenResponseXml.Read, NotificationDataTokenResponseXml.Write),
        Of(Elements.NotificationDataRequest, NotificationDataRequestXml.Read, NotificationDataRequestXml.Write),
        Of(Elements.NotificationDataResponse, NotificationDataResponseXml.Read, NotificationDataResponseXml.Write),
        Of(Elements.OrderSummaryRequest, OrderSummaryRequestXml.Read, OrderSummaryRequestXml.Write),
        Of(Elements.OrderSummaryResponse, OrderSummaryResponseXml.Read, OrderSummaryResponseXml.Write),
        Of(Elements.OrderListRequest, OrderListRequestXml.Read, OrderListRequestXml.Write),
    ];

    private static readonly Dictionary<XName, Root> ByName = Roots.ToDictionary(root => root.Name);
    private static readonly Dictionary<Type, Root> ByType = Roots.ToDictionary(root => root.Type);

    /// <summary>Reads the message of a root element. If the protocol does not have the element, returns an unknown message or notification.</summary>
    public static CheckoutMessage Read(WireElement element)
    {
        var message = ByName.TryGetValue(element.Name, out var root) ? root.Read(element)
            : element.Name == Elements.SubscriptionRequestReceived ? RequestReceivedResponseXml.Read(element)
            : ReadUnknown(element);
        if (element.Markup is { } markup)
        {
            message.OriginalXml = Encoding.UTF8.GetBytes(markup);
        }

        return message;
    }

    public static T Read<T>(WireElement element)
        where T : CheckoutMessage => (T)Read(element);

    /// <summary>Writes the message as its root element.</summary>
    /// <exception cref="ArgumentException">The message is not valid by the schema, or its type cannot be written.</exception>
    public static void Write(WireWriter writer, CheckoutMessage message)
    {
        var root = ByType.TryGetValue(message.GetType(), out var known)
            ? known
            : throw new ArgumentException($"{message.GetType().Name} cannot be written, because the protocol does not have it. Its XML is in OriginalXml.", nameof(message));
        root.Write(writer, root.Name, message);
    }

    /// <summary>Returns the name of the root element of the message.</summary>
    public static string RootName(CheckoutMessage message) => ByType[message.GetType()].Name.LocalName;

    /// <summary>Creates the exception for a message that does not have the expected type.</summary>
    public static CheckoutXmlException NotExpected(CheckoutMessage message, Type type)
    {
        var wanted = ByType.TryGetValue(type, out var root) ? $"{type.Name}, root {root.Name.LocalName}" : type.Name;
        return XmlErrors.Unreadable($"it is a {NameOf(message)}, but a {wanted} was expected", "/", 1, 1);
    }

    /// <summary>Returns the name of an unexpected message, for error messages.</summary>
    public static string NameOf(CheckoutMessage message) =>
        message is UnknownMessage unknown ? $"'{UnknownName.Quote(unknown.RootName)}'" : message.GetType().Name;

    private static CheckoutMessage ReadUnknown(WireElement element)
    {
        var name = element.NameInDocument;
        return UnknownNotificationXml.IsNotification(element, name)
            ? UnknownNotificationXml.Read(element, name)
            : new UnknownMessage { RootName = name.LocalName, RootNamespace = name.NamespaceName, SerialNumber = element.Attribute(Attributes.SerialNumber) };
    }

    private static Root Of<T>(XName name, Func<WireElement, T> read, Action<WireWriter, XName, T> write)
        where T : CheckoutMessage =>
        new(name, typeof(T), read, (writer, element, message) => write(writer, element, (T)message));

    /// <summary>A root element, its record, and the read and write methods of its codec.</summary>
    public sealed record Root(XName Name, Type Type, Func<WireElement, CheckoutMessage> Read, Action<WireWriter, XName, CheckoutMessage> Write);
}
