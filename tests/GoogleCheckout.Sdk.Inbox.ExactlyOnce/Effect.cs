namespace GoogleCheckout.Inbox.ExactlyOnce;

/// <summary>What a handler did, as it stands in the shop's table. Times are microseconds since 1970; all processes and the database server share one clock.</summary>
/// <param name="SerialNumber">Of the notification.</param>
/// <param name="OrderNumber">Of its order.</param>
/// <param name="Started">When the transaction started: what was committed before is what it could choose from.</param>
/// <param name="Began">When the handler began.</param>
/// <param name="Ended">When the handler was done.</param>
internal sealed record Effect(string SerialNumber, string OrderNumber, long Started, long Began, long Ended);
