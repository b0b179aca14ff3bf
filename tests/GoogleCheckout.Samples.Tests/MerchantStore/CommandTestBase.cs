using NUnit.Framework;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>A database of the store and a scripted client for each test, on each engine.</summary>
[TestFixture(StoreEngine.Sqlite)]
[TestFixture(StoreEngine.PostgreSql)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.All)]
public abstract class CommandTestBase(StoreEngine engine) : IDisposable
{
    private protected TestStore Store { get; private set; } = null!;

    private protected ScriptedClient Client { get; } = new();

    private protected virtual (string Name, string Value)[] Settings => [];

    [SetUp]
    public async Task CreateAsync() => Store = await TestStore.CreateAsync(engine, Client, Settings);

    [TearDown]
    public async Task DeleteAsync()
    {
        if (Store is not null)
        {
            await Store.DisposeAsync();
        }
    }

    public void Dispose()
    {
        Client.Dispose();
        GC.SuppressFinalize(this);
    }
}
