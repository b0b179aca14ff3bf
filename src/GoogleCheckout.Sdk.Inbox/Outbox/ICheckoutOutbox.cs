using System.Data.Common;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Outbox;

/// <summary>Records order commands in the merchant's transaction. After the commit, a worker of any node carries them out.</summary>
public interface ICheckoutOutbox
{
    /// <summary>
    /// Records a command. It is executed once, after the transaction is committed, and not at all if it is rolled back. The commands of
    /// an order are executed one after the other, in the order in which they were recorded.
    /// </summary>
    /// <param name="command">
    /// The command: <see cref="ChargeOrderRequest"/>, <see cref="RefundOrderRequest"/>, <see cref="CancelOrderRequest"/>,
    /// <see cref="ShipItemsRequest"/>, <see cref="DeliverOrderRequest"/> or <see cref="ArchiveOrderRequest"/>. The amount of a charge or refund is
    /// added to the amounts before it; null for everything that is left when the command is executed.
    /// </param>
    /// <param name="transaction">An open transaction in the outbox's database. It is not committed.</param>
    /// <param name="key">A unique name of the command among those of the merchant, at most 128 characters; null for none. A command with a known key is not recorded again.</param>
    /// <param name="merchant">The name under which the merchant is registered; empty for the only merchant of a program.</param>
    /// <param name="deadline">The time after which the command is no longer begun, and its handler gets <see cref="CommandFailure.DeadlinePassed"/>; null for none.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>True if the command was recorded; false if a command with the same key is known.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="command"/>, <paramref name="transaction"/> or <paramref name="merchant"/> is null.</exception>
    /// <exception cref="ArgumentException">The command is of another kind or cannot be right for any order, the key is empty or too long, or the transaction has ended.</exception>
    /// <exception cref="OperationCanceledException">The operation was canceled.</exception>
    Task<bool> EnqueueAsync(OrderCommand command, DbTransaction transaction, string? key, string merchant, DateTimeOffset? deadline, CancellationToken cancellationToken);
}
