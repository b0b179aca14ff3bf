namespace GoogleCheckout.Orders;

/// <summary>A promotion of the service's that pays a part of an order. Schema type <c>Promotion</c>.</summary>
public sealed record Promotion
{
    /// <summary>Its name. Wire name: <c>name</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The service's number for it. Wire name: <c>id</c>.</summary>
    public required long Id { get; init; }

    /// <summary>What it is about; at most 1024 characters. Wire name: <c>description</c>.</summary>
    public string? Description { get; init; }

    /// <summary>How much of the order it pays. Wire name: <c>total-amount</c>.</summary>
    public required Money TotalAmount { get; init; }
}
