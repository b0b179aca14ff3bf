using GoogleCheckout.Orders;

namespace GoogleCheckout.Sandbox;

/// <summary>
/// The sandbox's behavior in cases in which the sources of the protocol disagree, or say nothing. The defaults follow most of the
/// sources; use the other values to test that your code handles both.
/// </summary>
public sealed record SandboxRules
{
    /// <summary>Whether the merchant may cancel an order that is REVIEWING.</summary>
    /// <value>The default is true.</value>
    public bool CancelDuringReview { get; init; } = true;

    /// <summary>Whether the merchant may charge an order that is REVIEWING. The charge is then completed when the order is CHARGEABLE.</summary>
    /// <value>The default is true.</value>
    public bool ChargeDuringReview { get; init; } = true;

    /// <summary>The state of an order after a partial charge, CHARGEABLE or CHARGED. The rest may be charged in both states.</summary>
    /// <value>The default is <see cref="FinancialOrderState.Chargeable"/>.</value>
    public FinancialOrderState AfterPartialCharge { get; init; } = FinancialOrderState.Chargeable;

    /// <summary>
    /// The state of an order with a total of zero, from the end of its review: CHARGED, or CHARGEABLE until the merchant cancels it. There
    /// is nothing to charge in either state, so a charge is rejected.
    /// </summary>
    /// <value>The default is <see cref="FinancialOrderState.Charged"/>, so that a merchant who waits for the money delivers the order.</value>
    public FinancialOrderState FreeOrderState { get; init; } = FinancialOrderState.Charged;

    /// <summary>
    /// Whether a shipping method with an empty <c>allowed-areas</c> is offered nowhere, as the words say. Libraries wrote it for "everywhere
    /// but the excluded areas".
    /// </summary>
    /// <value>The default is false: it is offered in the merchant's country, except in the excluded areas.</value>
    public bool EmptyAllowedAreasShipNowhere { get; init; }

    /// <summary>Whether charging a NEW order changes it to PROCESSING first, as it does if orders are charged automatically.</summary>
    /// <value>The default is false.</value>
    public bool ChargingStartsProcessing { get; init; }

    /// <summary>The time that the buyer has to enter another card after a card was declined. Then the service cancels the order.</summary>
    /// <value>The default is seven days, as from 2011; it was 72 hours before.</value>
    public TimeSpan CardReplacementDeadline { get; init; } = TimeSpan.FromDays(7);

    /// <summary>Whether a charge that the bank declined is repeated when the buyer has entered another card.</summary>
    /// <value>The default is false: the merchant must charge again.</value>
    public bool ResumeDeclinedCharge { get; init; }

    /// <summary>The time for which an authorization is valid.</summary>
    /// <value>The default is seven days, as from 2007; it was 72 hours before.</value>
    public TimeSpan AuthorizationLifetime { get; init; } = TimeSpan.FromDays(7);

    /// <summary>
    /// Whether the bank declines a charge after its authorization has expired. Such a charge is allowed, but its success is not
    /// guaranteed.
    /// </summary>
    /// <value>The default is false.</value>
    public bool DeclineLateCharges { get; init; }

    /// <summary>The time that the bank needs to process an <c>authorize-order</c> command. With the service, it could be days.</summary>
    /// <value>The default is <see cref="TimeSpan.Zero"/>.</value>
    public TimeSpan ReauthorizationDelay { get; init; }

    /// <summary>
    /// Whether the response to a <c>create-order-recurrence-request</c> is a <c>subscription-request-received</c> with the new order's
    /// number. That document is not in the schema.
    /// </summary>
    /// <value>The default is false: the response has no number, and the new order notification has it.</value>
    public bool ReturnRecurrenceOrderNumber { get; init; }

    /// <summary>
    /// Whether a cart is rejected if an allowed area of a shipping method is a country to which the service did not ship: Andorra, Cuba, Iran, Libya,
    /// Myanmar, North Korea, Sudan and Syria. The rest of the list is not known.
    /// </summary>
    /// <value>The default is true.</value>
    public bool RejectUnsupportedCountries { get; init; } = true;

    /// <summary>
    /// Whether a cart that was ordered can be ordered again with the same redirect URL, until its <c>good-until-date</c>. Each time is
    /// another order.
    /// </summary>
    /// <value>The default is false: a redirect URL leads to one order.</value>
    public bool OrderCartAgain { get; init; }

    /// <summary>
    /// Whether a cart may name any <c>merchant-calculations-url</c>. The sandbox posts the merchant's id and key there. If false, the URL must be
    /// https, or on this machine, or have the host of the callback URL; and that of a cart that a browser posts unsigned must have that host.
    /// Otherwise the merchant is not called, and the prices and rates in the cart are used.
    /// </summary>
    /// <value>The default is false.</value>
    public bool AnyCalculationUrl { get; init; }

    /// <summary>
    /// Whether a calculation result without <c>total-tax</c>, where the tax was requested, means a tax of 0. Old libraries omit a tax of 0. If
    /// false, the tax rates in the cart are used for that result.
    /// </summary>
    /// <value>The default is true.</value>
    public bool MissingTaxIsZero { get; init; } = true;

    /// <summary>
    /// Whether requests with elements or attributes that the schema does not have are refused. All other violations of the schema are
    /// always refused.
    /// </summary>
    /// <value>The default is <see cref="UnknownElements.Refuse"/>, as in the service.</value>
    public UnknownElements UnknownElements { get; init; }

    /// <exception cref="ArgumentException">A setting is invalid; the message names it.</exception>
    internal void Check()
    {
        Check(AfterPartialCharge is FinancialOrderState.Chargeable or FinancialOrderState.Charged, nameof(AfterPartialCharge), "must be Chargeable or Charged");
        Check(FreeOrderState is FinancialOrderState.Chargeable or FinancialOrderState.Charged, nameof(FreeOrderState), "must be Chargeable or Charged");
        Check(CardReplacementDeadline > TimeSpan.Zero && CardReplacementDeadline <= SandboxMerchantOptions.MaxDelay, nameof(CardReplacementDeadline), "must be positive and at most 36500 days");
        Check(AuthorizationLifetime > TimeSpan.Zero && AuthorizationLifetime <= SandboxMerchantOptions.MaxDelay, nameof(AuthorizationLifetime), "must be positive and at most 36500 days");
        Check(ReauthorizationDelay >= TimeSpan.Zero && ReauthorizationDelay <= SandboxMerchantOptions.MaxDelay, nameof(ReauthorizationDelay), "must be from 0 to 36500 days");
        Check(Enum.IsDefined(UnknownElements), nameof(UnknownElements), "must be Refuse or Ignore");
    }

    private static void Check(bool isValid, string setting, string error)
    {
        if (!isValid)
        {
            throw new ArgumentException($"{nameof(CheckoutSandboxOptions.Rules)}.{setting} {error}.");
        }
    }
}
