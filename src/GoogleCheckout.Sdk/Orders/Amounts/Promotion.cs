namespace GoogleCheckout.Orders;

/// <summary>A promotion of the service that pays a part of an order. Schema type <c>Promotion</c>.</summary>
public sealed record Promotion
{
    /// <summary>The name of the promotion. Wire name: <c>name</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The service's identifier of the promotion. Wire name: <c>id</c>.</summary>
    public required long Id { get; init; }

    /// <summary>The description of the promotion, at most 1024 characters; null if absent. Wire name: <c>description</c>.</summary>
    public string? Description { get; init; }

    /// <summary>The amount that the promotion pays. Wire name: <c>total-amount</c>.</summary>
    public required Money TotalAmount { get; init; }
}
