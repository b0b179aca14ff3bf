namespace GoogleCheckout.Fuzzing.Targets;

/// <summary>A part of the SDK that receives documents from outside. It is used by several threads.</summary>
internal interface IFuzzTarget : IAsyncDisposable
{
    /// <summary>Tries a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="random">Selects the entry that receives the document.</param>
    /// <returns>The kind of the result, for the statistics.</returns>
    /// <exception cref="Exception">The result is not documented.</exception>
    Task<string> TryAsync(byte[] document, Random random);
}
