using GoogleCheckout.Orders;

namespace GoogleCheckout.Outbox;

/// <summary>The kinds of commands that the outbox executes: those whose effect an order shows, or that have none on money.</summary>
internal static class CommandKinds
{
    public static IReadOnlyList<CommandKind> All { get; } =
    [
        new CommandKind.Of<ChargeOrderRequest>(),
        new CommandKind.Of<RefundOrderRequest>(),
        new CommandKind.Of<CancelOrderRequest>(),
        new CommandKind.Of<ShipItemsRequest>(),
        new CommandKind.Of<DeliverOrderRequest>(),
        new CommandKind.Of<ArchiveOrderRequest>(),
    ];

    public static CommandKind Get(OrderCommand command) => All.First(kind => kind.Command == command.GetType());

    /// <exception cref="ArgumentException">The command is of another kind, or cannot be right for any order.</exception>
    public static void EnsureSupported(OrderCommand command)
    {
        if (!All.Any(kind => kind.Command == command.GetType()))
        {
            throw new ArgumentException($"The outbox does not execute a {command.GetType().Name}. It executes {string.Join(", ", All.Select(kind => kind.Command.Name))}.", nameof(command));
        }

        if (CommandValidator.GetError(command) is { } error)
        {
            throw new ArgumentException($"{error}.", nameof(command));
        }
    }
}
