using GoogleCheckout.Orders;

namespace GoogleCheckout.Outbox.MoneyChaos;

/// <summary>A command of the plan.</summary>
/// <param name="Key">Its key in the outbox.</param>
/// <param name="Kind">The name of its type.</param>
/// <param name="Amount">The amount that it moves; null for a cancellation.</param>
/// <param name="IsRest">Whether it is recorded without an amount, which means all that is left.</param>
internal sealed record PlannedCommand(string Key, string Kind, Money? Amount, bool IsRest = false)
{
    public OrderCommand ToCommand(string googleOrderNumber) => Kind switch
    {
        nameof(ChargeOrderRequest) => new ChargeOrderRequest { GoogleOrderNumber = googleOrderNumber, Amount = IsRest ? null : Amount },
        nameof(RefundOrderRequest) => new RefundOrderRequest { GoogleOrderNumber = googleOrderNumber, Amount = IsRest ? null : Amount, Reason = "Returned" },
        _ => new CancelOrderRequest { GoogleOrderNumber = googleOrderNumber, Reason = "No longer wanted" },
    };

    public override string ToString() => $"{Kind} {Amount}".TrimEnd();
}
