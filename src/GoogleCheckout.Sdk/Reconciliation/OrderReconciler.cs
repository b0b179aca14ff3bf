namespace GoogleCheckout.Orders;

/// <summary>
/// Sends the commands that make an order as it should be, and no others. Each call states what should be true in the end, looks up the
/// order, and sends only the difference, so a call can be repeated. After a response was lost, it looks up the order again before it
/// repeats a command. Thread-safe; use one for each <see cref="CheckoutClient"/>.
/// </summary>
/// <remarks>
/// <para>
/// The protocol has no conditional command. If two programs both see 0.00 of 100.00 USD charged and both should charge 50.00 USD, the service
/// executes both commands. Let only one program at a time work on an order. The calls of this object for
/// one order wait for each other; it does not know other objects, programs or people.
/// </para>
/// <para>
/// After a response was lost, a call looks up the order until it is not <see cref="FinancialOrderState.Charging"/> and has been unchanged for
/// <see cref="OrderReconcilerOptions.SettleTime"/>. Only then the command may be sent again. If that does not happen within
/// <see cref="OrderReconcilerOptions.Timeout"/>, the call throws an exception with <see cref="CheckoutException.OutcomeUnknown"/>, and the next
/// call for the order begins with the same wait. After a restart of the program, which forgets that, pass
/// <see cref="ReconciliationMode.AfterUnknownOutcome"/>.
/// </para>
/// <para>
/// Usage errors, which are <see cref="ArgumentException"/> and derived types, are thrown by the call itself. All other exceptions are
/// thrown by the returned task.
/// </para>
/// </remarks>
public class OrderReconciler
{
    private readonly CheckoutClient? _client;
    private readonly OrderReconcilerOptions _options;
    private readonly OrderTurns _turns;

    /// <summary>Creates a reconciler. With a container, <c>AddGoogleCheckout</c> registers one for each client.</summary>
    /// <param name="client">The client to send with. It is not disposed.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> is null.</exception>
    /// <exception cref="ArgumentException">The options are invalid. The message lists all errors.</exception>
    public OrderReconciler(CheckoutClient client, OrderReconcilerOptions? options = null)
    {
        _client = client ?? throw new ArgumentNullException(nameof(client));
        _options = OrderReconcilerOptionsValidator.EnsureValid(options ?? new(), nameof(options));
        _turns = new(_options.TimeProvider);
    }

    /// <summary>Creates a reconciler for tests. Derive from the class, and override the methods that the test needs.</summary>
    protected OrderReconciler()
    {
        _options = new();
        _turns = new(_options.TimeProvider);
    }

    /// <summary>Charges an order up to a total. Amounts charged before count.</summary>
    /// <param name="googleOrderNumber">The order number that the service assigned.</param>
    /// <param name="total">The total amount that should be charged in the end, in the order's currency; 0 or more.</param>
    /// <param name="mode">Whether to send at once, not at all, or after the order has settled.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The amount that was charged, and the order afterwards.</returns>
    /// <exception cref="ArgumentException">The order number is empty, or the total is negative, has no currency or a fraction of its smallest unit. Nothing was sent.</exception>
    /// <exception cref="OrderReconciliationException">
    /// The total cannot be charged, for example because the order was canceled, or because more was charged before; or not yet, because the
    /// order is under review or its payment was declined (<see cref="CheckoutException.IsTransient"/>); or a response was lost and the order did not
    /// settle (<see cref="CheckoutException.OutcomeUnknown"/>).
    /// </exception>
    /// <exception cref="CheckoutException">The look-up failed, or the command was not sent or was refused. The command was not executed.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled. The order may have been charged; the next call looks it up.</exception>
    public virtual Task<OrderReconciliation> EnsureChargedAsync(string googleOrderNumber, Money total, ReconciliationMode mode = ReconciliationMode.Send, CancellationToken cancellationToken = default)
    {
        OrderCommandValidator.EnsureValid(new ChargeOrderRequest { GoogleOrderNumber = googleOrderNumber }, null);
        EnsureValid(total);
        return RunAsync(new ChargeGoal(googleOrderNumber, total), mode, cancellationToken);
    }

    /// <summary>Refunds an order up to a total. Amounts refunded before count; amounts charged back do not.</summary>
    /// <param name="googleOrderNumber">The order number that the service assigned.</param>
    /// <param name="total">The total amount that should be refunded in the end, in the order's currency; 0 or more.</param>
    /// <param name="reason">The reason, which the buyer can read; 1 to 140 characters.</param>
    /// <param name="comment">An additional comment for the buyer, at most 140 characters; null for none.</param>
    /// <param name="mode">Whether to send at once, not at all, or after the order has settled.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The amount that was refunded, and the order afterwards.</returns>
    /// <exception cref="ArgumentException">The order number or the reason is empty, a text is too long, or the total is negative, has no currency or a fraction of its smallest unit. Nothing was sent.</exception>
    /// <exception cref="OrderReconciliationException">
    /// The total cannot be refunded, for example because less was charged, or because more was refunded before; or not yet, because the
    /// order is being charged (<see cref="CheckoutException.IsTransient"/>); or a response was lost and the order did not settle
    /// (<see cref="CheckoutException.OutcomeUnknown"/>).
    /// </exception>
    /// <exception cref="CheckoutException">The look-up failed, or the command was not sent or was refused. The command was not executed.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled. The order may have been refunded; the next call looks it up.</exception>
    public virtual Task<OrderReconciliation> EnsureRefundedAsync(
        string googleOrderNumber, Money total, string reason, string? comment = null, ReconciliationMode mode = ReconciliationMode.Send, CancellationToken cancellationToken = default)
    {
        OrderCommandValidator.EnsureValid(new RefundOrderRequest { GoogleOrderNumber = googleOrderNumber, Reason = reason, Comment = comment }, null);
        EnsureValid(total);
        return RunAsync(new RefundGoal(googleOrderNumber, total, reason, comment), mode, cancellationToken);
    }

    /// <summary>Cancels an order unless it is canceled, by the merchant, the buyer or the service. Refund what was charged first.</summary>
    /// <param name="googleOrderNumber">The order number that the service assigned.</param>
    /// <param name="reason">The reason, which the buyer can read; 1 to 140 characters.</param>
    /// <param name="comment">An additional comment for the buyer, at most 140 characters; null for none.</param>
    /// <param name="mode">Whether to send at once, not at all, or after the order has settled.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether a command was sent, and the order afterwards.</returns>
    /// <exception cref="ArgumentException">The order number or the reason is empty, or a text is too long. Nothing was sent.</exception>
    /// <exception cref="OrderReconciliationException">The order cannot be canceled, because a charged amount is not refunded; or not yet; or a response was lost and the order did not settle.</exception>
    /// <exception cref="CheckoutException">The look-up failed, or the command was not sent or was refused. The command was not executed.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled. The order may have been canceled; the next call looks it up.</exception>
    public virtual Task<OrderReconciliation> EnsureCancelledAsync(
        string googleOrderNumber, string reason, string? comment = null, ReconciliationMode mode = ReconciliationMode.Send, CancellationToken cancellationToken = default) =>
        RunAsync(new CancelOrderRequest { GoogleOrderNumber = googleOrderNumber, Reason = reason, Comment = comment }, mode, cancellationToken);

    /// <summary>Marks items of an order as shipped, unless the whole order is shipped.</summary>
    /// <remarks>
    /// No message reports the state of an item. So the items of an order that is not completely shipped are marked by each call, and again
    /// after a response was lost. That changes nothing, but the service may send the buyer an email each time.
    /// </remarks>
    /// <param name="googleOrderNumber">The order number that the service assigned.</param>
    /// <param name="items">The items, each with its parcels; at least one. For an order without merchant item IDs, use <see cref="EnsureDeliveredAsync"/>.</param>
    /// <param name="sendEmail">Whether the service sends the buyer an email; null to use the service's default.</param>
    /// <param name="mode">Whether to send at once, not at all, or after the order has settled.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether a command was sent, and the order afterwards.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> is null.</exception>
    /// <exception cref="ArgumentException">The order number or the list is empty, an item has no ID, or a parcel has no carrier. Nothing was sent.</exception>
    /// <exception cref="OrderReconciliationException">The items cannot be shipped, for example because the order was canceled; or not yet; or a response was lost and the order did not settle.</exception>
    /// <exception cref="CheckoutException">The look-up failed, or the command was not sent or was refused. The command was not executed.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled. The items may have been marked.</exception>
    public virtual Task<OrderReconciliation> EnsureShippedAsync(
        string googleOrderNumber, IEnumerable<ItemShippingInformation> items, bool? sendEmail = null, ReconciliationMode mode = ReconciliationMode.Send, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<ItemShippingInformation> list = [.. items ?? throw new ArgumentNullException(nameof(items))];
        return RunAsync(new ShipItemsRequest { GoogleOrderNumber = googleOrderNumber, ItemShippingInformationList = list, SendEmail = sendEmail }, mode, cancellationToken, nameof(items));
    }

    /// <summary>Marks an order as shipped, unless it is.</summary>
    /// <param name="googleOrderNumber">The order number that the service assigned.</param>
    /// <param name="trackingData">The carrier and the tracking number of the parcel; null if unknown.</param>
    /// <param name="sendEmail">Whether the service sends the buyer an email; null to use the service's default.</param>
    /// <param name="mode">Whether to send at once, not at all, or after the order has settled.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether a command was sent, and the order afterwards.</returns>
    /// <exception cref="ArgumentException">The order number is empty, or the parcel has no carrier. Nothing was sent.</exception>
    /// <exception cref="OrderReconciliationException">The order cannot be shipped, for example because it was canceled; or not yet; or a response was lost and the order did not settle.</exception>
    /// <exception cref="CheckoutException">The look-up failed, or the command was not sent or was refused. The command was not executed.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled. The order may have been marked; the next call looks it up.</exception>
    public virtual Task<OrderReconciliation> EnsureDeliveredAsync(
        string googleOrderNumber, TrackingData? trackingData = null, bool? sendEmail = null, ReconciliationMode mode = ReconciliationMode.Send, CancellationToken cancellationToken = default) =>
        RunAsync(new DeliverOrderRequest { GoogleOrderNumber = googleOrderNumber, TrackingData = trackingData, SendEmail = sendEmail }, mode, cancellationToken);

    /// <summary>Archives an order, unless it is archived.</summary>
    /// <param name="googleOrderNumber">The order number that the service assigned.</param>
    /// <param name="mode">Whether to send at once, not at all, or after the order has settled.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether a command was sent, and the order afterwards.</returns>
    /// <exception cref="ArgumentException">The order number is empty. Nothing was sent.</exception>
    /// <exception cref="OrderReconciliationException">The order cannot be archived yet, because it is being charged; or a response was lost and the order did not settle.</exception>
    /// <exception cref="CheckoutException">The look-up failed, or the command was not sent or was refused. The command was not executed.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled. The order may have been archived; the next call looks it up.</exception>
    public virtual Task<OrderReconciliation> EnsureArchivedAsync(string googleOrderNumber, ReconciliationMode mode = ReconciliationMode.Send, CancellationToken cancellationToken = default) =>
        RunAsync(new ArchiveOrderRequest { GoogleOrderNumber = googleOrderNumber }, mode, cancellationToken);

    /// <summary>
    /// Looks up an order until no command with an unknown outcome can change it any more: until it is not being charged, and has been unchanged
    /// for <see cref="OrderReconcilerOptions.SettleTime"/>. Sends nothing.
    /// </summary>
    /// <param name="googleOrderNumber">The order number that the service assigned.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The order at the last look-up.</returns>
    /// <exception cref="ArgumentException">The order number is empty.</exception>
    /// <exception cref="OrderReconciliationException">The order did not settle within <see cref="OrderReconcilerOptions.Timeout"/>, or could not be looked up (<see cref="CheckoutException.OutcomeUnknown"/>).</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public virtual Task<OrderSummary> WaitUntilSettledAsync(string googleOrderNumber, CancellationToken cancellationToken = default)
    {
        var goal = new SettledGoal(CommandError.ValidateText(nameof(googleOrderNumber), googleOrderNumber) is { } error ? throw new ArgumentException($"{error}.", nameof(googleOrderNumber)) : googleOrderNumber);
        return RunAsync(goal, (run, turn) =>
        {
            turn.BeginSend(goal: null);
            return run.WaitUntilSettledAsync();
        }, cancellationToken);
    }

    private Task<OrderReconciliation> RunAsync(OrderCommand command, ReconciliationMode mode, CancellationToken cancellationToken, string? parameter = null)
    {
        OrderCommandValidator.EnsureValid(command, string.IsNullOrWhiteSpace(command.GoogleOrderNumber) ? null : parameter);
        return RunAsync(new CommandGoal(command), mode, cancellationToken);
    }

    private Task<OrderReconciliation> RunAsync(OrderGoal goal, ReconciliationMode mode, CancellationToken cancellationToken) =>
        RunAsync(goal, (run, turn) =>
        {
            if (mode == ReconciliationMode.AfterUnknownOutcome)
            {
                turn.BeginSend(goal: null);
            }

            return mode == ReconciliationMode.DryRun ? run.PlanAsync() : run.RunAsync();
        }, cancellationToken);

    private async Task<T> RunAsync<T>(OrderGoal goal, Func<ReconciliationRun, OrderTurns.Turn, Task<T>> runAsync, CancellationToken cancellationToken)
    {
        var client = _client ?? throw new InvalidOperationException(
            $"This {nameof(OrderReconciler)} was created with the constructor for tests, so it cannot send requests. Override the method in the test.");
        using var turn = await _turns.EnterAsync(goal.GoogleOrderNumber.Trim(), cancellationToken).ConfigureAwait(false);
        using var run = new ReconciliationRun(client, _options, goal, turn, cancellationToken);
        return await runAsync(run, turn).ConfigureAwait(false);
    }

    private static void EnsureValid(Money total)
    {
        var error = total.Currency.Length == 0 ? "needs a currency"
            : total.Amount < 0 ? "must not be negative"
            : !total.IsWholeMinorUnits ? "has a fraction of the currency's smallest unit; round it to the amount shown to the buyer"
            : null;
        if (error is not null)
        {
            throw new ArgumentException($"The total {error}.", nameof(total));
        }
    }
}
