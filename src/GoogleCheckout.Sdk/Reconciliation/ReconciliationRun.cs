using GoogleCheckout.Http;

namespace GoogleCheckout.Orders;

/// <summary>One call of an <see cref="OrderReconciler"/>: looks up the order, sends what is missing, and looks it up again.</summary>
internal sealed class ReconciliationRun(CheckoutClient client, OrderReconcilerOptions options, OrderGoal goal, OrderTurns.Turn turn, CancellationToken cancellationToken) : IDisposable
{
    private readonly Deadline _deadline = new(options.TimeProvider, options.Timeout, cancellationToken);
    private OrderSummary? _first;
    private OrderSummary? _last;
    private OrderCommand? _sent;
    private Exception? _failure;
    private bool _responseLost;

    /// <summary>Looks up the order once, and returns what would be sent.</summary>
    public async Task<OrderReconciliation> PlanAsync() => CreatePlan(await LookUpAsync().ConfigureAwait(false));

    /// <summary>Waits until no command with an unknown outcome can change the order any more.</summary>
    public Task<OrderSummary> WaitUntilSettledAsync() => WaitAsync((order, unchanged) => order.FinancialOrderState != FinancialOrderState.Charging && unchanged >= options.SettleTime);

    /// <summary>Sends what is missing.</summary>
    public async Task<OrderReconciliation> RunAsync()
    {
        var order = turn.HasUnknownOutcome
            ? await WaitUntilSettledAsync().ConfigureAwait(false)
            : await WaitWhileChargingAsync().ConfigureAwait(false);
        while (!goal.IsReached(order))
        {
            EnsurePossible(order);
            if (!await TrySendAsync(goal.CreateCommand(order)).ConfigureAwait(false))
            {
                order = await WaitUntilSettledAsync().ConfigureAwait(false);
            }
            else if (goal.IsVisible(order))
            {
                order = await WaitUntilVisibleAsync().ConfigureAwait(false);
            }
            else
            {
                return CreateResult(await LookUpAsync().ConfigureAwait(false));
            }
        }

        return CreateResult(order);
    }

    public void Dispose() => _deadline.Dispose();

    /// <summary>Sends a command.</summary>
    /// <returns>Whether the service accepted the command. False if the order must be looked up, because the response was lost or the command was refused.</returns>
    private async Task<bool> TrySendAsync(OrderCommand command)
    {
        // If an exception of any kind leaves this method, the next call must not take the command for not sent.
        _sent = command;
        turn.BeginSend(goal);
        try
        {
            await client.SendAsync(command, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (CheckoutException e) when (e.OutcomeUnknown)
        {
            _responseLost = true;
            _failure = e;
            return false;
        }
        catch (CheckoutApiException e)
        {
            // An earlier command whose response was lost, or another program, may have changed the order since the look-up.
            turn.Resolve();
            _failure = e;
            if (await TryLookUpAsync(isRequired: false).ConfigureAwait(false) is { } order)
            {
                if (goal.IsReached(order) || order.FinancialOrderState == FinancialOrderState.Charging)
                {
                    return false;
                }

                EnsurePossible(order);
            }

            throw;
        }
        catch (CheckoutException)
        {
            turn.Resolve();
            throw;
        }
    }

    private Task<OrderSummary> WaitWhileChargingAsync() => WaitAsync((order, _) => order.FinancialOrderState != FinancialOrderState.Charging);

    // The service accepted the command, so it is not sent again, even if the effect takes long.
    private Task<OrderSummary> WaitUntilVisibleAsync() => WaitAsync((order, _) => order.FinancialOrderState != FinancialOrderState.Charging && goal.FindObstacle(order) is not null);

    /// <summary>Looks up the order until it shows that the command with an unknown outcome was executed, or until the condition is true; without such a command, until the goal is reached.</summary>
    /// <param name="isDone">The condition: gets the order, and how long it has been unchanged.</param>
    private async Task<OrderSummary> WaitAsync(Func<OrderSummary, TimeSpan, bool> isDone)
    {
        OrderSummary? last = null;
        var unchangedSince = 0L;
        while (true)
        {
            // The order was unchanged from the end of one look-up to the beginning of another.
            var begin = options.TimeProvider.GetTimestamp();
            if (await TryLookUpAsync(isRequired: !turn.HasUnknownOutcome).ConfigureAwait(false) is { } order)
            {
                if (last is null || !IsUnchanged(last, order))
                {
                    last = order;
                    unchangedSince = options.TimeProvider.GetTimestamp();
                }

                var unchanged = begin > unchangedSince ? options.TimeProvider.GetElapsedTime(unchangedSince, begin) : TimeSpan.Zero;
                var expected = turn.HasUnknownOutcome ? turn.UnknownGoal : goal;
                if (expected?.IsReached(order) == true || isDone(order, unchanged))
                {
                    turn.Resolve();
                    return order;
                }
            }

            if (_deadline.Remaining <= options.PollInterval)
            {
                throw CreateTimeoutException();
            }

            await DelayAsync().ConfigureAwait(false);
        }
    }

    private async Task DelayAsync()
    {
        try
        {
            await _deadline.DelayAsync(options.PollInterval).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw CreateTimeoutException();
        }
    }

    /// <param name="isRequired">Whether a failure is thrown. If a command may have been executed, the look-ups go on although some fail.</param>
    private async Task<OrderSummary?> TryLookUpAsync(bool isRequired)
    {
        try
        {
            return await LookUpAsync().ConfigureAwait(false);
        }
        catch (CheckoutException e) when (!isRequired)
        {
            _failure ??= e;
            return null;
        }
    }

    private async Task<OrderSummary> LookUpAsync()
    {
        var orders = await client.GetOrderSummariesAsync([goal.GoogleOrderNumber], cancellationToken).ConfigureAwait(false);
        _last = orders.Count > 0 ? orders[0] : throw CreateException("The service does not know the order", order: null);
        _first ??= _last;
        return _last;
    }

    private void EnsurePossible(OrderSummary order)
    {
        if (goal.FindObstacle(order) is { } obstacle)
        {
            throw CreateException(obstacle.Reason, order, isTransient: obstacle.IsTransient);
        }
    }

    private OrderReconciliation CreatePlan(OrderSummary order)
    {
        var isReached = goal.IsReached(order);
        if (!isReached)
        {
            EnsurePossible(order);
        }

        var command = isReached ? null : goal.CreateCommand(order);
        var zero = goal.GetTotal(order) is { } total ? total with { Amount = 0 } : (Money?)null;
        return new()
        {
            GoogleOrderNumber = goal.GoogleOrderNumber,
            Command = command,
            IsDryRun = true,
            AmountMoved = (command as ChargeOrderRequest)?.Amount ?? (command as RefundOrderRequest)?.Amount ?? zero,
            Order = order,
        };
    }

    private OrderReconciliation CreateResult(OrderSummary order)
    {
        turn.Resolve();
        var (before, after) = (goal.GetTotal(_first!), goal.GetTotal(order));
        return new()
        {
            GoogleOrderNumber = goal.GoogleOrderNumber,
            Command = _sent,
            AmountMoved = _sent is null && after is { } total ? total with { Amount = 0 } : after - before,
            ResponseLost = _responseLost,
            Order = order,
        };
    }

    private OrderReconciliationException CreateTimeoutException()
    {
        var waited = FormattableString.Invariant($"{options.Timeout.TotalSeconds:0.#} s");
        return turn.HasUnknownOutcome
            ? CreateException(
                _sent is null || _responseLost ? $"The response to a command was lost, and the order did not settle within {waited}" : $"The service accepted the command, but the order does not show it after {waited}",
                _last,
                isTransient: true,
                outcomeUnknown: true)
            : CreateException((_last is { } order ? goal.FindObstacle(order)?.Reason : null) ?? $"The order did not settle within {waited}", _last, isTransient: true);
    }

    private OrderReconciliationException CreateException(string reason, OrderSummary? order, bool isTransient = false, bool outcomeUnknown = false) =>
        new($"Order {QuotedText.OfIdentifier(goal.GoogleOrderNumber)} {(outcomeUnknown ? "may not be" : "cannot be")} {goal}: {reason}.", _failure)
        {
            GoogleOrderNumber = goal.GoogleOrderNumber,
            Reason = reason,
            Order = order,
            IsTransient = isTransient,
            OutcomeUnknown = outcomeUnknown,
        };

    private static bool IsUnchanged(OrderSummary before, OrderSummary after) =>
        (before.FinancialOrderState, before.FulfillmentOrderState, before.Archived, before.TotalChargeAmount, before.TotalRefundAmount, before.TotalChargebackAmount)
        == (after.FinancialOrderState, after.FulfillmentOrderState, after.Archived, after.TotalChargeAmount, after.TotalRefundAmount, after.TotalChargebackAmount);
}
