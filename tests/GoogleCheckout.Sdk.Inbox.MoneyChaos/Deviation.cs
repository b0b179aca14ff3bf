namespace GoogleCheckout.Outbox.MoneyChaos;

/// <summary>An order that is not as planned.</summary>
/// <param name="Plan">The plan of the order.</param>
/// <param name="Reasons">The deviations, each as a sentence.</param>
/// <param name="History">The commands that the sandbox received, and the outcomes that were handled, each as a line.</param>
internal sealed record Deviation(OrderPlan Plan, IReadOnlyList<string> Reasons, IReadOnlyList<string> History);
