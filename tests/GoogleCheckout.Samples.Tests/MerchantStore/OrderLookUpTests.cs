using GoogleCheckout.Orders;
using MerchantStore.Data;
using MerchantStore.Orders;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;
using static GoogleCheckout.Samples.MerchantStore.TestStore;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>A query of the service races with the notifications of the same order.</summary>
public sealed class OrderLookUpTests(StoreEngine engine) : CommandTestBase(engine)
{
    [SetUp]
    public Task NoteChargeableAsync() => Store.RecordAsync(Change(1, FinancialOrderState.Reviewing, FinancialOrderState.Chargeable));

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
            await Store.RecordAsync(Change(3, FinancialOrderState.Charging, FinancialOrderState.Charged, charged: 57));
            return Summary(FinancialOrderState.Charging, 0);
        };

        await LookUpAsync();
        var order = await Store.FindAsync();

        Assert.Multiple(() =>
        {
            Assert.That(Client.Queries, Is.EqualTo(2));
            Assert.That(order.FinancialState, Is.EqualTo(FinancialOrderState.Charged));
            Assert.That(order.Charged, Is.EqualTo(57));
        });
    }

    [Test]
    public async Task LookUp_NotificationBeforeEachAnswer_KeepsWhatTheNotificationsReported()
    {
        Client.OnQuery = async number =>
        {
            await Store.RecordAsync(Change(2 + number, FinancialOrderState.Charging, FinancialOrderState.Charged, charged: 10 * number));
            return Summary(FinancialOrderState.Charging, 10 * (number - 1));
        };

        await LookUpAsync();
        var order = await Store.FindAsync();

        Assert.Multiple(() =>
        {
            Assert.That(Client.Queries, Is.EqualTo(3));
            Assert.That(order.FinancialState, Is.EqualTo(FinancialOrderState.Charged));
            Assert.That(order.Charged, Is.EqualTo(30));
        });
    }

    [Test]
    public async Task LookUp_TwoAtOnce_TheLaterAnswerIsKept()
    {
        Client.OnQuery = async number =>
        {
            if (number == 1)
            {
                await LookUpAsync();
                return Summary(FinancialOrderState.Charging, 0);
            }

            return Summary(FinancialOrderState.Charged, 57);
        };

        await LookUpAsync();

        Assert.That((await Store.FindAsync()).FinancialState, Is.EqualTo(FinancialOrderState.Charged));
    }

    [Test]
    public async Task LookUp_ServiceDoesNotKnowTheOrder_UpdatesNothingAndSaysSo()
    {
        Client.OnQuery = _ => Task.FromResult<OrderSummary?>(null);

        Assert.That(await LookUpAsync(), Is.False);
        Assert.That((await Store.FindAsync()).LookedUp, Is.False);
        Assert.That((await Store.FindAsync()).IsUnknownToGoogle, Is.True);

        Client.OnQuery = _ => Task.FromResult<OrderSummary?>(Summary(FinancialOrderState.Chargeable, 0));
        Assert.That(await LookUpAsync(), Is.True);
        Assert.That((await Store.FindAsync()).IsUnknownToGoogle, Is.False, "it is back");
    }

    [Test]
    public async Task LookUp_ServiceDoesNotKnowTheOrder_LeavesNothingToDoUntilANotificationArrives()
    {
        Assert.That((await Store.FindAsync()).ToDo, Is.EqualTo(OrderToDo.Charge));
        Client.OnQuery = _ => Task.FromResult<OrderSummary?>(null);
        await LookUpAsync();
        Assert.That(await ListToChargeAsync(), Is.Zero);

        await Store.RecordAsync(Change(2, FinancialOrderState.Reviewing, FinancialOrderState.Chargeable));

        Assert.That((await Store.FindAsync()).IsUnknownToGoogle, Is.False);
        Assert.That(await ListToChargeAsync(), Is.EqualTo(1));
    }

    [TestCase(FinancialOrderState.Charged, 57)]
    [TestCase(FinancialOrderState.Chargeable, 12.5)]
    [TestCase(FinancialOrderState.PaymentDeclined, 0)]
    [TestCase(FinancialOrderState.Chargeable, 0)]
    public async Task LookUp_NotificationsOfTheCommandArriveLater_KeepsTheOutcome(FinancialOrderState outcome, decimal charged)
    {
        Client.OnQuery = _ => Task.FromResult<OrderSummary?>(Summary(outcome, charged));
        await LookUpAsync();
        var states = new List<FinancialOrderState> { await StateAsync() };

        await Store.RecordAsync(Change(2, FinancialOrderState.Chargeable, FinancialOrderState.Charging));
        states.Add(await StateAsync());
        await Store.RecordAsync(Change(3, FinancialOrderState.Charging, outcome, charged));
        states.Add(await StateAsync());

        Assert.That(states, Is.All.EqualTo(outcome));
        Assert.That((await Store.FindAsync()).LookedUp, Is.False, "the notifications have caught up");
    }

    [Test]
    public async Task LookUp_NotificationFromBeforeTheChargeArrivesLater_KeepsTheOutcome()
    {
        Client.OnQuery = _ => Task.FromResult<OrderSummary?>(Summary(FinancialOrderState.Charged, 57));
        await LookUpAsync();

        await Store.RecordAsync(Change(2, FinancialOrderState.PaymentDeclined, FinancialOrderState.Chargeable));

        Assert.That(await StateAsync(), Is.EqualTo(FinancialOrderState.Charged));
    }

    [Test]
    public async Task LookUp_LaterNotification_IsApplied()
    {
        Client.OnQuery = _ => Task.FromResult<OrderSummary?>(Summary(FinancialOrderState.Chargeable, 12.5m));
        await LookUpAsync();

        await Store.RecordAsync(Change(9, FinancialOrderState.Chargeable, FinancialOrderState.Cancelled, charged: 12.5m));

        Assert.That(await StateAsync(), Is.EqualTo(FinancialOrderState.Cancelled));
    }

    [Test]
    public async Task Note_NotificationThatTheInboxForgot_ChangesNothing()
    {
        var again = Change(1, FinancialOrderState.Reviewing, FinancialOrderState.Chargeable);

        Assert.That(() => Store.RecordAsync(again), Throws.Nothing);
        Assert.That(await Store.WithAsync<StoreContext, int>(store => store.OrderEvents.CountAsync()), Is.EqualTo(1));
    }

    private async Task<int> ListToChargeAsync() =>
        (await Store.WithAsync<OrderList, OrderPage>(list => list.SearchAsync(new OrderQuery { Filter = OrderFilter.ToCharge }, CancellationToken.None))).Count;

    private Task<bool> LookUpAsync() => Store.WithAsync<OrderLookUp, bool>(lookUp => lookUp.UpdateAsync(Number, CancellationToken.None));

    private async Task<FinancialOrderState> StateAsync() => (await Store.FindAsync()).FinancialState;
}
