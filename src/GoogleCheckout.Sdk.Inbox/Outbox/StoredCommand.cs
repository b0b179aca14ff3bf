using System.Globalization;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Outbox;

/// <summary>A pending command of the outbox.</summary>
/// <param name="Id">The number of the row; commands of an order are executed by increasing numbers.</param>
/// <param name="Merchant">The name of the merchant.</param>
/// <param name="OrderNumber">The Google order number.</param>
/// <param name="Attempts">The number of attempts, with the current one.</param>
/// <param name="Key">The merchant's key; null if there is none.</param>
/// <param name="Xml">The command.</param>
/// <param name="Deadline">The time after which it is no longer begun; null for none.</param>
/// <param name="Target">The total that is charged or refunded when the command is executed; null before the first send, and for other commands.</param>
/// <param name="Amount">The amount that it moves; null as the target.</param>
/// <param name="Kind">The name of the type of the command.</param>
/// <param name="WasSent">Whether the command was sent, and its outcome is unknown.</param>
/// <param name="WasExecuted">Whether a later command of the order found that this one, then a dead letter, had been executed.</param>
/// <param name="OrderIsUnsettled">Whether any command of the order was sent whose outcome is unknown.</param>
internal sealed record StoredCommand(
    long Id, string Merchant, string OrderNumber, int Attempts, string? Key, string Xml, DateTimeOffset? Deadline, Money? Target, Money? Amount, string Kind, bool WasSent, bool WasExecuted, bool OrderIsUnsettled)
{
    private OrderCommand? _command;

    public OrderCommand Command => _command ??= CheckoutXml.Parse<OrderCommand>(Xml);

    public static StoredCommand Read(object[] row) => new(
        Convert.ToInt64(row[0], CultureInfo.InvariantCulture),
        (string)row[1],
        (string)row[2],
        Convert.ToInt32(row[3], CultureInfo.InvariantCulture),
        row[4] as string,
        (string)row[5],
        ToTime(row[6]),
        ToMoney(row[7]),
        ToMoney(row[8]),
        (string)row[9],
        Convert.ToInt64(row[10], CultureInfo.InvariantCulture) != 0,
        Convert.ToInt64(row[11], CultureInfo.InvariantCulture) != 0,
        Convert.ToInt64(row[12], CultureInfo.InvariantCulture) != 0);

    /// <summary>Returns whether a row of id and attempts is this command at this attempt.</summary>
    public bool IsCurrentAttempt(object[]? row) =>
        row is [var id, var attempts] && Convert.ToInt64(id, CultureInfo.InvariantCulture) == Id && Convert.ToInt32(attempts, CultureInfo.InvariantCulture) == Attempts;

    public override string ToString() => $"command {Id} of order {OrderNumber}";

    private static Money? ToMoney(object value) => value is string text ? Money.Parse(text, CultureInfo.InvariantCulture) : null;

    private static DateTimeOffset? ToTime(object value) => value switch
    {
        DBNull => null,
        DateTime time => new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc)),
        string text => new DateTimeOffset(DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal)),

        // MySqlConnector has another type if its connection string sets Allow Zero DateTime.
        _ => new DateTimeOffset(DateTime.SpecifyKind(Convert.ToDateTime(value, CultureInfo.InvariantCulture), DateTimeKind.Utc)),
    };
}
