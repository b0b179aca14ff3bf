namespace GoogleCheckout;

/// <summary>A person's name in two parts. Schema type <c>StructuredName</c>.</summary>
public sealed record StructuredName
{
    /// <summary>The given name. Wire name: <c>first-name</c>.</summary>
    public string? FirstName { get; init; }

    /// <summary>The family name. Wire name: <c>last-name</c>.</summary>
    public string? LastName { get; init; }

    /// <summary>Returns the name of the type only: names must not appear in logs.</summary>
    /// <returns>The name of the type.</returns>
    public override string ToString() => nameof(StructuredName);
}
