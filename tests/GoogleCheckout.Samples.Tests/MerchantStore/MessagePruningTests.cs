using MerchantStore.Data;
using MerchantStore.Messages;
using MerchantStore.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>Messages are deleted when their days are over.</summary>
public sealed class MessagePruningTests(StoreEngine engine) : CommandTestBase(engine)
{
    [Test]
    public async Task Message_OlderThanItsDays_IsDeletedAndTheNextStays()
    {
        var time = new FakeTimeProvider(TestStore.Noon);
        await Store.WithAsync<StoreContext, int>(store =>
        {
            store.AddRange(Message("too-old", TestStore.Noon.AddDays(-30).AddTicks(-10)), Message("just-kept", TestStore.Noon.AddDays(-30)));
            return store.SaveChangesAsync();
        });

        await RunAsync(new MessageLog(time), time, () => NamesAsync(), Is.EqualTo(new[] { "just-kept" }));
    }

    [Test]
    public async Task Message_Added_IsWrittenWithItsNameAndOrder()
    {
        var time = new FakeTimeProvider(TestStore.Noon);
        var log = new MessageLog(time);
        log.Add(MessageDirection.Sent, "unused", """<charge-order xmlns="http://checkout.google.com/schema/2" google-order-number="123"/>""", null);
        log.Add(MessageDirection.Received, "text/plain", "(not XML, 3 bytes)", 500);

        await RunAsync(log, time, () => NamesAsync(), Is.EqualTo(new[] { "charge-order", "text/plain" }));

        var written = await Store.WithAsync<StoreContext, List<LoggedMessage>>(store => store.Messages.AsNoTracking().OrderBy(message => message.Id).ToListAsync());
        Assert.Multiple(() =>
        {
            Assert.That(written[0].OrderNumber, Is.EqualTo("123"));
            Assert.That(written[0].LoggedAt, Is.EqualTo(TestStore.Noon));
            Assert.That(written[1].OrderNumber, Is.Null);
            Assert.That(written[1].StatusCode, Is.EqualTo(500));
        });
    }

    private Task<List<string>> NamesAsync() =>
        Store.WithAsync<StoreContext, List<string>>(store => store.Messages.OrderBy(message => message.Id).Select(message => message.Name).ToListAsync());

    private async Task RunAsync(MessageLog log, TimeProvider time, Func<Task<List<string>>> read, NUnit.Framework.Constraints.IResolveConstraint expected)
    {
        await using var services = new ServiceCollection().AddOptions().AddDbContextFactory<StoreContext>(Store.Database.Configure).BuildServiceProvider();
        using var writer = new MessageLogWriter(
            log, services.GetRequiredService<IDbContextFactory<StoreContext>>(), services.GetRequiredService<IOptionsMonitor<StoreOptions>>(), time, NullLogger<MessageLogWriter>.Instance);
        await writer.StartAsync(CancellationToken.None);
        await Eventually.Async(read, expected);
        await writer.StopAsync(CancellationToken.None);
    }

    private static LoggedMessage Message(string name, DateTimeOffset loggedAt) => new() { Name = name, LoggedAt = loggedAt, Xml = $"<{name}/>" };
}
