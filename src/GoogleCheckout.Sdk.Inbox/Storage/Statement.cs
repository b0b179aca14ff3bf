namespace GoogleCheckout.Inbox.Storage;

/// <summary>SQL, and the values of its named parameters.</summary>
internal sealed record Statement(string Sql, params (string Name, object? Value)[] Parameters);
