using System.Data.Common;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Outbox;

/// <summary>Shorter calls of an <see cref="ICheckoutOutbox"/>.</summary>
public static class CheckoutOutboxExtensions
{
    /// <summary>Records a command of the only merchant of the program, as <see cref="ICheckoutOutbox.EnqueueAsync"/> does.</summary>
    /// <param name="outbox">The outbox.</param>
    /// <param name="command">The command.</param>
    /// <param name="transaction">An open transaction in the outbox's database. It is not committed.</param>
    /// <param name="key">A unique name of the command, at most 128 characters; null for none.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>True if the command was recorded; false if a command with the same key is known.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="outbox"/>, <paramref name="command"/> or <paramref name="transaction"/> is null.</exception>
    /// <exception cref="ArgumentException">The command is of another kind or cannot be right for any order, the key is empty or too long, or the transaction has ended.</exception>
    /// <exception cref="OperationCanceledException">The operation was canceled.</exception>
    public static Task<bool> EnqueueAsync(this ICheckoutOutbox outbox, OrderCommand command, DbTransaction transaction, string? key = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(outbox);
        return outbox.EnqueueAsync(command, transaction, key, string.Empty, deadline: null, cancellationToken);
    }
}
