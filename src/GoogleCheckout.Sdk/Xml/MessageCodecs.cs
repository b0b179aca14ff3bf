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
    public static IReadOnlyList<MessageCodec> Roots { get; } =
    [
        MessageCodec.For(Elements.Hello, HelloXml.Read, HelloXml.Write),
        MessageCodec.For(Elements.Bye, ByeXml.Read, ByeXml.Write),
        MessageCodec.For(Elements.DemoFailure, DemoFailureXml.Read, DemoFailureXml.Write),
        MessageCodec.For(Elements.Error, ErrorResponseXml.Read, ErrorResponseXml.Write),
        MessageCodec.For(Elements.Diagnosis, DiagnoseResponseXml.Read, DiagnoseResponseXml.Write),
        MessageCodec.For(Elements.RequestReceived, RequestReceivedResponseXml.Read, RequestReceivedResponseXml.Write),
        MessageCodec.For(Elements.CheckoutShoppingCart, CheckoutShoppingCartXml.Read, CheckoutShoppingCartXml.Write),
        MessageCodec.For(Elements.CheckoutRedirect, CheckoutRedirectXml.Read, CheckoutRedirectXml.Write),
        MessageCodec.For(Elements.MerchantCalculationCallback, MerchantCalculationCallbackXml.Read, MerchantCalculationCallbackXml.Write),
        MessageCodec.For(Elements.MerchantCalculationResults, MerchantCalculationResultsXml.Read, MerchantCalculationResultsXml.Write),
        MessageCodec.For(Elements.ChargeOrder, ChargeOrderRequestXml.Read, ChargeOrderRequestXml.Write),
        MessageCodec.For(Elements.ChargeAndShipOrder, ChargeAndShipOrderRequestXml.Read, ChargeAndShipOrderRequestXml.Write),
        MessageCodec.For(Elements.RefundOrder, RefundOrderRequestXml.Read, RefundOrderRequestXml.Write),
        MessageCodec.For(Elements.CancelOrder, CancelOrderRequestXml.Read, CancelOrderRequestXml.Write),
        MessageCodec.For(Elements.AuthorizeOrder, AuthorizeOrderRequestXml.Read, AuthorizeOrderRequestXml.Write),
        MessageCodec.For(Elements.ProcessOrder, ProcessOrderRequestXml.Read, ProcessOrderRequestXml.Write),
        MessageCodec.For(Elements.DeliverOrder, DeliverOrderRequestXml.Read, DeliverOrderRequestXml.Write),
        MessageCodec.For(Elements.AddTrackingData, AddTrackingDataRequestXml.Read, AddTrackingDataRequestXml.Write),
        MessageCodec.For(Elements.SendBuyerMessage, SendBuyerMessageRequestXml.Read, SendBuyerMessageRequestXml.Write),
        MessageCodec.For(Elements.ArchiveOrder, ArchiveOrderRequestXml.Read, ArchiveOrderRequestXml.Write),
        MessageCodec.For(Elements.UnarchiveOrder, UnarchiveOrderRequestXml.Read, UnarchiveOrderRequestXml.Write),
        MessageCodec.For(Elements.AddMerchantOrderNumber, AddMerchantOrderNumberRequestXml.Read, AddMerchantOrderNumberRequestXml.Write),
        MessageCodec.For(Elements.ShipItems, ShipItemsRequestXml.Read, ShipItemsRequestXml.Write),
        MessageCodec.For(Elements.BackorderItems, BackorderItemsRequestXml.Read, BackorderItemsRequestXml.Write),
        MessageCodec.For(Elements.ReturnItems, ReturnItemsRequestXml.Read, ReturnItemsRequestXml.Write),
        MessageCodec.For(Elements.CancelItems, CancelItemsRequestXml.Read, CancelItemsRequestXml.Write),
        MessageCodec.For(Elements.ResetItemsShippingInformation, ResetItemsShippingInformationRequestXml.Read, ResetItemsShippingInformationRequestXml.Write),
        MessageCodec.For(Elements.CreateOrderRecurrenceRequest, CreateOrderRecurrenceRequestXml.Read, CreateOrderRecurrenceRequestXml.Write),
        MessageCodec.For(Elements.OrderSummary, OrderSummaryXml.Read, OrderSummaryXml.Write),
        MessageCodec.For(Elements.BuyerMarketingPreferences, BuyerMarketingPreferencesXml.Read, BuyerMarketingPreferencesXml.Write),
        .. NotificationCodecs.All,
        MessageCodec.For(Elements.NotificationAcknowledgment, NotificationAcknowledgmentXml.Read, NotificationAcknowledgmentXml.Write),
        MessageCodec.For(Elements.NotificationHistoryRequest, NotificationHistoryRequestXml.Read, NotificationHistoryRequestXml.Write),
        MessageCodec.For(Elements.NotificationHistoryResponse, NotificationHistoryResponseXml.Read, NotificationHistoryResponseXml.Write),
        MessageCodec.For(Elements.NotificationDataTokenRequest, NotificationDataTokenRequestXml.Read, NotificationDataTokenRequestXml.Write),
        MessageCodec.For(Elements.NotificationDataTokenResponse, NotificationDataTokenResponseXml.Read, NotificationDataTokenResponseXml.Write),
        MessageCodec.For(Elements.NotificationDataRequest, NotificationDataRequestXml.Read, NotificationDataRequestXml.Write),
        MessageCodec.For(Elements.NotificationDataResponse, NotificationDataResponseXml.Read, NotificationDataResponseXml.Write),
        MessageCodec.For(Elements.OrderSummaryRequest, OrderSummaryRequestXml.Read, OrderSummaryRequestXml.Write),
        MessageCodec.For(Elements.OrderSummaryResponse, OrderSummaryResponseXml.Read, OrderSummaryResponseXml.Write),
        MessageCodec.For(Elements.OrderListRequest, OrderListRequestXml.Read, OrderListRequestXml.Write),
    ];

    private static readonly Dictionary<XName, MessageCodec> ByName = Roots.ToDictionary(root => root.Name);
    private static readonly Dictionary<Type, MessageCodec> ByType = Roots.ToDictionary(root => root.Type);

    /// <summary>Reads the message of an element. An element that the protocol does not have becomes an unknown message or notification.</summary>
    public static CheckoutMessage Read(WireElement element) => MessageCodec.KeepXml(
        element,
        ByName.TryGetValue(element.Name, out var root) ? root.Read(element)
        : element.Name == Elements.SubscriptionRequestReceived ? RequestReceivedResponseXml.Read(element)
        : ReadUnknown(element));

    /// <summary>Writes the message as its root element.</summary>
    /// <exception cref="ArgumentException">The message is not valid by the schema, or its type cannot be written.</exception>
    public static void Write(WireWriter writer, CheckoutMessage message)
    {
        var root = ByType.TryGetValue(message.GetType(), out var known)
            ? known
            : throw MessageCodec.CannotWrite(message);
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
        message is UnknownMessage unknown ? $"'{QuotedText.Of(unknown.RootName)}'" : message.GetType().Name;

    private static CheckoutMessage ReadUnknown(WireElement element)
    {
        var name = element.NameInDocument;
        return UnknownNotificationXml.IsNotification(element, name)
            ? UnknownNotificationXml.Read(element, name)
            : new UnknownMessage { RootName = name.LocalName, RootNamespace = name.NamespaceName, SerialNumber = element.OptionalIdentifierAttribute(Attributes.SerialNumber) };
    }
}
