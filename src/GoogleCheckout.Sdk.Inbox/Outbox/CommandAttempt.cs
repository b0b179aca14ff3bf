using System.Data.Common;
using System.Globalization;
using System.Net;
using GoogleCheckout.Inbox.Storage;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Outbox;

/// <summary>
/// One attempt to execute a command. The command says "charge 50 more", and the reconciler needs "80 is charged in the end". So the total is
/// computed from the order before the command is first sent, and stored with the command before it is sent, while the order is locked.
/// After a lost response, and in each later attempt, that stored total decides.
/// </summary>
internal sealed class CommandAttempt : IDisposable
{
    private readonly StoredCommand _stored;
    private readonly InboxDatabase _database;
    private readonly OutboxSql _sql;
    private readonly TimeSpan _requestTimeout;
    private readonly TimeProvider _time;
    private readonly Func<CancellationToken, Task> _ensureLocked;
    private readonly GuardedClient _client;
    private readonly OrderReconciler _reconciler;
    private bool _mayHaveBeenSent;
    private Money? _target;
    private Money? _amount;

    /// <param name="stored">The command.</param>
    /// <param name="lookUp">The first look-up of its order, which is under way; null if there is none.</param>
    /// <param name="database">The outbox's database.</param>
    /// <param name="merchant">The merchant's client and options.</param>
    /// <param name="ensureLocked">Throws if this worker no longer has the order.</param>
    /// <param name="time">The clock.</param>
    public CommandAttempt(
        StoredCommand stored, Task<IReadOnlyList<OrderSummary>>? lookUp, InboxDatabase database, OutboxMerchant merchant, Func<CancellationToken, Task> ensureLocked, TimeProvider time)
    {
        _stored = stored;
        _database = database;
        _sql = OutboxSql.For(database);
        _requestTimeout = merchant.RequestTimeout;
        _time = time;
        _ensureLocked = ensureLocked;
        _client = new GuardedClient(merchant.Client, lookUp, BeginSendAsync);
        _reconciler = new OrderReconciler(_client, merchant.ReconcilerOptions);
        _mayHaveBeenSent = stored.WasSent;
        _target = stored.Target;
        _amount = stored.Amount;
    }

    private bool HasDeadlinePassed => _stored.Deadline <= _time.GetUtcNow();

    public async Task<AttemptResult> ExecuteAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await ExecuteCommandAsync(_stored.Command, cancellationToken).ConfigureAwait(false);
        }
        catch (OrderReconciliationException e) when (!e.OutcomeUnknown)
        {
            return !e.IsTransient ? AttemptResult.Failed(CommandFailure.NotPossible, e.Reason)
                : HasDeadlinePassed ? AttemptResult.Failed(CommandFailure.DeadlinePassed, e.Reason)
                : AttemptResult.Postponed(e.Reason);
        }
        catch (CheckoutApiException e) when (!e.IsTransient && e.StatusCode != HttpStatusCode.Unauthorized)
        {
            return AttemptResult.Failed(CommandFailure.Refused, e.ErrorMessage.Length > 0 ? e.ErrorMessage : e.Message);
        }
        catch (CheckoutException e) when (!e.OutcomeUnknown && !_mayHaveBeenSent && HasDeadlinePassed)
        {
            return AttemptResult.Failed(CommandFailure.DeadlinePassed, "The service could not be reached");
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // A refused key too: that is not about the command, and happens while the key is being changed.
            return AttemptResult.Retry(e);
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task<AttemptResult> ExecuteCommandAsync(OrderCommand command, CancellationToken cancellationToken)
    {
        if (_stored.WasExecuted)
        {
            return AttemptResult.Done(_amount);
        }

        if (_stored.OrderIsUnsettled && !await IsReachedAsync(command, cancellationToken).ConfigureAwait(false))
        {
            var settled = await _reconciler.WaitUntilSettledAsync(_stored.OrderNumber, cancellationToken).ConfigureAwait(false);
            await ResolveOthersAsync(settled, cancellationToken).ConfigureAwait(false);
            await _database.ExecuteAsync(_sql.Resolve(_stored), cancellationToken).ConfigureAwait(false);
            _mayHaveBeenSent = false;
        }

        if (_target is null && command is ChargeOrderRequest or RefundOrderRequest)
        {
            await SetTargetAsync(command, cancellationToken).ConfigureAwait(false);
        }

        if (!_mayHaveBeenSent && HasDeadlinePassed && !await IsReachedAsync(command, cancellationToken).ConfigureAwait(false))
        {
            return AttemptResult.Failed(CommandFailure.DeadlinePassed, "The deadline passed before the command was executed");
        }

        await EnsureAsync(command, ReconciliationMode.Send, cancellationToken).ConfigureAwait(false);
        return AttemptResult.Done(_amount);
    }

    /// <summary>Returns whether the command was sent before, and the order shows that it was executed.</summary>
    private async Task<bool> IsReachedAsync(OrderCommand command, CancellationToken cancellationToken)
    {
        if (!_stored.WasSent)
        {
            return false;
        }

        try
        {
            return (await EnsureAsync(command, ReconciliationMode.DryRun, cancellationToken).ConfigureAwait(false)).Command is null;
        }
        catch (OrderReconciliationException)
        {
            // Not now, for example because the order is being charged.
            return false;
        }
    }

    /// <summary>Records which dead letters were executed, before this command changes the amounts that show it.</summary>
    private async Task ResolveOthersAsync(OrderSummary order, CancellationToken cancellationToken)
    {
        var status = OrderStatus.FromSummary(order);
        var connection = await _database.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            var others = await connection.ReadAllAsync(_sql.FindOtherSent(_stored), ReadSent, cancellationToken).ConfigureAwait(false);
            foreach (var (id, kind, target) in others)
            {
                Money? total = kind == nameof(ChargeOrderRequest) ? status.TotalChargeAmount : kind == nameof(RefundOrderRequest) ? status.TotalRefundAmount : null;
                if (total is not null && total == target)
                {
                    await connection.ExecuteAsync(_sql.MarkExecuted(id), cancellationToken).ConfigureAwait(false);
                }
            }
        }
    }

    private static (long Id, string Kind, Money? Target) ReadSent(DbDataReader row) =>
        (row.GetInt64(0), row.GetString(1), row.IsDBNull(2) ? null : Money.Parse(row.GetString(2), CultureInfo.InvariantCulture));

    // The commands of an order are executed one after the other, and each ends with a known outcome, so the amounts are those before this one.
    private async Task SetTargetAsync(OrderCommand command, CancellationToken cancellationToken)
    {
        var status = await _client.LookUpForNextAsync(_stored.OrderNumber, cancellationToken).ConfigureAwait(false) is { } order ? OrderStatus.FromSummary(order) : throw CreateException("The service does not know the order", isTransient: false);
        if (OrderRules.GetRejectionReason(command, status) is { } reason)
        {
            throw CreateException(reason, isTransient: status.FinancialOrderState == FinancialOrderState.Charging
                || (command is ChargeOrderRequest && status.FinancialOrderState == FinancialOrderState.PaymentDeclined));
        }

        var (before, amount) = command is ChargeOrderRequest charge
            ? (status.TotalChargeAmount, charge.Amount ?? status.ChargeableAmount)
            : (status.TotalRefundAmount, ((RefundOrderRequest)command).Amount ?? status.RefundableAmount);
        (_target, _amount) = (before + amount, amount);
    }

    private OrderReconciliationException CreateException(string reason, bool isTransient) =>
        new($"Order {QuotedText.OfIdentifier(_stored.OrderNumber)} does not allow the command: {reason}.") { GoogleOrderNumber = _stored.OrderNumber, Reason = reason, IsTransient = isTransient };

    private Task<OrderReconciliation> EnsureAsync(OrderCommand command, ReconciliationMode mode, CancellationToken cancellationToken) => command switch
    {
        ChargeOrderRequest => _reconciler.EnsureChargedAsync(_stored.OrderNumber, _target!.Value, mode, cancellationToken),
        RefundOrderRequest refund => _reconciler.EnsureRefundedAsync(_stored.OrderNumber, _target!.Value, refund.Reason, refund.Comment, mode, cancellationToken),
        CancelOrderRequest cancel => _reconciler.EnsureCancelledAsync(_stored.OrderNumber, cancel.Reason, cancel.Comment, mode, cancellationToken),
        ShipItemsRequest ship => _reconciler.EnsureShippedAsync(_stored.OrderNumber, ship.ItemShippingInformationList, ship.SendEmail, mode, cancellationToken),
        DeliverOrderRequest deliver => _reconciler.EnsureDeliveredAsync(_stored.OrderNumber, deliver.TrackingData, deliver.SendEmail, mode, cancellationToken),
        _ => _reconciler.EnsureArchivedAsync(_stored.OrderNumber, mode, cancellationToken),
    };

    /// <summary>Called before each command is sent.</summary>
    private async Task BeginSendAsync(CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow().UtcDateTime;
        var begin = _database.ExecuteAsync(_sql.BeginSend(_stored, _target, _amount, now, now + _requestTimeout), cancellationToken);
        await Task.WhenAll(_ensureLocked(cancellationToken), begin).ConfigureAwait(false);
        if (await begin.ConfigureAwait(false) == 0)
        {
            throw new InvalidOperationException($"Another worker has taken {_stored}, so this one does not send it. If that happens often, increase {nameof(CheckoutOutboxOptions)}.{nameof(CheckoutOutboxOptions.AttemptTimeout)}.");
        }

        _mayHaveBeenSent = true;
    }
}
