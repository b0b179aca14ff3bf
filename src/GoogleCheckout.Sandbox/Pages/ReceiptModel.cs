using GoogleCheckout.Sandbox.Orders;

namespace GoogleCheckout.Sandbox.Pages;

/// <summary>An order as its buyer sees it.</summary>
internal sealed record ReceiptModel
{
    public required Order Order { get; init; }

    public required FormToken Token { get; init; }

    /// <summary>The reason why the buyer cannot cancel the order; null if they can.</summary>
    public required string? CancelError { get; init; }

    /// <summary>Whether the card was declined, so that the buyer has to enter another one.</summary>
    public required bool NeedsCard { get; init; }

    /// <summary>The states and the money of the order over time.</summary>
    public required OrderLife? Life { get; init; }

    /// <summary>The links with which the page renews itself, or stops to.</summary>
    public required PageRenewal Renewal { get; init; }

    /// <summary>The reason why the last form was rejected; null if it was not.</summary>
    public string? Error { get; init; }

    /// <summary>Returns the type only: an order has the buyer's data.</summary>
    public override string ToString() => nameof(ReceiptModel);
}
