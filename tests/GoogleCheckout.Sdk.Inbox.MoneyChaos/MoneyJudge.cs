namespace GoogleCheckout.Outbox.MoneyChaos;

/// <summary>Compares the plan with what the sandbox executed and with what the handlers left. It looks at no table of the outbox.</summary>
internal static class MoneyJudge
{
    /// <summary>Judges an order.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="money">The money of the order in the sandbox; null if the sandbox does not know the order.</param>
    /// <param name="received">The commands of the order that the sandbox received.</param>
    /// <param name="outcomes">The outcomes that were handled, by the key of the command.</param>
    /// <returns>The deviations, each as a sentence; empty if there are none.</returns>
    public static IReadOnlyList<string> Judge(OrderPlan plan, OrderMoney? money, IEnumerable<ReceivedCommand> received, ILookup<string, HandledOutcome> outcomes)
    {
        var executed = received.Where(command => command.IsExecuted).ToLookup(command => (command.Kind, command.Amount));
        return
        [
            .. JudgeMoney(plan, money),
            .. plan.Commands.SelectMany(command => JudgeCommand(command, executed[(command.Kind, command.Amount)].Count(), [.. outcomes[command.Key]])),
            .. executed.Where(group => !plan.Commands.Any(command => (command.Kind, command.Amount) == group.Key))
                .Select(group => $"{group.Key.Kind} {group.Key.Amount} was executed and is not planned"),
        ];
    }

    private static IEnumerable<string> JudgeMoney(OrderPlan plan, OrderMoney? money)
    {
        if (money is null)
        {
            yield return "the sandbox does not know the order";
            yield break;
        }

        if (money.Charged != plan.Charged)
        {
            yield return $"{money.Charged} is charged, and {plan.Charged} is planned";
        }

        if (money.Refunded != plan.Refunded)
        {
            yield return $"{money.Refunded} is refunded, and {plan.Refunded} is planned";
        }

        if (money.IsCanceled != plan.IsCanceled)
        {
            yield return plan.IsCanceled ? "it is not canceled, and should be" : "it is canceled, and should not be";
        }
    }

    private static IEnumerable<string> JudgeCommand(PlannedCommand command, int executed, HandledOutcome[] outcomes)
    {
        if (executed != 1)
        {
            yield return executed == 0 ? $"{command} was not executed" : $"{command} was executed {executed} times";
        }

        if (outcomes.Length != 1)
        {
            yield return outcomes.Length == 0 ? $"the outcome of {command} was not handled" : $"the outcome of {command} was handled {outcomes.Length} times";
        }

        foreach (var outcome in outcomes)
        {
            if (outcome.Failure != nameof(CommandFailure.None))
            {
                yield return $"the outcome of {command} is {outcome.Failure}: {outcome.Reason}";
            }
            else if (outcome.Amount != command.Amount?.ToString())
            {
                yield return $"the outcome of {command} has the amount {outcome.Amount}";
            }
        }
    }
}
