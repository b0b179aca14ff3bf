using GoogleCheckout.Orders;

namespace GoogleCheckout.Sandbox;

/// <summary>
/// What the service does where the sources of its protocol disagree, or say nothing. The defaults are what most of them
/// say; the others are there for a shop that wants to be ready for either.
/// </summary>
public sealed record SandboxRules
{
    /// <summary>Whether the merchant may cancel an order that is REVIEWING.</summary>
    /// <value>The default is true.</value>
    public bool CancelDuringReview { get; init; } = true;

    /// <summary>Whether the merchant may charge an order that is REVIEWING; the charge is made once it is CHARGEABLE.</summary>
    /// <value>The default is true.</value>
    public bool ChargeDuringReview { get; init; } = true;

    /// <summary>What an order is once a part of it has been charged, CHARGEABLE or CHARGED. The rest may be charged in both.</summary>
    /// <value>The default is <see cref="FinancialOrderState.Chargeable"/>.</value>
    public FinancialOrderState AfterPartialCharge { get; init; } = FinancialOrderState.Chargeable;

    /// <summary>Whether charging a NEW order makes it PROCESSING first, as it does where orders are charged by themselves.</summary>
    /// <value>The default is false.</value>
    public bool ChargingStartsProcessing { get; init; }

    /// <summary>How long the buyer has to give another card after one was declined; then the service cancels the order.</summary>
    /// <value>The default is seven days, of the years from 2011; it was 72 hours before.</value>
    public TimeSpan CardReplacementDeadline { get; init; } = TimeSpan.FromDays(7);

    /// <summary>Whether a charge that the bank declined is made again once the buyer has given another card.</summary>
    /// <value>The default is false: the merchant charges anew.</value>
    public bool ResumeDeclinedCharge { get; init; }

    /// <summary>How long the bank keeps the money reserved.</summary>
    /// <value>The default is seven days, of the years from 2007; it was 72 hours before.</value>
    public TimeSpan AuthorizationLifetime { get; init; } = TimeSpan.FromDays(7);

    /// <summary>
    /// Whether the bank declines a charge that comes after its authorization has ended. Such a charge is allowed, and not
    /// guaranteed.
    /// </summary>
    /// <value>The default is false.</value>
    public bool DeclineLateCharges { get; init; }

    /// <summary>How long the bank takes to answer to an authorize-order; it could be days.</summary>
    /// <value>The default is no time.</value>
    public TimeSpan ReauthorizationDelay { get; init; }

    /// <summary>
    /// Whether the answer to a create-order-recurrence-request is a <c>subscription-request-received</c> with the new order's
    /// number. That document is not in the schema.
    /// </summary>
    /// <value>The default is false: a plain receipt, and the number comes with the new order.</value>
    public bool ReturnRecurrenceOrderNumber { get; init; }

    /// <exception cref="ArgumentException">A setting is wrong; it is named.</exception>
    internal void Check()
    {
        Check(AfterPartialCharge is FinancialOrderState.Chargeable or FinancialOrderState.Charged, nameof(AfterPartialCharge), "must be Chargeable or Charged");
        Check(CardReplacementDeadline > TimeSpan.Zero, nameof(CardReplacementDeadline), "must be more than no time");
        Check(AuthorizationLifetime > TimeSpan.Zero, nameof(AuthorizationLifetime), "must be more than no time");
        Check(ReauthorizationDelay >= TimeSpan.Zero, nameof(ReauthorizationDelay), "may not be negative");
    }

    private static void Check(bool isRight, string setting, string fault)
    {
        if (!isRight)
        {
            throw new ArgumentException($"{nameof(CheckoutSandboxOptions.Rules)}.{setting} {fault}.");
        }
    }
}
