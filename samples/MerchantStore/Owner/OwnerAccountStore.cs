using System.Data;
using System.Data.Common;

namespace MerchantStore.Owner;

/// <summary>Reads and writes the owner's account in the store's database.</summary>
internal sealed class OwnerAccountStore(DbDataSource database)
{
    /// <returns>The account; null until it is set up.</returns>
    public async Task<OwnerAccount?> FindAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var select = connection.Statement("SELECT password_hash, session FROM owner");
        await using var row = await select.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken) ? new OwnerAccount(row.GetString("password_hash"), row.GetString("session")) : null;
    }

    /// <returns>True if the account was created; false if there was one, which is not changed.</returns>
    public Task<bool> TryCreateAsync(OwnerAccount account, CancellationToken cancellationToken) => ExecuteAsync(
        "INSERT INTO owner (id, password_hash, session) VALUES (1, $hash, $session) ON CONFLICT (id) DO NOTHING", account, cancellationToken);

    public Task<bool> UpdateAsync(OwnerAccount account, CancellationToken cancellationToken) =>
        ExecuteAsync("UPDATE owner SET password_hash = $hash, session = $session", account, cancellationToken);

    private async Task<bool> ExecuteAsync(string sql, OwnerAccount account, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var command = connection.Statement(sql, ("$hash", account.PasswordHash), ("$session", account.Session));
        return await command.ExecuteNonQueryAsync(cancellationToken) == 1;
    }
}
