using System.Net;
using GoogleCheckout.Orders;
using MerchantStore.Data;
using MerchantStore.Orders;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Testing;
using NUnit.Framework;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>The shop's order numbers are sent until Google Checkout has them.</summary>
public sealed class ShopNumberSenderTests(StoreEngine engine) : CommandTestBase(engine)
{
    [Test]
    public async Task Number_ServiceUnreachableAndThenRefusesTheKey_IsSentLater()
    {
        await SampleOrders.AddAsync(Store, [SampleOrders.New(1, FinancialOrderState.Reviewing)]);
        var attempts = 0;
        Client.OnCommand = _ => Interlocked.Increment(ref attempts) switch
        {
            1 => Task.FromException(new CheckoutException("No route.") { IsTransient = true }),
            2 => Task.FromException(new CheckoutApiException("Wrong key.") { StatusCode = HttpStatusCode.Unauthorized }),
            _ => Task.CompletedTask,
        };
        var logger = new FakeLogger<ShopNumberSender>();
        var scopes = await Store.WithAsync<IServiceScopeFactory, IServiceScopeFactory>(Task.FromResult);
        using var sender = new ShopNumberSender(scopes, Client, new ImmediateTime(), logger);

        await sender.StartAsync(CancellationToken.None);
        await Eventually.Async(() => Store.WithAsync<StoreContext, bool>(store => store.Orders.Select(order => order.NumberSent).SingleAsync()), Is.True);
        await sender.StopAsync(CancellationToken.None);

        Assert.That(attempts, Is.EqualTo(3));
        Assert.That(logger.Collector.GetSnapshot().Select(record => record.Level.ToString()), Is.EqualTo(new[] { "Warning", "Information" }));
        var sent = await Store.WithAsync<StoreContext, SentCommand>(store => store.SentCommands.SingleAsync());
        Assert.That(sent.State, Is.EqualTo(SentCommandState.Accepted));
    }
}
