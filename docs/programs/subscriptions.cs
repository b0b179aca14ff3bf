// <program>
using GoogleCheckout;
using GoogleCheckout.Carts;
using GoogleCheckout.Reports;
using GoogleCheckout.Sandbox;

await using var sandbox = await CheckoutSandbox.StartAsync();
using var client = sandbox.CreateClient();

var tea = new Item { ItemName = "Tea of the month", ItemDescription = "One tea", UnitPrice = new Money(10m, "USD"), Quantity = 1 };
var club = tea with
{
    ItemName = "Tea club",
    MerchantItemId = "tea-club",
    Subscription = new Subscription
    {
        Type = SubscriptionTypes.Google,
        Period = DatePeriod.Monthly,
        Payments = [new SubscriptionPayment { Times = 11, MaximumCharge = new Money(12m, "USD") }],
        RecurrentItem = tea,
    },
};
var first = await sandbox.PlaceOrderAsync(await client.CheckoutAsync(CheckoutShoppingCart.Create(club)));

// The clock of the sandbox moves ahead by more than two months; each month has its own order.
await sandbox.AdvanceAsync(TimeSpan.FromDays(65));
var twoMonths = new NotificationHistoryRequest { StartTime = first.Timestamp, EndTime = first.Timestamp + TimeSpan.FromDays(62) };
await foreach (var notification in client.GetNotificationHistoryAsync(twoMonths))
{
    Console.WriteLine($"{notification.Timestamp:d}: {notification}");
}
// </program>
