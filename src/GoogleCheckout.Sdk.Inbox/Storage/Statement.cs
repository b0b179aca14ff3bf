namespace GoogleCheckout.Inbox.Storage;

/// <summary>A SQL statement with the values of its named parameters.</summary>
internal sealed record Statement(string Sql, params (string Name, object? Value)[] Parameters);
