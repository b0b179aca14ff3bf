namespace GoogleCheckout.Fuzzing;

/// <summary>A document with an undocumented result.</summary>
/// <param name="Number">The number of the document.</param>
/// <param name="Error">The exception, or an <see cref="UndocumentedResultException"/> that describes the result.</param>
internal sealed record FuzzFinding(int Number, Exception Error)
{
    public override string ToString() => $"document {Number}: {Error}";
}
