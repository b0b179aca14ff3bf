using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Inbox;

/// <summary>The change that the tests' handlers make: a row in a table of the merchant's database, in the inbox's transaction.</summary>
internal static class Effects
{
    public static Notification Notification(string serialNumber, string orderNumber = "order-1", DateTimeOffset? timestamp = null) => new OrderStateChangeNotification
    {
        SerialNumber = serialNumber,
        GoogleOrderNumber = orderNumber,
        Timestamp = timestamp ?? new DateTimeOffset(2010, 5, 4, 10, 0, 0, TimeSpan.Zero),
        NewFinancialOrderState = FinancialOrderState.Chargeable,
        NewFulfillmentOrderState = FulfillmentOrderState.New,
        PreviousFinancialOrderState = FinancialOrderState.Reviewing,
        PreviousFulfillmentOrderState = FulfillmentOrderState.New,
    };

    public static async Task AddAsync(NotificationContext context, CancellationToken cancellationToken = default)
    {
        await using var command = context.CreateCommand();
        command.CommandText = "INSERT INTO effects (serial_number) VALUES (@serial)";
        var serial = command.CreateParameter();
        serial.ParameterName = "@serial";
        serial.Value = context.SerialNumber;
        command.Parameters.Add(serial);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
