using GoogleCheckout.Orders;
using NUnit.Framework;
using static GoogleCheckout.Samples.MerchantStore.StoreDatabase;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>A query of the service races with the notifications of the same order.</summary>
public sealed class OrderLookUpTests : CommandTestBase
{
    [SetUp]
    public Task NoteChargeableAsync() => Database.NoteAsync(Change(1, FinancialOrderState.Reviewing, FinancialOrderState.Chargeable));

    [Test]
    public async Task LookUp_NotificationArrivesBeforeTheAnswer_AsksAgain()
    {
        Client.OnQuery = async number =>
        {
            if (number > 1)
            {
                return Summary(FinancialOrderState.Charged, 57);
            }

            // The answer is from before; meanwhile, the charge is made and told.
            await Database.NoteAsync(Change(3, FinancialOrderState.Charging, FinancialOrderState.Charged, charged: 57));
            return Summary(FinancialOrderState.Charging, 0);
        };

        await Sender.LookUpAsync(Number, CancellationToken.None);
        var order = await Database.FindAsync();

        Assert.Multiple(() =>
        {
            Assert.That(Client.Queries, Is.EqualTo(2));
            Assert.That(order.Standing.FinancialOrderState, Is.EqualTo(FinancialOrderState.Charged));
            Assert.That(order.Standing.TotalChargeAmount, Is.EqualTo(Usd(57)));
        });
    }

    [Test]
    public async Task LookUp_NotificationBeforeEachAnswer_KeepsWhatTheNotificationsReported()
    {
        Client.OnQuery = async number =>
        {
            await Database.NoteAsync(Change(2 + number, FinancialOrderState.Charging, FinancialOrderState.Charged, charged: 10 * number));
            return Summary(FinancialOrderState.Charging, 10 * (number - 1));
        };

        await Sender.LookUpAsync(Number, CancellationToken.None);
        var order = await Database.FindAsync();

        Assert.Multiple(() =>
        {
            Assert.That(Client.Queries, Is.EqualTo(3));
            Assert.That(order.Standing.FinancialOrderState, Is.EqualTo(FinancialOrderState.Charged));
            Assert.That(order.Standing.TotalChargeAmount, Is.EqualTo(Usd(30)));
        });
    }

    [Test]
    public async Task LookUp_TwoAtOnce_TheLaterAnswerIsKept()
    {
        Client.OnQuery = async number =>
        {
            if (number == 1)
            {
                await Sender.LookUpAsync(Number, CancellationToken.None);
                return Summary(FinancialOrderState.Charging, 0);
            }

            return Summary(FinancialOrderState.Charged, 57);
        };

        await Sender.LookUpAsync(Number, CancellationToken.None);

        Assert.That((await Database.FindAsync()).Standing.FinancialOrderState, Is.EqualTo(FinancialOrderState.Charged));
    }

    [Test]
    public async Task LookUp_ServiceDoesNotKnowTheOrder_UpdatesNothingAndSaysSo()
    {
        Client.OnQuery = _ => Task.FromResult<OrderSummary?>(null);

        Assert.That(await Sender.LookUpAsync(Number, CancellationToken.None), Is.False);
        Assert.That((await Database.FindAsync()).LookedUp, Is.False);
    }

    [TestCase(FinancialOrderState.Charged, 57)]
    [TestCase(FinancialOrderState.Chargeable, 12.5)]
    [TestCase(FinancialOrderState.PaymentDeclined, 0)]
    [TestCase(FinancialOrderState.Chargeable, 0)]
    public async Task LookUp_NotificationsOfTheCommandArriveLater_KeepsTheOutcome(FinancialOrderState outcome, decimal charged)
    {
        Client.OnQuery = _ => Task.FromResult<OrderSummary?>(Summary(outcome, charged));
        await Sender.SendAsync("form", new ChargeOrderRequest { GoogleOrderNumber = Number });
        var states = new List<FinancialOrderState> { await StateAsync() };

        await Database.NoteAsync(Change(2, FinancialOrderState.Chargeable, FinancialOrderState.Charging));
        states.Add(await StateAsync());
        await Database.NoteAsync(Change(3, FinancialOrderState.Charging, outcome, charged));
        states.Add(await StateAsync());

        Assert.That(states, Is.All.EqualTo(outcome));
        Assert.That((await Database.FindAsync()).LookedUp, Is.False, "the notifications have caught up");
    }

    [Test]
    public async Task LookUp_NotificationFromBeforeTheChargeArrivesLater_KeepsTheOutcome()
    {
        Client.OnQuery = _ => Task.FromResult<OrderSummary?>(Summary(FinancialOrderState.Charged, 57));
        await Sender.LookUpAsync(Number, CancellationToken.None);

        await Database.NoteAsync(Change(2, FinancialOrderState.PaymentDeclined, FinancialOrderState.Chargeable));

        Assert.That(await StateAsync(), Is.EqualTo(FinancialOrderState.Charged));
    }

    [Test]
    public async Task LookUp_LaterNotification_IsApplied()
    {
        Client.OnQuery = _ => Task.FromResult<OrderSummary?>(Summary(FinancialOrderState.Chargeable, 12.5m));
        await Sender.LookUpAsync(Number, CancellationToken.None);

        await Database.NoteAsync(Change(9, FinancialOrderState.Chargeable, FinancialOrderState.Cancelled, charged: 12.5m));

        Assert.That(await StateAsync(), Is.EqualTo(FinancialOrderState.Cancelled));
    }

    [Test]
    public async Task Note_NotificationThatTheInboxForgot_ChangesNothing()
    {
        var again = Change(1, FinancialOrderState.Reviewing, FinancialOrderState.Chargeable);

        Assert.That(() => Database.NoteAsync(again), Throws.Nothing);
        Assert.That(await Database.Orders.EventsOfAsync(Number, CancellationToken.None), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Tables_OfTheFirstVersion_GetTheMissingColumns()
    {
        const string FirstVersion = """
            CREATE TABLE orders (
                google_order_number TEXT PRIMARY KEY, shop_order_number TEXT, placed_at TEXT, placed_xml BLOB, states_since TEXT,
                financial_state TEXT NOT NULL, fulfillment_state TEXT NOT NULL, currency TEXT NOT NULL, total TEXT NOT NULL, charged TEXT NOT NULL,
                refunded TEXT NOT NULL, charged_back TEXT NOT NULL, archived INTEGER NOT NULL, decision TEXT);
            INSERT INTO orders VALUES ('841171949013218', NULL, NULL, NULL, '2011-07-08T11:00:00.0000000Z', 'Reviewing', 'New', 'USD', '57', '0', '0', '0', 0, NULL);
            """;
        await using var database = await StoreDatabase.CreateAsync(FirstVersion);

        await database.NoteAsync(Change(1, FinancialOrderState.Reviewing, FinancialOrderState.Chargeable));

        Assert.That((await database.FindAsync()).Standing.FinancialOrderState, Is.EqualTo(FinancialOrderState.Chargeable));
    }

    private async Task<FinancialOrderState> StateAsync() => (await Database.FindAsync()).Standing.FinancialOrderState;
}
