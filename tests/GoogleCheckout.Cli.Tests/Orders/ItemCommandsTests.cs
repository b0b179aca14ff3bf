using GoogleCheckout.Carts;
using GoogleCheckout.Cli.Commands;
using GoogleCheckout.Orders;
using GoogleCheckout.Sandbox;
using NUnit.Framework;

namespace GoogleCheckout.Cli.Orders;

/// <summary>The commands for items, for charging and shipping together, and for subscriptions, as processes against a sandbox.</summary>
public class ItemCommandsTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Delete();

    [Test]
    public void Commands_EachOrderCommandOfTheSdk_HasOne()
    {
        string[] renamed = ["add-merchant-order-number", "add-tracking-data", "send-buyer-message", "ship-items"];
        var commands = Tool.CreateRootCommand(new ToolConsole(TextReader.Null, TextWriter.Null, TextWriter.Null)).Subcommands.Single(command => command.Name == "order").Subcommands.Select(command => command.Name);

        var missing = typeof(OrderCommand).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(OrderCommand)))
            .Select(type => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(type.Name.Replace("Request", string.Empty, StringComparison.Ordinal)))
            .Where(name => !commands.Contains(name) && !commands.Contains(name.Replace("-order", string.Empty, StringComparison.Ordinal)));

        Assert.That(missing, Is.EquivalentTo(renamed));
    }

    [Test]
    public async Task ChargeAndShip_AmountAndItem_ChargesAndShipsThem()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        var order = await GatewayConnection.PlaceAsync(sandbox);

        var result = await GatewayConnection.RunAsync(sandbox, _folder, "y\n", ["order", order, "charge-and-ship", "--amount", "12.50 USD", "--item", "book", "--carrier", "UPS", "--tracking-number", "1Z9"]);

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Error, Does.StartWith($"Order {order}: charge 12.50 USD and mark book as shipped? [y/N]"));
        var sent = Sent<ChargeAndShipOrderRequest>(sandbox);
        Assert.That(sent.Amount, Is.EqualTo(new Money(12.50m, "USD")));
        Assert.That(sent.ItemShippingInformationList.Single().ItemId.MerchantItemId, Is.EqualTo("book"));
        Assert.That(sent.ItemShippingInformationList.Single().TrackingDataList.Single(), Is.EqualTo(new TrackingData { Carrier = "UPS", TrackingNumber = "1Z9" }));
    }

    [Test]
    public async Task ChargeAndShip_WithoutItems_ShipsTheOrder()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        var order = await GatewayConnection.PlaceAsync(sandbox);

        var result = await RunAsync(sandbox, "order", order, "charge-and-ship", "--carrier", "UPS", "--yes");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(Sent<ChargeAndShipOrderRequest>(sandbox).TrackingDataList.Single().Carrier, Is.EqualTo("UPS"));
    }

    [Test]
    public async Task BackorderReturnCancelReset_SendTheItems()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        var order = await GatewayConnection.PlaceAsync(sandbox);

        var results = new[]
        {
            await RunAsync(sandbox, "order", order, "charge", "--yes"),
            await RunAsync(sandbox, "order", order, "backorder-items", "--item", "book", "--item", "map", "--send-email", "false"),
            await RunAsync(sandbox, "order", order, "ship", "--item", "book"),
            await RunAsync(sandbox, "order", order, "reset-items-shipping-information", "--item", "book"),
            await RunAsync(sandbox, "order", order, "ship", "--item", "book"),
            await RunAsync(sandbox, "order", order, "return-items", "--item", "book"),
            await GatewayConnection.RunAsync(sandbox, _folder, "y\n", ["order", order, "cancel-items", "--item", "map", "--reason", "Out of print"]),
        };

        Assert.Multiple(() =>
        {
            Assert.That(results.Select(result => result.ExitCode), Is.All.Zero, string.Concat(results.Select(result => result.Error)));
            Assert.That(results[^1].Error, Does.StartWith($"Order {order}: cancel map for good? [y/N]"));
            Assert.That(Sent<BackorderItemsRequest>(sandbox).ItemIds.Select(item => item.MerchantItemId), Is.EqualTo(new[] { "book", "map" }));
            Assert.That(Sent<BackorderItemsRequest>(sandbox).SendEmail, Is.False);
            Assert.That(Sent<ResetItemsShippingInformationRequest>(sandbox).ItemIds.Single().MerchantItemId, Is.EqualTo("book"));
            Assert.That(Sent<ReturnItemsRequest>(sandbox).ItemIds.Single().MerchantItemId, Is.EqualTo("book"));
            Assert.That(Sent<CancelItemsRequest>(sandbox).Reason, Is.EqualTo("Out of print"));
        });
    }

    [Test]
    public async Task CreateOrderRecurrence_CartInAPipe_IsANewOrder()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = sandbox.CreateClient();
        var tea = new Item { ItemName = "Tea", ItemDescription = "March", UnitPrice = new Money(10m, "USD"), Quantity = 1, MerchantItemId = "tea" };
        var subscription = new Subscription { Type = SubscriptionTypes.Merchant, Period = DatePeriod.Monthly, Payments = [new SubscriptionPayment { MaximumCharge = new Money(20m, "USD") }], RecurrentItem = tea };
        var order = (await sandbox.PlaceOrderAsync(await client.CheckoutAsync(CheckoutShoppingCart.Create(tea with { Subscription = subscription })))).GoogleOrderNumber;

        var result = await GatewayConnection.RunAsync(sandbox, _folder, CheckoutShoppingCart.Create(tea).ToXmlString(), ["order", order, "create-order-recurrence", "-", "--yes"]);

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(Sent<CreateOrderRecurrenceRequest>(sandbox).ShoppingCart.Items.Single().ItemName, Is.EqualTo("Tea"));
    }

    [TestCase("charge-and-ship --amount 5 --yes", "--amount must be an amount with its currency")]
    [TestCase("charge-and-ship --tracking-number 1 --yes", "--tracking-number requires --carrier.")]
    [TestCase("backorder-items", "--item")]
    [TestCase("return-items", "--item")]
    [TestCase("reset-items-shipping-information", "--item")]
    [TestCase("cancel-items --item map --yes", "--reason")]
    [TestCase("create-order-recurrence missing.xml --yes", "missing.xml cannot be read")]
    [TestCase("create-order-recurrence - --yes", "(standard input) is not a cart.")]
    public async Task Command_InvalidInput_NamesItAndReturnsTwo(string command, string message)
    {
        var result = await ToolProcess.RunAsync(["order", "123456789012345", .. command.Split(' ')], [], new ArchiveOrderRequest { GoogleOrderNumber = "1" }.ToXmlString(), _folder.Path);

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.InvalidInput), result.Output);
        Assert.That(result.Error, Does.Contain(message));
    }

    private static T Sent<T>(CheckoutSandbox sandbox)
        where T : OrderCommand => sandbox.Requests.Select(request => request.Message).OfType<T>().Last();

    private Task<ToolResult> RunAsync(CheckoutSandbox sandbox, params string[] args) => GatewayConnection.RunAsync(sandbox, _folder, args);
}
