using System.Data.Common;
using System.Globalization;
using GoogleCheckout.Notifications;

namespace PollingWorker;

/// <summary>Records each notification in the inbox's transaction, so that the entry is committed together with the record that the notification was handled.</summary>
internal sealed class Ledger : INotificationHandler<Notification>
{
    // <handler>
    public async Task HandleAsync(Notification notification, NotificationContext context, CancellationToken cancellationToken)
    {
        await using var command = context.CreateCommand();
        command.CommandText = "INSERT INTO ledger (serial_number, entry) VALUES (@serial, @entry)";
        Add(command, "@serial", notification.SerialNumber);
        Add(command, "@entry", Describe(notification));
        await command.ExecuteNonQueryAsync(cancellationToken);
        Console.WriteLine(Describe(notification));
    }
    // </handler>

    public static async Task CreateAsync(DbDataSource database)
    {
        await using var command = database.CreateCommand("CREATE TABLE IF NOT EXISTS ledger (serial_number text NOT NULL, entry text NOT NULL)");
        await command.ExecuteNonQueryAsync();
    }

    public static async Task<long> CountAsync(DbDataSource database)
    {
        await using var command = database.CreateCommand("SELECT count(*) FROM ledger");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static string Describe(Notification notification) => string.Create(
        CultureInfo.InvariantCulture,
        $"{notification.Timestamp:yyyy-MM-dd HH:mm:ss}  order {notification.GoogleOrderNumber}  {notification.GetType().Name}");

    private static void Add(DbCommand command, string name, string value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
