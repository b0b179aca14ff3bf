using System.Data;
using System.Data.Common;
using System.Globalization;
using GoogleCheckout;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;

namespace MerchantStore.Orders;

/// <summary>Reads and writes the orders in the store's database.</summary>
internal sealed class OrderStore(DbDataSource database)
{
    /// <summary>
    /// Notes what a notification tells, in the inbox's transaction: both are kept, or neither. It may be told again, after the inbox
    /// has forgotten it or from an archive.
    /// </summary>
    /// <returns>The order after it.</returns>
    public static async Task<Order> NoteAsync(DbTransaction transaction, Notification notification, string what, CancellationToken cancellationToken)
    {
        var order = Order.After(await FindAsync(transaction, notification.GoogleOrderNumber, cancellationToken), notification);
        await SaveAsync(transaction, order, cancellationToken);
        await using var insert = transaction.Statement(
            """
            INSERT INTO order_events (serial_number, google_order_number, happened_at, what) VALUES ($serial, $order, $at, $what)
            ON CONFLICT (serial_number) DO NOTHING
            """,
            ("$serial", notification.SerialNumber),
            ("$order", notification.GoogleOrderNumber),
            ("$at", Text(notification.Timestamp)),
            ("$what", what));
        await insert.ExecuteNonQueryAsync(cancellationToken);
        return order;
    }

    public static async Task KeepDecisionAsync(DbTransaction transaction, string googleOrderNumber, ChargeDecision decision, CancellationToken cancellationToken)
    {
        await using var update = transaction.Statement(
            "UPDATE orders SET decision = $decision WHERE google_order_number = $order", ("$decision", decision.ToString()), ("$order", googleOrderNumber));
        await update.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Takes over what the service reported, unless the order was changed since that version, before the query: a notification may report more.</summary>
    /// <returns>True if it was taken over; false if the order has another version.</returns>
    public async Task<bool> TakeOverAsync(OrderSummary summary, long version, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (await FindAsync(transaction, summary.GoogleOrderNumber, cancellationToken) is not { } order || order.Version != version)
        {
            return false;
        }

        await SaveAsync(transaction, order.As(summary), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private static async Task SaveAsync(DbTransaction transaction, Order order, CancellationToken cancellationToken)
    {
        var status = order.Standing;
        await using var upsert = transaction.Statement(
            """
            INSERT INTO orders (
                google_order_number, shop_order_number, placed_at, placed_xml, states_since, financial_state, fulfillment_state, currency, total,
                charged, refunded, charged_back, archived, decision, looked_up, version)
            VALUES (
                $order, $shopOrder, $placedAt, $placedXml, $statesSince, $financial, $fulfillment, $currency, $total,
                $charged, $refunded, $chargedBack, $archived, $decision, $lookedUp, 1)
            ON CONFLICT (google_order_number) DO UPDATE SET
                shop_order_number = excluded.shop_order_number, placed_at = excluded.placed_at, placed_xml = excluded.placed_xml, states_since = excluded.states_since,
                financial_state = excluded.financial_state, fulfillment_state = excluded.fulfillment_state, currency = excluded.currency, total = excluded.total,
                charged = excluded.charged, refunded = excluded.refunded, charged_back = excluded.charged_back, archived = excluded.archived, decision = excluded.decision,
                looked_up = excluded.looked_up, version = orders.version + 1
            """,
            ("$order", order.GoogleOrderNumber),
            ("$shopOrder", order.ShopOrderNumber),
            ("$placedAt", Text(order.Placed?.Timestamp)),
            ("$placedXml", order.Placed?.OriginalXml.ToArray()),
            ("$statesSince", Text(status.StateChangedAt)),
            ("$financial", status.FinancialOrderState.ToString()),
            ("$fulfillment", status.FulfillmentOrderState.ToString()),
            ("$currency", status.OrderTotal.Currency),
            ("$total", Text(status.OrderTotal)),
            ("$charged", Text(status.TotalChargeAmount)),
            ("$refunded", Text(status.TotalRefundAmount)),
            ("$chargedBack", Text(status.TotalChargebackAmount)),
            ("$archived", order.Archived),
            ("$decision", order.Decision),
            ("$lookedUp", order.LookedUp));
        await upsert.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task<Order?> FindAsync(string googleOrderNumber, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var select = connection.Statement("SELECT * FROM orders WHERE google_order_number = $order", ("$order", googleOrderNumber));
        return await ReadOneAsync(select, cancellationToken);
    }

    /// <summary>All orders, newest first.</summary>
    public async Task<IReadOnlyList<OrderLine>> ListAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var select = connection.Statement("SELECT * FROM orders ORDER BY COALESCE(placed_at, states_since) DESC LIMIT 200");
        await using var row = await select.ExecuteReaderAsync(cancellationToken);
        var lines = new List<OrderLine>();
        while (await row.ReadAsync(cancellationToken))
        {
            lines.Add(new OrderLine(
                row.GetString("google_order_number"),
                row.GetOrNull<string>("shop_order_number"),
                Time(row.GetOrNull<string>("placed_at")),
                Enum.Parse<FinancialOrderState>(row.GetString("financial_state")),
                Enum.Parse<FulfillmentOrderState>(row.GetString("fulfillment_state")),
                Amount(row, "total"),
                Amount(row, "charged"),
                Amount(row, "refunded"),
                row.GetBoolean("archived")));
        }

        return lines;
    }

    /// <summary>What was told of an order, oldest first.</summary>
    public async Task<IReadOnlyList<OrderEvent>> EventsOfAsync(string googleOrderNumber, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var select = connection.Statement(
            "SELECT happened_at, what FROM order_events WHERE google_order_number = $order ORDER BY happened_at, serial_number", ("$order", googleOrderNumber));
        await using var row = await select.ExecuteReaderAsync(cancellationToken);
        var events = new List<OrderEvent>();
        while (await row.ReadAsync(cancellationToken))
        {
            events.Add(new OrderEvent(Time(row.GetOrNull<string>("happened_at")), row.GetString("what")));
        }

        return events;
    }

    private static async Task<Order?> FindAsync(DbTransaction transaction, string googleOrderNumber, CancellationToken cancellationToken)
    {
        await using var select = transaction.Statement("SELECT * FROM orders WHERE google_order_number = $order", ("$order", googleOrderNumber));
        return await ReadOneAsync(select, cancellationToken);
    }

    private static async Task<Order?> ReadOneAsync(DbCommand select, CancellationToken cancellationToken)
    {
        await using var row = await select.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken) ? Read(row) : null;
    }

    private static Order Read(DbDataReader row)
    {
        var placed = row.GetOrNull<byte[]>("placed_xml") is { } xml ? CheckoutXml.Parse<NewOrderNotification>(xml) : null;
        return new Order
        {
            GoogleOrderNumber = row.GetString("google_order_number"),
            ShopOrderNumber = row.GetOrNull<string>("shop_order_number"),
            Placed = placed,
            Archived = row.GetBoolean("archived"),
            Decision = row.GetOrNull<string>("decision"),
            Version = row.GetInt64("version"),
            LookedUp = row.GetBoolean("looked_up"),
            Standing = new OrderStatus
            {
                FinancialOrderState = Enum.Parse<FinancialOrderState>(row.GetString("financial_state")),
                FulfillmentOrderState = Enum.Parse<FulfillmentOrderState>(row.GetString("fulfillment_state")),
                OrderTotal = Amount(row, "total"),
                TotalChargeAmount = Amount(row, "charged"),
                TotalRefundAmount = Amount(row, "refunded"),
                TotalChargebackAmount = Amount(row, "charged_back"),
                ShoppingCart = placed?.ShoppingCart,
                StateChangedAt = Time(row.GetOrNull<string>("states_since")),
            },
        };
    }

    private static string Text(Money money) => money.Amount.ToString(CultureInfo.InvariantCulture);

    private static Money Amount(DbDataReader row, string column) =>
        new(decimal.Parse(row.GetString(column), CultureInfo.InvariantCulture), row.GetString("currency"));

    // All in UTC, so that the text sorts as the time.
    private static string? Text(DateTimeOffset? time) => time?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private static DateTimeOffset? Time(string? text) =>
        text is null ? null : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
