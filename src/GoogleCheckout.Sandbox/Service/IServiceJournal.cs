namespace GoogleCheckout.Sandbox.Service;

/// <summary>Writes the inputs of a service, so that they survive the process.</summary>
internal interface IServiceJournal
{
    /// <summary>
    /// Writes an input. The service calls the method while it holds its lock, before the result of the input is visible to anyone.
    /// </summary>
    /// <param name="at">The time of the input.</param>
    /// <param name="input">The input.</param>
    /// <param name="numbers">The numbers that were assigned.</param>
    /// <exception cref="IOException">The input cannot be written. The service must not be used any longer.</exception>
    void Append(DateTimeOffset at, ServiceInput input, IReadOnlyList<string> numbers);
}
