using GoogleCheckout.Carts;
using Microsoft.Extensions.Time.Testing;

namespace GoogleCheckout.Orders;

/// <summary>A small model of a service with one order of 10.00 USD: its money, its states, and commands and responses that are lost.</summary>
internal sealed class ModelService(FakeTimeProvider clock) : CheckoutClient
{
    public const string Number = "841171949013218";

    private readonly List<(DateTimeOffset Due, Action Act)> _pending = [];

    /// <summary>The time after which a command that is executed late is executed.</summary>
    public static TimeSpan Lateness { get; } = TimeSpan.FromSeconds(20);

    public OrderSummary Order { get; set; } = new()
    {
        GoogleOrderNumber = Number,
        FinancialOrderState = FinancialOrderState.Chargeable,
        FulfillmentOrderState = FulfillmentOrderState.New,
        Archived = false,
        OrderTotal = Usd(10),
        TotalChargeAmount = Usd(0),
        TotalRefundAmount = Usd(0),
        TotalChargebackAmount = Usd(0),
        ShoppingCart = new ShoppingCart { Items = [new Item { ItemName = "Tea", ItemDescription = "Sencha", UnitPrice = Usd(10), Quantity = 1, MerchantItemId = "tea" }] },
    };

    /// <summary>The faults of the next commands; none when it is empty.</summary>
    public Queue<CommandFault> Faults { get; } = new();

    /// <summary>Whether each of the next look-ups fails; none when it is empty.</summary>
    public Queue<bool> FailedLookUps { get; } = new();

    public TimeSpan ChargingTime { get; set; }

    /// <summary>Whether the bank declines the next charge.</summary>
    public bool Declines { get; set; }

    public List<OrderCommand> Commands { get; } = [];

    public int LookUps { get; private set; }

    public static Money Usd(decimal amount) => new(amount + 0.00m, "USD");

    public override Task<IReadOnlyList<OrderSummary>> GetOrderSummariesAsync(IEnumerable<string> googleOrderNumbers, CancellationToken cancellationToken = default)
    {
        LookUps++;
        Settle();
        return FailedLookUps.TryDequeue(out var isFailed) && isFailed
            ? throw new CheckoutException("No response.") { IsTransient = true }
            : Task.FromResult<IReadOnlyList<OrderSummary>>(googleOrderNumbers.Single() == Number ? [Order] : []);
    }

    public override Task<RequestReceivedResponse> SendAsync(OrderCommand command, CancellationToken cancellationToken = default)
    {
        Settle();
        var fault = Faults.TryDequeue(out var next) ? next : CommandFault.None;
        if (fault == CommandFault.NotSent)
        {
            throw new CheckoutException("Not sent.") { IsTransient = true };
        }

        Commands.Add(command);
        if (fault == CommandFault.Refused || (fault is CommandFault.None or CommandFault.AcceptedLate && OrderRules.GetRejectionReason(command, OrderStatus.FromSummary(Order)) is not null))
        {
            throw new CheckoutApiException("Refused.") { ErrorMessage = "Refused" };
        }

        if (fault is CommandFault.LostLate or CommandFault.CanceledLate or CommandFault.AcceptedLate)
        {
            _pending.Add((clock.GetUtcNow() + Lateness, () => Execute(command)));
        }
        else if (fault != CommandFault.LostBefore)
        {
            Execute(command);
        }

        return fault switch
        {
            CommandFault.LostBefore or CommandFault.LostAfter or CommandFault.LostLate => throw new CheckoutException("No response.") { OutcomeUnknown = true, IsTransient = true },
            CommandFault.CanceledLate => throw new OperationCanceledException(),
            _ => Task.FromResult(new RequestReceivedResponse { SerialNumber = "1" }),
        };
    }

    /// <summary>The buyer's bank takes back what it can of an amount.</summary>
    public void Chargeback(decimal amount)
    {
        Settle();
        var possible = Math.Min(amount, OrderStatus.FromSummary(Order).RefundableAmount.Amount);
        Order = Order with { TotalChargebackAmount = Usd(Order.TotalChargebackAmount.Amount + possible) };
    }

    /// <summary>Executes what is due.</summary>
    public void Settle()
    {
        while (_pending.Where(entry => entry.Due <= clock.GetUtcNow()).OrderBy(entry => entry.Due).Take(1).ToList() is [var due])
        {
            _pending.Remove(due);
            due.Act();
        }
    }

    private void Execute(OrderCommand command)
    {
        if (OrderRules.GetRejectionReason(command, OrderStatus.FromSummary(Order)) is not null)
        {
            return;
        }

        switch (command)
        {
            case ChargeOrderRequest charge:
                Order = Order with { FinancialOrderState = FinancialOrderState.Charging };
                _pending.Add((clock.GetUtcNow() + ChargingTime, () => Capture(charge.Amount!.Value)));
                break;
            case RefundOrderRequest refund:
                Order = Order with { TotalRefundAmount = Order.TotalRefundAmount + refund.Amount!.Value };
                break;
            case CancelOrderRequest:
                Order = Order with { FinancialOrderState = FinancialOrderState.Cancelled, FulfillmentOrderState = FulfillmentOrderState.WillNotDeliver };
                break;
            case DeliverOrderRequest:
                Order = Order with { FulfillmentOrderState = FulfillmentOrderState.Delivered };
                break;
            case ArchiveOrderRequest:
                Order = Order with { Archived = true };
                break;
        }
    }

    private void Capture(Money amount)
    {
        var total = Order.TotalChargeAmount + amount;
        Order = Declines
            ? Order with { FinancialOrderState = FinancialOrderState.PaymentDeclined }
            : Order with { TotalChargeAmount = total, FinancialOrderState = total == Order.OrderTotal ? FinancialOrderState.Charged : FinancialOrderState.Chargeable };
    }
}
