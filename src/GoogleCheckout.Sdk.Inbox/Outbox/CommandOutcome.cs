using GoogleCheckout.Orders;

namespace GoogleCheckout.Outbox;

/// <summary>The outcome of a command of the outbox.</summary>
/// <typeparam name="TCommand">The kind of command.</typeparam>
public sealed record CommandOutcome<TCommand>
    where TCommand : OrderCommand
{
    /// <summary>The command as it was recorded.</summary>
    public required TCommand Command { get; init; }

    /// <summary>The merchant's key of the command; null if it has none.</summary>
    public string? Key { get; init; }

    /// <summary>The name under which the merchant is registered; empty for the only merchant of a program.</summary>
    public string Merchant { get; init; } = string.Empty;

    /// <summary>Why the command was not executed; <see cref="CommandFailure.None"/> if it was.</summary>
    public CommandFailure Failure { get; init; }

    /// <summary>The reason of the failure, for example one of <see cref="OrderRules"/> or the service's error message; null if there is none.</summary>
    public string? Reason { get; init; }

    /// <summary>The amount that was charged or refunded, also if the response was lost; null if no money moved.</summary>
    public Money? AmountMoved { get; init; }

    /// <summary>Whether the command was executed.</summary>
    public bool Succeeded => Failure == CommandFailure.None;

    /// <summary>Returns a summary without the reason, for example <c>ChargeOrderRequest of order 841171949013218: executed</c>.</summary>
    /// <returns>The summary.</returns>
    public override string ToString() => $"{typeof(TCommand).Name} of order {QuotedText.OfIdentifier(Command.GoogleOrderNumber)}: {(Succeeded ? "executed" : Failure)}";
}
