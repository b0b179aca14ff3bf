using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;

namespace GoogleCheckout.Cli.Archives.Ledger;

/// <summary>The orders of an archive, and what was charged, refunded and charged back.</summary>
internal sealed class ArchiveLedger
{
    private readonly NotificationValidator _validator = new();
    private readonly Dictionary<string, LedgerOrder> _orders = new(StringComparer.Ordinal);
    private readonly List<Movement> _movements = [];
    private readonly Dictionary<(MovementType Type, string SerialNumber), Movement> _movementsByNumber = [];

    /// <summary>The orders by the time of purchase; those without a time are last. Empty before <see cref="Complete"/>.</summary>
    public IReadOnlyList<LedgerOrder> Orders { get; private set; } = [];

    /// <summary>The movements by their time; those without a time are last. Their balances are known after <see cref="Complete"/>.</summary>
    public IReadOnlyList<Movement> Movements { get; private set; } = [];

    /// <summary>The time of the first notification; null if none has a time.</summary>
    public DateTimeOffset? Earliest { get; private set; }

    /// <summary>The time of the last notification; null if none has a time.</summary>
    public DateTimeOffset? Latest { get; private set; }

    /// <summary>Adds a notification that is no duplicate.</summary>
    /// <param name="notification">The notification.</param>
    /// <param name="order">The order of the notification.</param>
    /// <returns>The cart, if this notification is the first with the items of the order; otherwise null.</returns>
    public ShoppingCart? Add(Notification notification, out LedgerOrder order)
    {
        order = GetOrder(notification.GoogleOrderNumber);
        var cart = order.Add(notification);
        if (Movement.Create(order, notification) is { } movement)
        {
            _movements.Add(movement);
            _movementsByNumber.TryAdd((movement.Type, movement.SerialNumber), movement);
        }

        foreach (var issue in _validator.Validate(notification))
        {
            order.AddFinding(FormattableString.Invariant($"{issue} (notification {QuotedText.OfIdentifier(notification.SerialNumber)})"));
        }

        if (notification.Timestamp is { } time)
        {
            Earliest = Earliest is { } earliest && earliest <= time ? earliest : time;
            Latest = Latest is { } latest && latest >= time ? latest : time;
        }

        return cart;
    }

    /// <summary>Compares a duplicate with the notification that was added: the service sends the same again, so another amount is a finding.</summary>
    /// <param name="notification">The duplicate.</param>
    /// <param name="place">Where it is.</param>
    public void AddDuplicate(Notification notification, string place)
    {
        var duplicate = Movement.Create(new LedgerOrder(notification.GoogleOrderNumber), notification);
        if (duplicate is not null
            && _movementsByNumber.TryGetValue((duplicate.Type, duplicate.SerialNumber), out var known)
            && (known.Amount, known.Total, known.Order.Number) != (duplicate.Amount, duplicate.Total, duplicate.Order.Number))
        {
            known.Order.AddFinding(
                $"The {WordOf(known.Type)} of {known.Amount} (notification {QuotedText.OfIdentifier(known.SerialNumber)}) was found again with other content at {place}: {duplicate.Amount}, which is not added");
        }
    }

    /// <summary>Adds up the movements, and compares them with the totals that the notifications state.</summary>
    public void Complete()
    {
        Movements = [.. _movements.OrderBy(movement => movement.Timestamp ?? DateTimeOffset.MaxValue)];
        foreach (var movement in Movements.Where(movement => movement.Amount.Currency.Length > 0))
        {
            movement.Order.SetCurrency(movement.Amount.Currency);
        }

        foreach (var movement in Movements)
        {
            AddUp(movement);
        }

        Orders = [.. _orders.Values.OrderBy(order => order.PurchaseDate ?? DateTimeOffset.MaxValue)];
        foreach (var order in Orders)
        {
            foreach (var type in Enum.GetValues<MovementType>())
            {
                CompareWithTotal(order, type);
            }
        }
    }

    private static void AddUp(Movement movement)
    {
        var order = movement.Order;
        if (!movement.IsCounted)
        {
            var reason = LedgerAmount.IsPlausible(movement.Amount) ? $"is not in the currency of the order, {QuotedText.Of(order.Currency)}" : "is more than any order can have";
            order.AddFinding($"The {WordOf(movement.Type)} of {movement.Amount} (notification {QuotedText.OfIdentifier(movement.SerialNumber)}) is not added, because it {reason}");
            return;
        }

        order.Sums.Add(movement.Type, movement.Amount.Amount);
        order.AddReportedTotal(movement.Type, movement.Total);
        movement.Balance = order.Sums.Balance;
        if (movement.CountedFee is { } fee)
        {
            order.Sums.AddFee(fee);
        }
    }

    // Each movement is known to have happened, and so is what a total contains. The larger of the two is what is known to have moved.
    private static void CompareWithTotal(LedgerOrder order, MovementType type)
    {
        var (sum, total) = (order.Sums.Of(type), order.GetReportedTotal(type));
        if (LedgerAmount.AreEqual(sum, total))
        {
            return;
        }

        order.AddFinding(FormattableString.Invariant(
            $"The {WordOf(type)}s in the archive add up to {new Money(sum, order.Currency)}, but the highest total in a notification is {new Money(total, order.Currency)}"));
        if (total > sum)
        {
            order.Sums.Add(type, total - sum);
        }
    }

    private static string WordOf(MovementType type) => type.ToString().ToLowerInvariant();

    private LedgerOrder GetOrder(string number)
    {
        if (!_orders.TryGetValue(number, out var order))
        {
            _orders.Add(number, order = new LedgerOrder(number));
        }

        return order;
    }
}
