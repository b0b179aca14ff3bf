// One order from cart to archive, over real HTTPS with a client certificate, against a sandbox inside this process.
using System.Globalization;
using GoogleCheckout;
using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using GoogleCheckout.Reports;
using GoogleCheckout.Sandbox;

// 1. The service. A real program uses a CheckoutClient with its merchant ID, key and certificate.
// <snippet:sandbox>
await using var sandbox = await CheckoutSandbox.StartAsync();
using var client = sandbox.CreateClient();
// </snippet:sandbox>
Print($"The sandbox listens at {sandbox.BaseAddress}");

// 2. The merchant calculates the price of the cart, posts it, and receives the URL to redirect the buyer to.
// <snippet:cart>
var cart = CheckoutShoppingCart.Create(
    new Item { ItemName = "Teapot", ItemDescription = "Cast iron, 0.8 l", UnitPrice = new Money(39.50m, "USD"), Quantity = 1, MerchantItemId = "teapot" },
    new Item { ItemName = "Green tea", ItemDescription = "Sencha, 100 g", UnitPrice = new Money(6.25m, "USD"), Quantity = 2, MerchantItemId = "sencha" })
    .WithShipping(new FlatRateShipping { Name = "Ground", Price = new Money(5.00m, "USD") });
var price = CartCalculator.Calculate(cart, new CartSelections { ShippingName = "Ground" });
var redirect = await client.CheckoutAsync(cart);
// </snippet:cart>

// 3. The buyer places the order, here without a browser. The service reviews it; one minute later it can be charged.
var placed = await sandbox.PlaceOrderAsync(redirect);
var order = placed.GoogleOrderNumber;
Print($"The merchant expected {price.Total}; the buyer placed order {order} for {placed.OrderTotal}: {placed.FinancialOrderState}");
await sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));

// 4. The merchant charges the tea, which is in stock; a day later, charges the teapot, ships both, and archives the order.
// <snippet:charge>
await client.ChargeOrderAsync(order, new Money(12.50m, "USD"));
// </snippet:charge>
await sandbox.AdvanceAsync(TimeSpan.FromDays(1));
await client.ChargeOrderAsync(order);
await sandbox.AdvanceAsync(TimeSpan.FromHours(2));
await client.DeliverOrderAsync(order, new TrackingData { Carrier = Carriers.UPS, TrackingNumber = "1Z9999W99999999999" });
await client.ArchiveOrderAsync(order);

// 5. The order's history, as the service reports it.
Print($"{"when (UTC)",-19}  {"what",-16}  {"amount",11}  {"financial state",-15}  fulfillment state");
// <snippet:history>
await foreach (var notification in client.GetNotificationHistoryAsync(new NotificationHistoryRequest { OrderNumbers = [order] }))
{
    var states = notification.OrderSummary!;
    Print($"{notification.Timestamp:yyyy-MM-dd HH:mm:ss}  {What(notification),-16}  {Amount(notification),11}  {states.FinancialOrderState,-15}  {states.FulfillmentOrderState}");
}
// </snippet:history>

var summary = (await client.GetOrderSummariesAsync([order])).Single();
Print($"In the end: {summary.TotalChargeAmount} of {summary.OrderTotal} charged, {summary.FinancialOrderState}, {summary.FulfillmentOrderState}, {(summary.Archived == true ? "archived" : "not archived")}.");

static string What(Notification notification) => notification switch
{
    NewOrderNotification => "new order",
    OrderStateChangeNotification => "state change",
    RiskInformationNotification => "risk checked",
    AuthorizationAmountNotification => "money reserved",
    ChargeAmountNotification => "money charged",
    RefundAmountNotification => "money refunded",
    _ => notification.GetType().Name,
};

static Money? Amount(Notification notification) => notification switch
{
    NewOrderNotification placed => placed.OrderTotal,
    AuthorizationAmountNotification reserved => reserved.AuthorizationAmount,
    ChargeAmountNotification charged => charged.LatestChargeAmount,
    RefundAmountNotification refunded => refunded.LatestRefundAmount,
    _ => null,
};

static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
