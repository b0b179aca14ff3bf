Imports GoogleCheckout

''' <summary>What the site knows of its orders; a database in a real one.</summary>
Public NotInheritable Class OrderBook

    Public Sub Add(order As String, cartId As String, total As Money)
        Console.WriteLine($"{order} is cart {cartId}: {total}")
    End Sub

    Public Sub AddPayment(order As String, amount As Money)
        Console.WriteLine($"{order} paid {amount}")
    End Sub

End Class
