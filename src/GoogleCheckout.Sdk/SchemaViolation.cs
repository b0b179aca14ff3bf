using System.Globalization;

namespace GoogleCheckout;

/// <summary>A part of a document that the schema of the protocol does not allow. Describes it without the buyer's data.</summary>
public sealed record SchemaViolation
{
    /// <summary>The kind of violation.</summary>
    public required SchemaViolationKind Kind { get; init; }

    /// <summary>
    /// The path of the element or attribute, for example <c>/charge-order/ammount</c> or <c>/charge-order/amount/@currency</c>; of what is
    /// missing, the path that it would have. Elements of a list have a number, as <c>item[1]</c>, and so has the second of two elements
    /// of which one is allowed. Names of more than 40 characters are shortened.
    /// </summary>
    public required string Path { get; init; }

    /// <summary>The 1-based line of the violation. For what is missing, the line of the element that lacks it.</summary>
    public required int LineNumber { get; init; }

    /// <summary>The 1-based position in the line.</summary>
    public required int LinePosition { get; init; }

    /// <summary>The error and what the schema allows, as the end of a sentence that begins with the path: <c>is missing</c>.</summary>
    public required string Reason { get; init; }

    /// <summary>
    /// The value, for numbers, dates and values of enumerations, without white space around it; the namespace, if it is wrong. Shortened
    /// to 60 characters. Null for other violations, for text, for values that describe a buyer, and for values that are neither a word nor a number.
    /// </summary>
    public string? Value { get; init; }

    /// <summary>Returns path, place and reason.</summary>
    /// <returns>One sentence without the final period, for example <c>/charge-order/ammount (line 1, position 85) is not allowed in 'charge-order'</c>.</returns>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} (line {1}, position {2}) {3}", Path, LineNumber, LinePosition, Reason);
}
