namespace GoogleCheckout.Inbox.Storage;

/// <summary>Stores continue tokens in the inbox's database.</summary>
internal sealed class DatabaseContinueTokens(InboxDatabase database, TimeProvider time) : IContinueTokenStore
{
    private readonly InboxSql _sql = database.Sql;

    public async Task<string?> ReadAsync(string merchant, string name, CancellationToken cancellationToken = default)
    {
        var connection = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            var rows = await connection.ReadAsync([_sql.ReadToken(merchant, name)], cancellationToken).ConfigureAwait(false);
            return (string?)rows[0]?[0];
        }
    }

    public Task WriteAsync(string merchant, string name, string token, CancellationToken cancellationToken = default) =>
        database.ExecuteAsync(_sql.WriteToken(merchant, name, token, time.GetUtcNow().UtcDateTime), cancellationToken);
}
