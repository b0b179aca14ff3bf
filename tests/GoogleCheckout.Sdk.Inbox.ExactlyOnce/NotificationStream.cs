using System.Globalization;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Inbox.ExactlyOnce;

/// <summary>Notifications as the service sends them: many about some orders, few about most, some at the same second as the one before.</summary>
internal static class NotificationStream
{
    private static readonly DateTimeOffset Day = new(2012, 3, 1, 8, 0, 0, TimeSpan.Zero);

    public static IReadOnlyList<Sending> Make(int count, int orders, Random random)
    {
        var next = new int[orders];
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            // Squared, so that the first orders have the most.
            var order = (int)(orders * random.NextDouble() * random.NextDouble());
            return new Sending(MakeOne(order, next[order]++, random));
        })];
    }

    /// <summary>The deliveries of notifications in random order, duplicates among them: half right beside the original, half anywhere.</summary>
    public static IReadOnlyList<Sending> Shuffle(IReadOnlyList<Sending> notifications, int duplicates, Random random)
    {
        var places = notifications.Select(sending => (Sending: sending, Place: random.NextDouble())).ToList();
        var again = Enumerable.Range(0, duplicates).Select(number =>
        {
            var (sending, place) = places[random.Next(notifications.Count)];
            return (Sending: sending, Place: number % 2 == 0 ? place : random.NextDouble());
        }).ToList();
        return [.. places.Concat(again).OrderBy(delivery => delivery.Place).Select(delivery => delivery.Sending)];
    }

    private static Notification MakeOne(int order, int number, Random random)
    {
        var orderNumber = (100_000_000_000_000L + order).ToString(CultureInfo.InvariantCulture);
        var time = Day.AddSeconds(number / 2);
        var amount = new Money(random.Next(100, 100_000) / 100m, "USD");
        return random.Next(2) == 0
            ? new ChargeAmountNotification
            {
                SerialNumber = string.Create(CultureInfo.InvariantCulture, $"{orderNumber}-{number:D5}-2"),
                GoogleOrderNumber = orderNumber,
                Timestamp = time,
                LatestChargeAmount = amount,
                TotalChargeAmount = amount,
            }
            : new OrderStateChangeNotification
            {
                SerialNumber = string.Create(CultureInfo.InvariantCulture, $"{orderNumber}-{number:D5}-1"),
                GoogleOrderNumber = orderNumber,
                Timestamp = time,
                PreviousFinancialOrderState = FinancialOrderState.Chargeable,
                NewFinancialOrderState = FinancialOrderState.Charging,
                PreviousFulfillmentOrderState = FulfillmentOrderState.New,
                NewFulfillmentOrderState = FulfillmentOrderState.New,
            };
    }
}
