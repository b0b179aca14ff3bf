using System.Collections;
using GoogleCheckout.Sandbox.Infrastructure;

namespace GoogleCheckout.Sandbox.Accounts;

/// <summary>The accounts of all merchants of a sandbox, and their clock.</summary>
/// <param name="clock">The clock that the accounts share.</param>
/// <param name="accounts">The accounts, at least one. They are disposed with this object.</param>
internal sealed class MerchantAccounts(SandboxClock clock, IReadOnlyList<MerchantAccount> accounts) : IReadOnlyList<MerchantAccount>, IAsyncDisposable
{
    /// <summary>The first merchant's account.</summary>
    public MerchantAccount First => accounts[0];

    public int Count => accounts.Count;

    public DateTimeOffset Now => clock.Now;

    public MerchantAccount this[int index] => accounts[index];

    /// <summary>Returns the account of the merchant; null if there is none.</summary>
    public MerchantAccount? Find(string merchantId) => accounts.FirstOrDefault(account => account.Id == merchantId);

    /// <summary>
    /// Returns the account that has the cart, or had it until it was ordered; null if there is none. All accounts take the ids of carts from one
    /// generator.
    /// </summary>
    public MerchantAccount? FindByCart(string cartId) => accounts.FirstOrDefault(account => account.Service.HasCart(cartId));

    /// <summary>Called after the clock was moved, with its time and the time by which it was moved; null without a journal.</summary>
    public Action<DateTimeOffset, TimeSpan>? OnAdvance { get; set; }

    /// <summary>Moves the clock forward, and applies the events of all accounts that become due.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The clock cannot move that far. Nothing has changed.</exception>
    /// <exception cref="IOException">The journal cannot be written.</exception>
    public void Advance(TimeSpan time)
    {
        clock.Advance(time);
        OnAdvance?.Invoke(clock.Now, time);
        foreach (var account in accounts)
        {
            account.Service.RunDue();
        }
    }

    /// <summary>Starts the deliveries that a replay left.</summary>
    public void ResumeDeliveries()
    {
        foreach (var account in accounts)
        {
            account.Queue.Resume();
        }
    }

    /// <summary>Waits for the deliveries of all accounts, as <see cref="Callbacks.DeliveryQueue.DeliverAsync"/> does.</summary>
    public Task DeliverAsync(CancellationToken cancellationToken) => Task.WhenAll(accounts.Select(account => account.Queue.DeliverAsync(cancellationToken)));

    public IEnumerator<MerchantAccount> GetEnumerator() => accounts.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public async ValueTask DisposeAsync() => await Task.WhenAll(accounts.Select(account => account.DisposeAsync().AsTask())).ConfigureAwait(false);
}
