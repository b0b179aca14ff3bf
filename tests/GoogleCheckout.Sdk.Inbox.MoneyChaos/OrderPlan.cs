using GoogleCheckout.Orders;

namespace GoogleCheckout.Outbox.MoneyChaos;

/// <summary>What a merchant wants of one order: its commands, in sequence, and so the money in the end.</summary>
internal sealed record OrderPlan
{
    /// <summary>The order number, once the order is placed.</summary>
    public string GoogleOrderNumber { get; init; } = string.Empty;

    /// <summary>The total of the order, in cents. More than the sum of the charges, so that the service accepts a charge that is sent twice.</summary>
    public required int Total { get; init; }

    /// <summary>The commands. No two of a kind have the same amount, so that the service's record shows which one was executed.</summary>
    public required IReadOnlyList<PlannedCommand> Commands { get; init; }

    public Money Charged => Sum(nameof(ChargeOrderRequest));

    public Money Refunded => Sum(nameof(RefundOrderRequest));

    public bool IsCanceled => Commands.Any(command => command.Kind == nameof(CancelOrderRequest));

    /// <summary>Creates the plan of an order: a cancellation, charges that are all refunded before it, or partial charges and refunds.</summary>
    public static OrderPlan Create(int number, Random random)
    {
        var total = random.Next(5_000, 20_000);
        List<(string Kind, int Cents, bool IsRest)> commands = [];
        if (random.Next(100) is var shape && shape >= 15)
        {
            AddCharges(commands, total, random);
            if (shape < 30)
            {
                commands.Add((nameof(RefundOrderRequest), commands.Sum(command => command.Cents), true));
            }
            else
            {
                AddRefunds(commands, random);
            }
        }

        if (shape < 30)
        {
            commands.Add((nameof(CancelOrderRequest), 0, false));
        }

        return new OrderPlan
        {
            Total = total,
            Commands = [.. commands.Select((command, i) => new PlannedCommand($"{number}-{i + 1}-{command.Kind}", command.Kind, command.Cents == 0 ? null : ToMoney(command.Cents), command.IsRest))],
        };
    }

    public static Money ToMoney(int cents) => new(cents * 0.01m, "USD");

    private static void AddCharges(List<(string Kind, int Cents, bool IsRest)> commands, int total, Random random)
    {
        var amounts = new HashSet<int>();
        for (var count = random.Next(1, 4); amounts.Count < count;)
        {
            amounts.Add(random.Next(100, total / 4));
        }

        commands.AddRange(amounts.Select(cents => (nameof(ChargeOrderRequest), cents, false)));
    }

    /// <summary>Inserts up to two refunds, each after charges of at least three times its amount.</summary>
    private static void AddRefunds(List<(string Kind, int Cents, bool IsRest)> commands, Random random)
    {
        var amounts = new HashSet<int>();
        for (var count = random.Next(3); count > 0; count--)
        {
            var place = random.Next(1, commands.Count + 1);
            var charged = commands.Take(place).Where(command => command.Kind == nameof(ChargeOrderRequest)).Sum(command => command.Cents);
            var cents = random.Next(1, charged / 3);
            if (amounts.Add(cents))
            {
                commands.Insert(place, (nameof(RefundOrderRequest), cents, false));
            }
        }
    }

    private Money Sum(string kind) => Commands.Where(command => command.Kind == kind).Aggregate(ToMoney(0), (sum, command) => sum + command.Amount!.Value);
}
