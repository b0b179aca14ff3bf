' <usings>
Imports System.Threading
Imports GoogleCheckout
Imports GoogleCheckout.Notifications
Imports GoogleCheckout.Orders
' </usings>

' <handlers>
Public NotInheritable Class OrderHandlers
    Implements INotificationHandler(Of NewOrderNotification)
    Implements INotificationHandler(Of OrderStateChangeNotification)
    Implements INotificationHandler(Of ChargeAmountNotification)

    Private ReadOnly _client As CheckoutClient
    Private ReadOnly _book As OrderBook

    Public Sub New(client As CheckoutClient, book As OrderBook)
        _client = client
        _book = book
    End Sub

    Public Function OrderPlacedAsync(
        notification As NewOrderNotification, context As NotificationContext, cancellationToken As CancellationToken
    ) As Task Implements INotificationHandler(Of NewOrderNotification).HandleAsync
        Dim cartId As String = Nothing
        notification.ShoppingCart.MerchantPrivateData?.TryGetValue("cart-id", cartId)
        _book.Add(notification.GoogleOrderNumber, cartId, notification.OrderTotal)
        Return Task.CompletedTask
    End Function

    Public Async Function StateChangedAsync(
        notification As OrderStateChangeNotification, context As NotificationContext, cancellationToken As CancellationToken
    ) As Task Implements INotificationHandler(Of OrderStateChangeNotification).HandleAsync
        If notification.NewFinancialOrderState <> FinancialOrderState.Chargeable Then Return

        ' The notification may arrive again after the charge: only what is left is charged.
        Dim orders = Await _client.GetOrderSummariesAsync({notification.GoogleOrderNumber}, cancellationToken)
        Dim charge = OrderRules.GetActions(OrderStatus.FromSummary(orders(0))).Charge
        If charge.IsAllowed Then
            Await _client.ChargeOrderAsync(notification.GoogleOrderNumber, charge.MaxAmount, cancellationToken)
        End If
    End Function

    Public Function ChargedAsync(
        notification As ChargeAmountNotification, context As NotificationContext, cancellationToken As CancellationToken
    ) As Task Implements INotificationHandler(Of ChargeAmountNotification).HandleAsync
        _book.AddPayment(notification.GoogleOrderNumber, notification.LatestChargeAmount)
        Return Task.CompletedTask
    End Function
End Class
' </handlers>
