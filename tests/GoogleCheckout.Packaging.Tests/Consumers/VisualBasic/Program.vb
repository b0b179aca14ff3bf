Imports GoogleCheckout
Imports GoogleCheckout.Carts
Imports GoogleCheckout.Notifications
Imports GoogleCheckout.Reports
Imports GoogleCheckout.Sandbox
Imports Microsoft.Extensions.DependencyInjection

''' <summary>The site against a sandbox: an order is placed, charged when it was reviewed, and paid.</summary>
Public Module Program

    Public Sub Main()
        RunAsync().GetAwaiter().GetResult()
    End Sub

    Private Async Function RunAsync() As Task
        Dim sandbox = Await CheckoutSandbox.StartAsync()
        Dim app = Site.Build({"--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Warning"}, Sub(services) services.AddGoogleCheckout(AddressOf sandbox.Configure))
        Await app.StartAsync()
        sandbox.CallbackUrl = New Uri($"{app.Urls.First()}/checkout/callback")

        Dim client = app.Services.GetRequiredService(Of CheckoutClient)()
        Dim tea = New Item With {.ItemName = "Green tea", .ItemDescription = "Sencha, 100 g", .UnitPrice = New Money(6.25D, "USD"), .Quantity = 2}
        Dim teapot = New Item With {.ItemName = "Teapot", .ItemDescription = "Cast iron, 0.8 l", .UnitPrice = New Money(39.5D, "USD"), .Quantity = 1}
        Dim cart = CheckoutShoppingCart.Create(tea, teapot) _
            .WithShipping(New FlatRateShipping With {.Name = "Ground", .Price = New Money(5D, "USD")}) _
            .WithTaxes(TaxTables.FromRules(
                New DefaultTaxRule With {.Rate = 0.08D, .TaxAreas = {Area.USZip("100*"), Area.USZip("11201")}},
                New DefaultTaxRule With {.Rate = 0.04D, .TaxArea = Area.USState("NY")})) _
            .WithPrivateData(PrivateData.FromXml(<cart-id>4711</cart-id>, <channel>web</channel>))

        Dim order = Await sandbox.PlaceOrderAsync(Await client.CheckoutAsync(cart))
        Await sandbox.AdvanceAsync(TimeSpan.FromMinutes(1))
        Await sandbox.AdvanceAsync(TimeSpan.FromMinutes(1))

        Dim request = New NotificationHistoryRequest With {.OrderNumbers = {order.GoogleOrderNumber}}
        Dim history = Await client.GetNotificationHistoryAsync(request).ToListAsync()
        Console.WriteLine($"{history.OfType(Of NewOrderNotification)().Count()} new order in the history")

        For Each delivery In sandbox.Deliveries.Where(Function(candidate) Not candidate.IsAcknowledged)
            Console.WriteLine($"Not acknowledged: {delivery}")
        Next

        Await app.DisposeAsync()
        Await sandbox.DisposeAsync()
    End Function

End Module
