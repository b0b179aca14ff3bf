using MerchantStore.Data;
using Microsoft.EntityFrameworkCore;

namespace MerchantStore.Owner;

/// <summary>Reads and writes the owner's account in the store's database.</summary>
internal sealed class OwnerAccountStore(IDbContextFactory<StoreContext> stores)
{
    /// <returns>The account; null until it is set up.</returns>
    public async Task<OwnerAccount?> FindAsync(CancellationToken cancellationToken)
    {
        await using var store = await stores.CreateDbContextAsync(cancellationToken);
        return await store.OwnerAccounts.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
    }

    /// <returns>True if the account was created; false if there was one, which is not changed.</returns>
    public async Task<bool> TryCreateAsync(OwnerAccount account, CancellationToken cancellationToken)
    {
        await using var store = await stores.CreateDbContextAsync(cancellationToken);
        store.Add(account);
        try
        {
            return await store.SaveChangesAsync(cancellationToken) == 1;
        }
        catch (DbUpdateException) when (store.OwnerAccounts.AsNoTracking().Any())
        {
            return false;
        }
    }

    public async Task<bool> UpdateAsync(OwnerAccount account, CancellationToken cancellationToken)
    {
        await using var store = await stores.CreateDbContextAsync(cancellationToken);
        return await store.OwnerAccounts.ExecuteUpdateAsync(
            each => each.SetProperty(row => row.PasswordHash, account.PasswordHash).SetProperty(row => row.Session, account.Session), cancellationToken) == 1;
    }
}
