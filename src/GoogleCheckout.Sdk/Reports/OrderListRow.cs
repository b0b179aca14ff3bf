using System.Diagnostics.CodeAnalysis;

namespace GoogleCheckout.Reports;

/// <summary>A row of a saved order list, or the reason why it cannot be read.</summary>
/// <remarks>Either <see cref="Entry"/> or <see cref="Error"/> is set.</remarks>
public sealed record OrderListRow
{
    /// <summary>The content of the row; null if it cannot be read.</summary>
    public OrderListEntry? Entry { get; init; }

    /// <summary>Why the row cannot be read, with the column; null if it was read. It does not repeat the content of a field.</summary>
    public string? Error { get; init; }

    /// <summary>Whether the row was read.</summary>
    [MemberNotNullWhen(true, nameof(Entry))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsRead => Entry is not null;

    /// <summary>The 1-based line on which the row begins.</summary>
    public required int LineNumber { get; init; }
}
