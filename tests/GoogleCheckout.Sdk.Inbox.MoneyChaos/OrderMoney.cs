namespace GoogleCheckout.Outbox.MoneyChaos;

/// <summary>The money of an order, as the sandbox has it at the end.</summary>
internal sealed record OrderMoney(Money Charged, Money Refunded, bool IsCanceled);
