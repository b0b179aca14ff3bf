using MerchantStore.Commands;
using Microsoft.Extensions.Logging.Abstractions;
using NUnit.Framework;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>A database of the store and a scripted client for each test.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public abstract class CommandTestBase : IDisposable
{
    private protected StoreDatabase Database { get; private set; } = null!;

    private protected ScriptedClient Client { get; } = new();

    private protected CommandSender Sender { get; private set; } = null!;

    [SetUp]
    public async Task CreateAsync()
    {
        Database = await StoreDatabase.CreateAsync();
        Sender = new CommandSender(Database.Commands, Client, Database.Orders, TimeProvider.System, NullLogger<CommandSender>.Instance);
    }

    [TearDown]
    public async Task DeleteAsync() => await Database.DisposeAsync();

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            Client.Dispose();
        }
    }
}
